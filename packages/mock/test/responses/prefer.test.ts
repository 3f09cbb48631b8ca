import contract from '@seam-acs/spec' with { type: 'json' }
import { readOperations } from '@seam-acs/spec/model'
import { expect, test } from 'vitest'
import { createMock } from '@seam-acs/mock'
import { createCaller, path, pin, toInit, uuid } from '../create-caller.ts'

const { responses } = readOperations(contract).find((operation) => operation.path === path)!

/** Each response example in the spec, with its status and its value. */
const documented = responses.flatMap(({ status, contents }) =>
  contents.flatMap(({ examples }) => examples.map(({ name, value }) => [name, Number(status), value] as const)),
)

test.each(documented)('the example %s can be requested', async (name, status, value) => {
  const { call } = createCaller()
  const response = await call({ headers: { prefer: `example=${name}` } })
  expect(response.status).toBe(status)
  expect(response.body ?? response.text).toEqual(value)
})

test.each(responses.map(({ status }) => Number(status)))('the status %s can be requested', async (status) => {
  const response = await createCaller().call({ headers: { prefer: `code=${status}` } })
  expect(response.status).toBe(status)
  expect(response.body.ok).toBe(status < 300)
  expect(response.headers.get('seam-request-id')).toMatch(uuid)
})

test('a 429 says when to retry', async () => {
  const { headers } = await createCaller().call({ headers: { prefer: 'code=429' } })
  expect(headers.get('retry-after')).toBe(contract.components.headers.retry_after.example)
})

test('a requested error needs no key and creates nothing', async () => {
  const { mock, call } = createCaller()
  const response = await call({ headers: { prefer: 'code=500', authorization: null }, body: '{' })
  expect(response.status).toBe(500)
  expect(mock.credentials).toEqual([])
})

test('only a valid request gets an example of a success', async () => {
  const response = await createCaller().call({ headers: { prefer: 'example=mobile_key' }, body: {} })
  expect([response.status, response.body.error.type]).toEqual([400, 'invalid_input'])
})

test.each(['code=400, example=owner_missing', 'code="400"; example="owner_missing"', 'Example=owner_missing;'])(
  'the spelling %s is accepted',
  async (prefer) => {
    const { status, body } = await createCaller().call({ headers: { prefer } })
    expect([status, body.error.message]).toEqual([400, expect.stringContaining('is required')])
  },
)

test.each([
  ['example=nope', /^Prefer: unknown example "nope"; use one of .*visionline_card.*owner_missing/],
  ['code=418', /^Prefer: unknown code "418"; use one of 200, 400, 401/],
  ['code=429; example=visionline_card', /^Prefer: unknown example "visionline_card"; use one of too_many_/],
  ['fault=fire', /^Prefer: unknown fault "fire"; use one of cut, drop, empty, garbage, hang, html$/],
  ['exmaple=x', /^Prefer: unknown preference "exmaple"; use one of code, delay, example, fault$/],
  ['delay=soon', /^Prefer: delay "soon": give milliseconds, up to 999999$/],
])('the unknown preference %s is rejected, and the error lists the known ones', async (prefer, message) => {
  const { mock, call } = createCaller()
  const { status, body } = await call({ headers: { prefer } })
  expect([status, body.ok, body.error.type]).toEqual([400, false, 'invalid_prefer'])
  expect(body.error.message).toMatch(message)
  expect(mock.credentials).toEqual([])
})

test('an option sets the preference for clients that cannot send the header, which overrides it', async () => {
  const { call } = createCaller({ prefer: 'code=503' })
  expect((await call()).status).toBe(503)
  expect((await call({ headers: { prefer: 'code=401' } })).status).toBe(401)
})

test('each request uses one entry of a list of preferences, and a reset starts the list again', async () => {
  const { mock, call } = createCaller({ prefer: ['code=503', 'code=429'] })
  const statuses = async () => [await call(), await call(), await call()].map(({ status }) => status)
  expect(await statuses()).toEqual([503, 429, 200])
  mock.reset()
  expect(await statuses()).toEqual([503, 429, 200])
})

test.each([
  ['html', 502, 'text/html; charset=utf-8', /^<!doctype html>/],
  ['empty', 503, null, /^$/],
])('the fault %s is a response without a request ID', async (fault, status, type, text) => {
  const response = await createCaller().call({ headers: { prefer: `fault=${fault}` } })
  expect([response.status, response.headers.get('content-type')]).toEqual([status, type])
  expect(response.text).toMatch(text)
  expect(response.headers.has('seam-request-id')).toBe(false)
})

const fetchWith = (prefer: string, signal?: AbortSignal) =>
  createMock().fetch(path, toInit({ headers: { prefer }, ...(signal && { signal }) }))

test('the fault garbage is a 200 whose body is not JSON', async () => {
  const response = await fetchWith('fault=garbage')
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8'])
  await expect(response.json()).rejects.toThrow(SyntaxError)
})

test('the fault cut ends the body in the middle, after the credential was created', async () => {
  const { mock } = createCaller()
  const response = await mock.fetch(path, toInit({ headers: { prefer: 'fault=cut' } }))
  expect(response.status).toBe(200)
  await expect(response.text()).rejects.toThrow(TypeError)
  expect(mock.credentials).toHaveLength(1)
})

test('the fault drop rejects as fetch does when a connection breaks', async () => {
  await expect(fetchWith('fault=drop')).rejects.toMatchObject({ name: 'TypeError', cause: { code: 'ECONNRESET' } })
})

test.each(['fault=hang', 'delay=60000'])('with %s the signal ends the wait, and nothing is created', async (prefer) => {
  const { mock } = createCaller()
  const controller = new AbortController()
  const response = mock.fetch(path, toInit({ headers: { prefer }, signal: controller.signal }))
  const reason = new Error('Enough.')
  setTimeout(() => controller.abort(reason), 20)
  await expect(response).rejects.toBe(reason)
  expect(mock.credentials).toEqual([])
})

test('a signal that is already aborted ends the call', async () => {
  const { mock } = createCaller()
  const reason = new Error('Never mind.')
  await expect(mock.fetch(path, toInit({ signal: AbortSignal.abort(reason) }))).rejects.toBe(reason)
  expect(mock.credentials).toEqual([])
})

test('a response comes after the delay, and the header overrides the option', async () => {
  const start = performance.now()
  await createCaller({ delay: 40 }).call()
  const afterOption = performance.now() - start
  await createCaller({ delay: 60_000 }).call({ headers: { prefer: 'delay=0' } })
  expect(afterOption).toBeGreaterThanOrEqual(39)
})

test('CORS headers say what a browser may send and read', async () => {
  const { mock, call } = createCaller()
  const headers = {
    origin: 'https://docs.example',
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization,content-type,prefer',
  }
  const response = await mock.fetch(path, { method: 'OPTIONS', headers })
  expect([response.status, await response.text()]).toEqual([204, ''])
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'authorization,content-type,prefer',
  })
  for (const { headers: received } of [await call(), await call({ body: '{' }), await call({ path: '/x' })]) {
    expect(received.get('access-control-allow-origin')).toBe('*')
    expect(received.get('access-control-expose-headers')).toContain('seam-request-id')
  }
})

test.each<[string, (fetch: ReturnType<typeof createMock>['fetch']) => Promise<Response>]>([
  ['a text', (fetch) => fetch(`https://anywhere.example${path}`, toInit({}))],
  ['a path', (fetch) => fetch(path, toInit({}))],
  ['a URL', (fetch) => fetch(new URL(path, 'http://localhost:1'), toInit({}))],
  ['a Request', (fetch) => fetch(new Request(`http://localhost${path}`, toInit({})))],
  ['a Request and its changes', (fetch) => fetch(new Request(`http://localhost${path}`), toInit({}))],
])('fetch takes %s, unbound', async (_, send) => {
  const { fetch } = createMock()
  const response = await send(fetch)
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ acs_credential: pin(), ok: true })
})
