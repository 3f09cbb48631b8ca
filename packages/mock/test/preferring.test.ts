import contract from '@seam-acs/spec' with { type: 'json' }
import { readOperations } from '@seam-acs/spec/model'
import { expect, test } from 'vitest'
import { createMock } from '@seam-acs/mock'
import { calling, path, pin, toInit, uuid } from './calling.ts'

const { responses } = readOperations(contract).find((operation) => operation.path === path)!

/** Each example of a response with its status and its value, from the spec. */
const documented = responses.flatMap(({ status, contents }) =>
  contents.flatMap(({ examples }) => examples.map(({ name, value }) => [name, Number(status), value] as const)),
)

test.each(documented)('the example %s can be had', async (name, status, value) => {
  const { call } = calling()
  const answer = await call({ headers: { prefer: `example=${name}` } })
  expect(answer.status).toBe(status)
  expect(answer.body ?? answer.text).toEqual(value)
})

test.each(responses.map(({ status }) => Number(status)))('the status %s can be had', async (status) => {
  const answer = await calling().call({ headers: { prefer: `code=${status}` } })
  expect(answer.status).toBe(status)
  expect(answer.body.ok).toBe(status < 300)
  expect(answer.headers.get('seam-request-id')).toMatch(uuid)
})

test('a 429 says when to come back', async () => {
  const { headers } = await calling().call({ headers: { prefer: 'code=429' } })
  expect(headers.get('retry-after')).toBe(contract.components.headers.retry_after.example)
})

test('an error is given even to a request without a key, and creates nothing', async () => {
  const { mock, call } = calling()
  const answer = await call({ headers: { prefer: 'code=500', authorization: null }, body: '{' })
  expect(answer.status).toBe(500)
  expect(mock.credentials).toEqual([])
})

test('an example of success is given to a right request only', async () => {
  const answer = await calling().call({ headers: { prefer: 'example=mobile_key' }, body: {} })
  expect([answer.status, answer.body.error.type]).toEqual([400, 'invalid_input'])
})

test.each(['code=400, example=owner_missing', 'code="400"; example="owner_missing"', 'Example=owner_missing;'])(
  'the spelling %s is understood',
  async (prefer) => {
    const { status, body } = await calling().call({ headers: { prefer } })
    expect([status, body.error.message]).toEqual([400, expect.stringContaining('is required')])
  },
)

test.each([
  ['example=nope', /^Prefer: example "nope" is not known here; there are .*visionline_card.*owner_missing/],
  ['code=418', /^Prefer: code "418" is not known here; there are 200, 400, 401/],
  ['code=429; example=visionline_card', /^Prefer: example "visionline_card" is not known here; there are too_many_/],
  ['fault=fire', /^Prefer: fault "fire" is not known here; there are cut, drop, empty, garbage, hang, html$/],
  ['exmaple=x', /^Prefer: preference "exmaple" is not known here; there are code, delay, example, fault$/],
  ['delay=soon', /^Prefer: delay "soon": give milliseconds, up to 999999$/],
])('the unknown wish %s is refused, and what there is is listed', async (prefer, message) => {
  const { mock, call } = calling()
  const { status, body } = await call({ headers: { prefer } })
  expect([status, body.ok, body.error.type]).toEqual([400, false, 'invalid_prefer'])
  expect(body.error.message).toMatch(message)
  expect(mock.credentials).toEqual([])
})

test('an option wishes for clients that cannot send the header, which comes first', async () => {
  const { call } = calling({ prefer: 'code=503' })
  expect((await call()).status).toBe(503)
  expect((await call({ headers: { prefer: 'code=401' } })).status).toBe(401)
})

test('a list of wishes is used up one request at a time, and anew after a reset', async () => {
  const { mock, call } = calling({ prefer: ['code=503', 'code=429'] })
  const statuses = async () => [await call(), await call(), await call()].map(({ status }) => status)
  expect(await statuses()).toEqual([503, 429, 200])
  mock.reset()
  expect(await statuses()).toEqual([503, 429, 200])
})

test.each([
  ['html', 502, 'text/html; charset=utf-8', /^<!doctype html>/],
  ['empty', 503, null, /^$/],
])('the fault %s is an answer without a request id', async (fault, status, type, text) => {
  const answer = await calling().call({ headers: { prefer: `fault=${fault}` } })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([status, type])
  expect(answer.text).toMatch(text)
  expect(answer.headers.has('seam-request-id')).toBe(false)
})

const wish = (prefer: string, signal?: AbortSignal) =>
  createMock().fetch(path, toInit({ headers: { prefer }, ...(signal && { signal }) }))

test('the fault garbage is a 200 that is no JSON', async () => {
  const response = await wish('fault=garbage')
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8'])
  await expect(response.json()).rejects.toThrow(SyntaxError)
})

test('the fault cut breaks off in the middle, after the credential was created', async () => {
  const { mock } = calling()
  const response = await mock.fetch(path, toInit({ headers: { prefer: 'fault=cut' } }))
  expect(response.status).toBe(200)
  await expect(response.text()).rejects.toThrow(TypeError)
  expect(mock.credentials).toHaveLength(1)
})

test('the fault drop rejects as fetch does when a connection breaks', async () => {
  await expect(wish('fault=drop')).rejects.toMatchObject({ name: 'TypeError', cause: { code: 'ECONNRESET' } })
})

test.each(['fault=hang', 'delay=60000'])('with %s the signal ends the wait, and nothing is created', async (prefer) => {
  const { mock } = calling()
  const controller = new AbortController()
  const answer = mock.fetch(path, toInit({ headers: { prefer }, signal: controller.signal }))
  const reason = new Error('Enough.')
  setTimeout(() => controller.abort(reason), 20)
  await expect(answer).rejects.toBe(reason)
  expect(mock.credentials).toEqual([])
})

test('a signal that has aborted before the call ends it', async () => {
  const { mock } = calling()
  const reason = new Error('Never mind.')
  await expect(mock.fetch(path, toInit({ signal: AbortSignal.abort(reason) }))).rejects.toBe(reason)
  expect(mock.credentials).toEqual([])
})

test('an answer comes after the delay, the header over the option', async () => {
  const start = performance.now()
  await calling({ delay: 40 }).call()
  const afterOption = performance.now() - start
  await calling({ delay: 60_000 }).call({ headers: { prefer: 'delay=0' } })
  expect(afterOption).toBeGreaterThanOrEqual(39)
})

test('a browser is told what it may send and read', async () => {
  const { mock, call } = calling()
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
  for (const answer of [await call(), await call({ body: '{' }), await call({ path: '/x' })]) {
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('access-control-expose-headers')).toContain('seam-request-id')
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
