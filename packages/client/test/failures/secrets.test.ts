import { inspect } from 'node:util'
import {
  Seam,
  SeamApiError,
  SeamConnectionError,
  SeamError,
  SeamRequestError,
  SeamResponseError,
  SeamTimeoutError,
  type SeamOptions,
} from '@seam-acs/client'
import { validator } from '@seam-acs/client/validator'
import { expect, test } from 'vitest'
import {
  create,
  failure,
  failureAt,
  fixRandom,
  pin,
  respondWithError,
  reply,
  replyJson,
  requestId,
  serve,
  succeed,
  token,
  writeRaw,
  type Step,
} from './scripted-server.ts'

/** All that can be got out of a value by printing, copying and looking into it. */
function expose(value: unknown): string {
  const print = (of: unknown) => inspect(of, { depth: null, showHidden: true, getters: true, maxStringLength: null })
  const { stack, cause } = value as Error
  return [print(value), JSON.stringify(value), String(value), print(structuredClone(value)), stack, print(cause)].join(
    '\n',
  )
}

function expectNoSecret(value: unknown): void {
  const exposed = expose(value)
  for (const secret of [token, pin, 'Bearer', 'authorization']) expect(exposed).not.toContain(secret)
}

const both = `${pin} for ${token}`
const broken = `HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n{"acs_credential":{"key":"${token}","code":"${pin}`

const thrown: [string, new (...parts: never[]) => SeamError, Step, SeamOptions?][] = [
  ['a wrong option', SeamError, succeed, { maxRetries: -1 }],
  ['an error message', SeamApiError, respondWithError(400, {}, `Invalid code ${both}`)],
  ['an error type', SeamApiError, respondWithError(400, {}, 'No', both)],
  ['an error page', SeamApiError, reply(502, {}, `<p>code=${pin}&key=${token}</p>`)],
  ['the request in an error', SeamApiError, respondWithError(400, {}, `{"code":"${pin}","key":"${token}"}`)],
  ['a status line', SeamApiError, (response) => response.writeHead(400, both).end()],
  ['a redirect', SeamResponseError, reply(307, { location: '/' }, both)],
  ['a 200 that is not JSON', SeamResponseError, reply(200, {}, both)],
  ['a 200 of another shape', SeamResponseError, replyJson({ created: [pin], by: token, ok: true })],
  ['a 200 with a line break', SeamResponseError, replyJson({ message: `Created\n${pin}`, ok: true })],
  ['a 200 with a number', SeamResponseError, replyJson({ created: Number(pin), ok: true })],
  ['an array', SeamResponseError, replyJson([pin, token])],
  [
    'a response of another shape',
    SeamResponseError,
    replyJson({ acs_credential: { pin, token } }),
    { validate: 'response', validator },
  ],
  ['a body that is cut off', SeamResponseError, writeRaw(broken, 'end')],
  ['a body that is too large', SeamResponseError, reply(200, {}, both.repeat(9)), { maxResponseSize: 90 }],
  ['broken headers', SeamConnectionError, writeRaw(`${both}\r\n\r\n`, 'end')],
  ['no response', SeamTimeoutError, writeRaw('', 'leaveOpen'), { timeout: 30 }],
]

test.each(thrown)('what is thrown for %s holds neither the token nor the PIN code', async (_, kind, step, options) => {
  const { endpoint } = await serve(step)
  const error = await failure(Promise.resolve().then(() => create(endpoint, options)))
  expect(error).toBeInstanceOf(kind)
  expect(error.name).toBe(kind.name)
  expectNoSecret(error)
})

test('a body that does not fit the API gives a SeamRequestError without the PIN code, and is not sent', async () => {
  const { endpoint, connections } = await serve(succeed)
  const seam = new Seam({ endpoint, apiKey: token, validate: 'request', validator })
  const error = await failure(
    seam.acs.credentials.create({ access_method: pin, code: Number(pin), starts_at: pin } as never),
  )
  expect(error).toBeInstanceOf(SeamRequestError)
  expectNoSecret(error)
  expect(connections()).toBe(0)
})

const places: [string, string][] = [
  ['at the start of a line', JSON.stringify(`Invalid code:\n${pin}`)],
  ['after a tab', JSON.stringify(`code\t${pin}\tis invalid`)],
  ['in a comment of HTML', JSON.stringify(`<!--${pin}-->`)],
  ['between underscores', JSON.stringify(`code_${pin}_is_invalid`)],
  ['in a query', JSON.stringify(`/codes?code=${pin}&x`)],
  ['in JSON within JSON', JSON.stringify(JSON.stringify({ code: pin }))],
  ['between escaped spaces', `"Invalid\\u00a0${pin}\\u00a0"`],
]

test.each(places)('a PIN code %s of an error message is hidden', async (_, message) => {
  const error = await failureAt(reply(400, {}, `{"error":{"type":"invalid_input","message":${message}},"ok":false}`))
  expect(error).toMatchObject({ status: 400, type: 'invalid_input' })
  expectNoSecret(error)
})

test('a PIN code that the server returns as a number does not change the type of the error', async () => {
  const error = { type: 'invalid_input', message: 'Invalid', data: { pin: Number(pin), all: [Number(pin)] } }
  const returned = await failureAt(replyJson({ error, ok: false }, 400))
  expect(returned).toMatchObject({ status: 400, type: 'invalid_input' })
  expectNoSecret(returned)
})

test('an ID that contains the digits of the PIN code stays complete', async () => {
  const id = `1b9a3e0d-443f-4063-b619-4c${pin}a977`
  expect(await failureAt(respondWithError(400, { 'seam-request-id': id }, `See ${id}`))).toMatchObject({
    requestId: id,
    message: expect.stringContaining(`See ${id} (request ${id})`),
  })
})

test('validation errors and asResult hide the PIN code as well', async () => {
  const validation_errors = { _errors: [], code: { _errors: [`${pin} is too simple`] } }
  const step = replyJson({ error: { type: 'invalid_input', message: pin, validation_errors }, ok: false }, 400)
  expectNoSecret(await failureAt(step))
  const { endpoint } = await serve(step)
  const result = await create(endpoint).asResult()
  expect(result).toMatchObject({ ok: false, status: 400, error: { type: 'invalid_input' } })
  expect(inspect(result, { depth: null, showHidden: true })).not.toMatch(new RegExp(`${pin}|${token}`))
})

test.each(['config', 'request', 'cause', 'code'])(
  'a fetch whose error holds the request as %s is not passed on',
  async (name) => {
    const holding: SeamOptions['fetch'] = async (url, init) => {
      const request = { url, headers: Object.fromEntries(new Headers(init.headers)), data: init.body }
      throw Object.assign(new Error(`Failed: ${JSON.stringify(request)}`), { code: 'ERR_NETWORK', [name]: request })
    }
    const error = await failure(create('http://127.0.0.1:1', { fetch: holding, maxRetries: 0 }))
    expect(error).toBeInstanceOf(SeamConnectionError)
    expect([error.cause, error['code']]).toEqual([undefined, name === 'code' ? undefined : 'ERR_NETWORK'])
    expectNoSecret(error)
  },
)

test('hooks see tries, statuses and durations, and never the key or the body', async () => {
  fixRandom(0)
  const { endpoint } = await serve(respondWithError(429, { 'retry-after-ms': '1' }), writeRaw('', 'end'), succeed)
  const seen: [string, object][] = []
  const see = (hook: string) => (context: object) => void seen.push([hook, { ...context }])
  const hooks = { onRequest: see('request'), onResponse: see('response'), onRetry: see('retry') }
  await create(endpoint, { ...hooks, retry: 'always', headers: { 'x-trace': 'a' } })
  const context = { operation: 'POST /acs/credentials/create', headers: { 'x-trace': 'a' } }
  expect(seen).toMatchObject([
    ['request', { ...context, attempt: 0 }],
    ['response', { ...context, attempt: 0, status: 429, requestId, duration: expect.any(Number) }],
    ['retry', { ...context, attempt: 0, delay: 1, reason: 429 }],
    ['request', { ...context, attempt: 1 }],
    ['retry', { ...context, attempt: 1, delay: expect.any(Number), reason: expect.any(SeamConnectionError) }],
    ['request', { ...context, attempt: 2 }],
    ['response', { ...context, attempt: 2, status: 200, requestId, duration: expect.any(Number) }],
  ])
  for (const [, { duration = 0 }] of seen as [string, { duration?: number }][])
    expect(duration).toBeGreaterThanOrEqual(0)
  expectNoSecret(seen)
})
