import { setTimeout } from 'node:timers/promises'
import { SeamConnectionError, SeamError, SeamTimeoutError, type ErrorContext, type SeamOptions } from '@seam-acs/client'
import { expect, test } from 'vitest'
import {
  acs_credential,
  create,
  failure,
  fixRandom,
  respondWithError,
  serve,
  succeed,
  token,
  writeRaw,
} from './scripted-server.ts'

/** Hooks that write down which of them was called; each takes a moment, as an async hook does. */
function record() {
  const seen: string[] = []
  const errors: ErrorContext[] = []
  const hooks: SeamOptions = {
    onRequest: async ({ attempt }) => void (await setTimeout(1), seen.push(`request ${attempt}`)),
    onResponse: async ({ attempt, status }) => void (await setTimeout(1), seen.push(`response ${attempt} ${status}`)),
    onError: async (context) => {
      await setTimeout(1)
      seen.push(`error ${context.attempt}`)
      errors.push(context)
    },
    onRetry: async ({ attempt }) => void (await setTimeout(1), seen.push(`retry ${attempt}`)),
  }
  return { seen, errors, hooks }
}

test('each try ends with onResponse or onError, before the next one begins', async () => {
  fixRandom(0)
  const { endpoint } = await serve(writeRaw('', 'end'), respondWithError(429, { 'retry-after': '0' }), succeed)
  const { seen, errors, hooks } = record()
  expect(await create(endpoint, { ...hooks, retry: 'always' })).toEqual(acs_credential)
  expect(seen.join()).toBe('request 0,error 0,retry 0,request 1,response 1 429,retry 1,request 2,response 2 200')
  expect(errors).toEqual([
    {
      operation: 'POST /acs/credentials/create',
      attempt: 0,
      headers: { 'user-agent': expect.any(String) },
      error: expect.any(SeamConnectionError),
      duration: expect.any(Number),
    },
  ])
  expect(errors[0]!.duration).toBeGreaterThanOrEqual(0)
})

const never = () => new Promise<never>(() => {})
const problem = new Error('The vault is closed')

const ends: [string, SeamOptions, unknown][] = [
  ['a connection that fails', { fetch: async () => Promise.reject(new Error('No')) }, expect.any(SeamConnectionError)],
  ['a timeout', { fetch: never, timeout: 20 }, expect.any(SeamTimeoutError)],
  ['a deadline', { fetch: never, deadline: 20 }, expect.any(SeamTimeoutError)],
  ['a provider of a key that fails', { apiKey: async () => Promise.reject(problem) }, problem],
  ['a provider of a key that is too slow', { apiKey: never, deadline: 20 }, expect.any(SeamTimeoutError)],
]

test.each(ends)('onError sees %s, and the call fails with the same error', async (_, options, expected) => {
  const { seen, errors, hooks } = record()
  const error = await failure(create('http://127.0.0.1:1', { maxRetries: 0, ...options, ...hooks }))
  expect(error).toEqual(expected)
  expect(seen).toEqual(['request 0', 'error 0'])
  expect(errors[0]!.error).toBe(error)
})

test('onError sees the reason of an abort', async () => {
  const controller = new AbortController()
  const { errors, hooks } = record()
  const fetch = () => (controller.abort(problem), never())
  expect(await failure(create('http://127.0.0.1:1', { ...hooks, fetch, signal: controller.signal }))).toBe(problem)
  expect(errors.map(({ error }) => error)).toEqual([problem])
})

test('onError sees a header of onRequest that is wrong', async () => {
  const { errors, hooks } = record()
  const onRequest: SeamOptions['onRequest'] = ({ headers }) => void (headers['x-trace'] = '\n')
  const error = await failure(create('http://127.0.0.1:1', { ...hooks, onRequest }))
  expect(errors.map((context) => context.error)).toEqual([error])
  expect(error).toBeInstanceOf(SeamError)
})

test('a header that an async onRequest sets after an await is sent', async () => {
  const { endpoint, received } = await serve(succeed)
  const onRequest: SeamOptions['onRequest'] = async ({ headers }) => {
    await setTimeout(5)
    headers['traceparent'] = '00-1-1-00'
  }
  await create(endpoint, { onRequest })
  expect(received[0]!.headers['traceparent']).toBe('00-1-1-00')
})

test.each(['onRequest', 'onResponse', 'onError', 'onRetry'] as const)(
  'an async %s that rejects fails the call with its own error, and nothing is left unhandled',
  async (hook) => {
    const unhandled: unknown[] = []
    const listen = (reason: unknown) => void unhandled.push(reason)
    process.on('unhandledRejection', listen)
    const { endpoint } = await serve(respondWithError(429, { 'retry-after': '0' }))
    const fetch = hook === 'onError' ? { fetch: async () => Promise.reject(new Error('No')) } : {}
    const hooks = { [hook]: async () => Promise.reject(problem) }
    expect(await failure(create(endpoint, { ...fetch, ...hooks }))).toBe(problem)
    await setTimeout(5)
    process.off('unhandledRejection', listen)
    expect(unhandled).toEqual([])
  },
)

test('onError never sees the key', async () => {
  const { errors, hooks } = record()
  const fetch = async () => Promise.reject(new Error(`No ${token}`))
  await failure(create('http://127.0.0.1:1', { ...hooks, fetch }))
  expect(JSON.stringify(errors) + String(errors[0]!.error)).not.toContain(token)
})
