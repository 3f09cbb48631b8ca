import { inspect } from 'node:util'
import { Seam, SeamApiError, SeamError, type SeamOptions } from '@seam-acs/client'
import { expect, test } from 'vitest'
import {
  acs_credential,
  body,
  create,
  failure,
  respondWithError,
  serve,
  succeed,
  token,
  type ScriptedServer,
  type Step,
} from './scripted-server.ts'

const unauthorized = respondWithError(401, {}, 'API Key not found', 'unauthorized')

/** Accepts one token alone. */
const accept =
  (accepted: string): Step =>
  (response) =>
    (response.req.headers.authorization === `Bearer ${accepted}` ? succeed : unauthorized)(response)

/** A provider that gives a first, expired token and then others; it counts how often it is asked. */
function provide(...tokens: string[]) {
  let asked = 0
  const apiKey = async () => tokens[Math.min(asked++, tokens.length - 1)]!
  return { apiKey, asked: () => asked }
}

const sentTokens = ({ received }: ScriptedServer) => received.map(({ headers }) => headers.authorization)

test('a rejected token is fetched again once, and the call succeeds', async () => {
  const server = await serve(accept('new'))
  const { apiKey, asked } = provide('old', 'new')
  expect(await create(server.endpoint, { apiKey, maxRetries: 0 })).toEqual(acs_credential)
  expect(sentTokens(server)).toEqual(['Bearer old', 'Bearer new'])
  expect(asked()).toBe(2)
})

test('a token that is rejected twice is an API error', async () => {
  const server = await serve(unauthorized)
  const error = await failure(create(server.endpoint, { apiKey: provide('old', 'older', 'oldest').apiKey }))
  expect(error).toBeInstanceOf(SeamApiError)
  expect(error).toMatchObject({ status: 401, type: 'unauthorized' })
  expect(sentTokens(server)).toEqual(['Bearer old', 'Bearer older'])
})

test('a key that is a string is not tried again', async () => {
  const server = await serve(unauthorized)
  expect(await failure(create(server.endpoint))).toMatchObject({ status: 401 })
  expect(sentTokens(server)).toEqual([`Bearer ${token}`])
})

test('getting a token again takes no retry away', async () => {
  const busy = respondWithError(429, { 'retry-after': '0' })
  const { endpoint, received } = await serve(unauthorized, busy, busy, succeed)
  expect(await create(endpoint, { apiKey: provide('old', 'new').apiKey, maxRetries: 2 })).toEqual(acs_credential)
  expect(received).toHaveLength(4)
})

test('50 calls at once with an expired token get one new token', async () => {
  const server = await serve(accept('new'))
  const { apiKey, asked } = provide('old', 'new', 'too new')
  const seam = new Seam({ endpoint: server.endpoint, apiKey })
  const calls = Array.from({ length: 50 }, () => seam.acs.credentials.create(body))
  expect(await Promise.all(calls)).toEqual(calls.map(() => acs_credential))
  expect(asked()).toBe(2)
  expect(sentTokens(server)).not.toContain('Bearer too new')
})

test('a provider that throws fails the call with its own error, and is asked again by the next', async () => {
  const { endpoint, received } = await serve(succeed)
  const problem = new Error('The vault is closed')
  let asked = 0
  const apiKey = () => {
    if (asked++ === 0) throw problem
    return token
  }
  const seam = new Seam({ endpoint, apiKey })
  expect(await failure(seam.acs.credentials.create(body))).toBe(problem)
  expect(received).toHaveLength(0)
  expect(await seam.acs.credentials.create(body)).toEqual(acs_credential)
})

test('a provider that fails when a token is rejected fails the call with its own error', async () => {
  const { endpoint, received } = await serve(unauthorized)
  const problem = new Error('The vault is closed')
  let asked = 0
  const apiKey = async () => (asked++ ? Promise.reject(problem) : 'old')
  expect(await failure(create(endpoint, { apiKey }))).toBe(problem)
  expect(received).toHaveLength(1)
})

test.each([`${token}\n`, `${token}\r\nx-admin: yes`, `${token} `, `${token}\u2028`, ''])(
  'a provider that gives %j sends nothing, and its token is not quoted',
  async (given) => {
    const { endpoint, connections } = await serve(succeed)
    const error = await failure(create(endpoint, { apiKey: async () => given }))
    expect(error).toBeInstanceOf(SeamError)
    expect(error.message).toMatch(/`?apiKey`?/)
    expect(inspect(error)).not.toContain(token)
    expect(connections()).toBe(0)
  },
)

test.each<[string, SeamOptions]>([
  ['apiKey', { apiKey: `${token}\r\nx-admin: yes` }],
  ['personalAccessToken', { personalAccessToken: `${token}\n`, workspaceId: 'a' }],
  ['workspaceId', { personalAccessToken: 'seam_at_1', workspaceId: `${token}\r\nx-admin: yes` }],
  ['userAgent', { userAgent: `${token}\r\nx-admin: yes` }],
  ['headers', { headers: { 'x-trace': `${token}\r\nx-admin: yes` } }],
  ['a null character', { headers: { 'x-trace': `${token}\0` } }],
  ['a letter beyond ASCII', { headers: { 'x-trace': `${token}é` } }],
  ['the name of a header', { headers: { [`x-admin: ${token}\r\nx-trace`]: 'yes' } }],
])('a line break by way of %s sends nothing, and is not quoted', async (_, options) => {
  const { endpoint, connections } = await serve(succeed)
  const error = await failure(Promise.resolve().then(() => create(endpoint, options)))
  expect(error).toBeInstanceOf(SeamError)
  expect(inspect(error, { depth: null, showHidden: true })).not.toContain(token)
  expect(connections()).toBe(0)
})

test('a line break by way of a hook sends nothing, and is not quoted', async () => {
  const { endpoint, connections } = await serve(succeed)
  const onRequest: SeamOptions['onRequest'] = ({ headers }) => void (headers['x-trace'] = `${token}\r\nx-admin: yes`)
  const error = await failure(create(endpoint, { onRequest }))
  expect(error).toBeInstanceOf(SeamError)
  expect(inspect(error)).not.toContain(token)
  expect(connections()).toBe(0)
})

test('headers of the options and of a hook are sent, and none of them authenticates', async () => {
  const { endpoint, received } = await serve(succeed)
  const headers = { Authorization: 'Bearer other', 'x-trace': 'a', 'User-Agent': 'own' }
  const onRequest: SeamOptions['onRequest'] = (context) => {
    Object.assign(context.headers, { 'x-span': 'b', authorization: 'Bearer hook' })
  }
  await create(endpoint, { headers, onRequest })
  expect(received[0]?.headers).toMatchObject({
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'user-agent': 'own',
    'x-span': 'b',
    'x-trace': 'a',
  })
})

test('the key of one call is for that call alone', async () => {
  const server = await serve(succeed)
  const seam = new Seam({ endpoint: server.endpoint, apiKey: 'seam_first' })
  await seam.acs.credentials.create(body, { apiKey: 'seam_second' })
  await seam.acs.credentials.create(body, { personalAccessToken: 'seam_at_third', workspaceId: 'workspace' })
  await seam.acs.credentials.create(body)
  expect(sentTokens(server)).toEqual(['Bearer seam_second', 'Bearer seam_at_third', 'Bearer seam_first'])
  const workspaces = server.received.map(({ headers }) => headers['seam-workspace'])
  expect(workspaces).toEqual([undefined, 'workspace', undefined])
})
