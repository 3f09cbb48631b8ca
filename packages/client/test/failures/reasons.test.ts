import { SeamConnectionError, type SeamOptions } from '@seam-acs/client'
import { expect, test, vi } from 'vitest'
import {
  acs_credential,
  create,
  failure,
  fixRandom,
  operation,
  pin,
  replyJson,
  serve,
  token,
} from './scripted-server.ts'

const failing = (error: unknown) => async () => {
  throw error
}
const fetchFailed = (cause: unknown) => new TypeError('fetch failed', { cause })

const reasons: [string, SeamOptions['fetch'], string][] = [
  [
    'a bug',
    async () => (undefined as never as { get(): never }).get(),
    'TypeError: Cannot read properties of undefined',
  ],
  ['no response', async () => undefined as never, 'TypeError: `fetch` returned no response'],
  ['a response of another shape', async () => ({ data: {} }) as never, 'TypeError: `fetch` returned no response'],
  [
    'an error that is thrown at once',
    () => {
      throw new RangeError('Too far')
    },
    'RangeError: Too far',
  ],
  [
    'an error of an interceptor',
    failing(Object.assign(new Error('Quota spent'), { name: 'QuotaError' })),
    'QuotaError: Quota spent',
  ],
  [
    'an error with a cause',
    failing(new Error('No token', { cause: new Error('Vault closed') })),
    'Error: No token: Error: Vault closed',
  ],
  ['a string', failing('No luck'), 'No luck'],
  ['a cause of fetch', failing(fetchFailed(new Error('bad port'))), 'Error: bad port'],
  [
    'a port that Deno blocks',
    failing(new TypeError('Fetch failed: Requests to port 9 are blocked')),
    'TypeError: Fetch failed: Requests to port 9 are blocked',
  ],
]

test.each(reasons)('the reason of a fetch that fails with %s is kept', async (_, fetch, reason) => {
  const error = await failure(create('http://127.0.0.1:1', { fetch }))
  expect(error).toBeInstanceOf(SeamConnectionError)
  expect(error).toMatchObject({ code: undefined, reason: expect.stringContaining(reason) })
  expect(error.message).toContain(`${operation}: no connection (${reason}`)
})

test('a runtime without fetch says so', async () => {
  vi.stubGlobal('fetch', undefined)
  const error = await failure(create('http://127.0.0.1:1'))
  vi.unstubAllGlobals()
  expect(error.message).toContain('globalThis.fetch is not a function')
})

test("a port that fetch forbids is named by Node's reason", async () => {
  expect((await failure(create('http://127.0.0.1:1'))).message).toContain('no connection (Error: bad port)')
})

test('a code comes first in the message, and the reason stays beside it', async () => {
  const cause = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:9'), { code: 'ECONNREFUSED' })
  const error = await failure(create('http://127.0.0.1:1', { fetch: failing(fetchFailed(cause)), maxRetries: 0 }))
  expect(error).toMatchObject({
    message: `${operation}: no connection (ECONNREFUSED)`,
    code: 'ECONNREFUSED',
    reason: 'Error: connect ECONNREFUSED 127.0.0.1:9',
  })
})

const nothing: [string, unknown][] = [
  ['undefined', undefined],
  ['null', null],
  ['an object', { response: {} }],
  [
    'a getter that throws',
    Object.defineProperty({}, 'code', {
      get: () => {
        throw new Error(token)
      },
    }),
  ],
  [
    'a toString that throws',
    {
      toString: () => {
        throw new Error(token)
      },
    },
  ],
  [
    'a toJSON that throws',
    {
      toJSON: () => {
        throw new Error(token)
      },
    },
  ],
  ['a symbol', Symbol(token)],
]

test.each(nothing)('a fetch that fails with %s is a connection error', async (_, thrown) => {
  const error = await failure(create('http://127.0.0.1:1', { fetch: failing(thrown) }))
  expect(error).toBeInstanceOf(SeamConnectionError)
  expect(error.message + JSON.stringify(error)).not.toContain(token)
})

const leaks: [string, unknown][] = [
  ['the key in the message', new Error(`Bad header ${token}`)],
  ['the key in the name', Object.assign(new Error('No'), { name: token })],
  ['the key in the code', Object.assign(new Error('No'), { code: token })],
  ['the PIN code in the message', new Error(`Bad body ${pin}`)],
  ['the PIN code as the code', Object.assign(new Error('No'), { code: pin })],
  ['the key in the cause', fetchFailed(new Error(`Bad header ${token}`))],
  ['the key in the code of the cause', fetchFailed(Object.assign(new Error('No'), { code: `E_${token}` }))],
  ['a header in the message', new Error('Bad header s3cret-of-the-proxy')],
  ['the headers in the message', new Error('{"authorization":"Basic c2VhbTpwdw=="}')],
  ['the password of an address', new TypeError('Bad URL http://user:pa55word@proxy.example/x')],
  ['the password of an address in the cause', fetchFailed(new Error('no proxy at http://user:pa55word@proxy.example'))],
]

test.each(leaks)('%s of a failed fetch reaches no error', async (_, thrown) => {
  const headers = { 'x-proxy': 's3cret-of-the-proxy' }
  const error = await failure(create('http://127.0.0.1:1', { fetch: failing(thrown), headers, maxRetries: 0 }))
  const shown = [error.message, error.stack, JSON.stringify(error), error.cause, error['code'], error['reason']].join(
    '\n',
  )
  for (const secret of [token, pin, 's3cret', 'pa55word', 'c2VhbTpwdw']) expect(shown).not.toContain(secret)
})

test.each([
  'error sending request for url (http://127.0.0.1:9/): client error (Connect): tcp connect error: Connection refused (os error 111)',
  'error sending request for url (http://a.invalid/): client error (Connect): dns error: failed to lookup address information',
])('a connection that Deno could not make is retried: %s', async (message) => {
  fixRandom(0)
  const { endpoint } = await serve(replyJson({ acs_credential, ok: true }))
  let tries = 0
  const fetch: SeamOptions['fetch'] = (url, init) =>
    tries++ ? globalThis.fetch(url, init) : Promise.reject(fetchFailed(new Error(message)))
  expect(await create(endpoint, { fetch })).toEqual(acs_credential)
})

test('a connection that broke in Deno is not retried', async () => {
  let tries = 0
  const message = 'error sending request for url (http://127.0.0.1:9/): client error (SendRequest): connection closed'
  const fetch = () => (tries++, Promise.reject(fetchFailed(new Error(message))))
  await failure(create('http://127.0.0.1:1', { fetch }))
  expect(tries).toBe(1)
})
