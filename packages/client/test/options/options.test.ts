import { inspect } from 'node:util'
import {
  Seam,
  SeamError,
  type CallOptions,
  type RequestContext,
  type RetryContext,
  type SeamOptions,
} from '@seam-acs/client'
import { afterEach, expect, test, vi } from 'vitest'
import { respondWith, errorResponse } from '../respond.ts'

const body = { access_method: 'code', acs_user_id: '0fc82df4-391b-4d00-a234-86378f1c3952' } as const

afterEach(() => vi.unstubAllEnvs())

test.each<[string, SeamOptions, RegExp]>([
  ['no key', {}, /^No apiKey: pass it as `new Seam\({ apiKey }\)` or set SEAM_API_KEY\.$/],
  ['an empty key', { apiKey: '' }, /^No apiKey/],
  ['a key and a token', { apiKey: 'seam_k', personalAccessToken: 'seam_at1', workspaceId: 'w' }, /not both/],
  ['a token without its workspace', { personalAccessToken: 'seam_at1' }, /No workspaceId: pass it/],
  ['a workspace without its token', { workspaceId: 'w' }, /No personalAccessToken: pass it/],
  ['a key and a workspace', { apiKey: 'seam_k', workspaceId: 'w' }, /not both/],
  ['a client session token', { apiKey: 'seam_cst123' }, /client session token .*use an API key, on a server/],
  ['a publishable key', { apiKey: 'seam_pk123' }, /publishable key: use an API key/],
  ['a token as a key', { apiKey: 'seam_at123' }, /pass it as `personalAccessToken`, with `workspaceId`/],
  ['a key with a line break', { apiKey: 'seam_secret\r\nx: y' }, /`apiKey` has a space or a line break/],
  ['a key with a space', { apiKey: 'seam_secret ' }, /`apiKey` has a space/],
  [
    'an endpoint without a scheme',
    { apiKey: 'seam_k', endpoint: 'connect.getseam.com' },
    /`endpoint` .* http\(s\) URL/,
  ],
  ['an endpoint with a host as its scheme', { apiKey: 'seam_k', endpoint: 'localhost:3900' }, /`endpoint`/],
  ['an endpoint of another scheme', { apiKey: 'seam_k', endpoint: 'ftp://localhost' }, /`endpoint`/],
  ['a negative timeout', { apiKey: 'seam_k', timeout: -1 }, /`timeout` must be a number from 0/],
  ['a timeout that is not a number', { apiKey: 'seam_k', timeout: Number.NaN }, /`timeout`/],
  ['a negative number of retries', { apiKey: 'seam_k', maxRetries: -1 }, /`maxRetries`/],
  ['a header with a line break', { apiKey: 'seam_k', headers: { 'x-trace': 'secret\r\nx: y' } }, /header `x-trace`/],
  ['a user agent with a line break', { apiKey: 'seam_k', userAgent: 'secret\n' }, /header `user-agent`/],
  [
    'validate without a validator',
    { apiKey: 'seam_k', validate: 'both' },
    /`validate` needs `validator`: add `import { validator } from '@seam-acs\/client\/validator'`/,
  ],
])('%s throws at construction, without quoting a value', (_, options, message) => {
  vi.stubEnv('SEAM_API_KEY', '')
  const error = catching(() => new Seam(options))
  expect(error).toBeInstanceOf(SeamError)
  expect((error as Error).message).toMatch(message)
  expect(inspect(error)).not.toMatch(/secret|seam_\w*123/)
})

test('a personal access token goes with its workspace', async () => {
  const { fetch, sent } = respondWith()
  const seam = new Seam({ personalAccessToken: 'seam_at1', workspaceId: '005f1e54-5360-40db-8c31-4ef6baaad1fd', fetch })
  await seam.acs.credentials.create(body)
  expect(sent[0]!.headers).toMatchObject({
    authorization: 'Bearer seam_at1',
    'seam-workspace': '005f1e54-5360-40db-8c31-4ef6baaad1fd',
  })
})

test('a personal access token takes precedence over the key of the environment', async () => {
  vi.stubEnv('SEAM_API_KEY', 'seam_environment')
  const { fetch, sent } = respondWith()
  await new Seam({ personalAccessToken: 'seam_at1', workspaceId: 'w', fetch }).acs.credentials.create(body)
  expect(sent[0]!.headers['authorization']).toBe('Bearer seam_at1')
})

test('a key from a function is asked for once and kept', async () => {
  const { fetch, sent } = respondWith()
  const apiKey = vi.fn<() => Promise<string>>(async () => 'seam_provided')
  const seam = new Seam({ apiKey, fetch })
  await Promise.all([seam.acs.credentials.create(body), seam.acs.credentials.create(body)])
  await seam.acs.credentials.create(body)
  expect(apiKey).toHaveBeenCalledTimes(1)
  expect(sent.map(({ headers }) => headers['authorization'])).toEqual(Array(3).fill('Bearer seam_provided'))
})

test.each<[string, CallOptions, object]>([
  ['a key', { apiKey: 'seam_other' }, { headers: { authorization: 'Bearer seam_other' } }],
  ['an endpoint', { endpoint: 'http://localhost:1/' }, { url: 'http://localhost:1/acs/credentials/create' }],
  ['headers', { headers: { 'x-trace': '1' } }, { headers: { 'x-trace': '1', 'x-client': 'a' } }],
  [
    'a user agent',
    { userAgent: 'desk/2' },
    { headers: { 'user-agent': expect.stringMatching(/^seam-acs-client\/\S+ desk\/2$/) } },
  ],
  ['undefined options', { apiKey: undefined, timeout: undefined }, { headers: { authorization: 'Bearer seam_key' } }],
])('a call has %s of its own', async (_, options, expected) => {
  const { fetch, sent } = respondWith()
  const seam = new Seam({ apiKey: 'seam_key', fetch, headers: { 'x-client': 'a' }, userAgent: 'desk/1' })
  await seam.acs.credentials.create(body, options)
  await seam.acs.credentials.create(body)
  expect(sent[0]).toMatchObject(expected)
  expect(sent[1]).toMatchObject({
    url: 'https://connect.getseam.com/acs/credentials/create',
    headers: { authorization: 'Bearer seam_key', 'x-client': 'a', 'user-agent': expect.stringMatching(/ desk\/1$/) },
  })
})

test('a call has a fetch of its own', async () => {
  const [mine, client] = [respondWith(), respondWith()]
  await new Seam({ apiKey: 'seam_key', fetch: client.fetch }).acs.credentials.create(body, { fetch: mine.fetch })
  expect([mine.sent.length, client.sent.length]).toEqual([1, 0])
})

test('a wrong option of a call fails the call', async () => {
  const seam = new Seam({ apiKey: 'seam_key', fetch: respondWith().fetch })
  await expect(seam.acs.credentials.create(body, { timeout: -1 })).rejects.toThrow(/`timeout`/)
})

test('hooks see each try, and never the key', async () => {
  const { fetch } = respondWith(
    errorResponse(429, 'rate_limit_exceeded', { 'retry-after-ms': '1', 'seam-request-id': 'r1' }),
    () => Response.json({ acs_credential: {}, ok: true }),
  )
  const seen: unknown[] = []
  const see = (name: string) => (context: object) => void seen.push([name, structuredClone(context)])
  const hooks = { onRequest: see('request'), onResponse: see('response'), onRetry: see('retry') }
  await new Seam({ apiKey: 'seam_secret', fetch, ...hooks }).acs.credentials.create(body)
  const context = (attempt: number) => ({
    operation: 'POST /acs/credentials/create',
    attempt,
    headers: { 'user-agent': expect.any(String) },
  })
  expect(seen).toEqual([
    ['request', context(0)],
    ['response', { ...context(0), status: 429, requestId: 'r1', duration: expect.any(Number) }],
    ['retry', { ...context(0), delay: 1, reason: 429 }],
    ['request', context(1)],
    ['response', { ...context(1), status: 200, requestId: undefined, duration: expect.any(Number) }],
  ])
  expect(JSON.stringify(seen)).not.toContain('seam_secret')
})

test('a header that a hook adds is sent', async () => {
  const { fetch, sent } = respondWith()
  const onRequest = ({ headers }: RequestContext) => void (headers['traceparent'] = '00-1-1-00')
  await new Seam({ apiKey: 'seam_key', fetch, onRequest }).acs.credentials.create(body)
  expect(sent[0]!.headers['traceparent']).toBe('00-1-1-00')
})

test.each(['onRequest', 'onResponse', 'onRetry'] as const)(
  'the promise of %s is awaited, and its failure ends the call',
  async (hook) => {
    const { fetch, sent } = respondWith(errorResponse(429, 'rate_limit_exceeded', { 'retry-after': '0' }))
    const reason = new Error('The log is full')
    const failing = async () => {
      await Promise.resolve()
      throw reason
    }
    const seam = new Seam({ apiKey: 'seam_key', fetch, [hook]: failing })
    await expect(seam.acs.credentials.create(body)).rejects.toBe(reason)
    expect(sent).toHaveLength(hook === 'onRequest' ? 0 : 1)
  },
)

test('waits between tries grow and vary', async () => {
  const { fetch, sent } = respondWith(errorResponse(429, 'rate_limit_exceeded'))
  const delays: number[] = []
  const onRetry = ({ delay }: RetryContext) => void delays.push(delay)
  vi.useFakeTimers()
  const call = new Seam({ apiKey: 'seam_key', fetch, onRetry, maxRetries: 8, timeout: 0 }).acs.credentials.create(body)
  call.catch(() => {})
  await vi.runAllTimersAsync()
  vi.useRealTimers()
  expect(sent).toHaveLength(9)
  delays.forEach((delay, attempt) => expect(delay).toBeLessThanOrEqual(Math.min(500 * 2 ** attempt, 8000)))
  expect(new Set(delays).size).toBeGreaterThan(6)
})

function catching(action: () => unknown): unknown {
  try {
    return action()
  } catch (error) {
    return error
  }
}
