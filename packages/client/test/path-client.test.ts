import { readFile } from 'node:fs/promises'
import {
  SeamRequestError,
  SeamResponseError,
  SeamTimeoutError,
  type AcsCredential,
  type ErrorResponse,
} from '@seam-acs/client'
import { createFetchClient, type FetchMiddleware } from '@seam-acs/client/openapi-fetch'
import { validator } from '@seam-acs/client/validator'
import contract from '@seam-acs/spec' with { type: 'json' }
import type { Middleware } from 'openapi-fetch'
import { expect, expectTypeOf, test } from 'vitest'
import { respondWith, credential, errorResponse } from './respond.ts'

const path = '/acs/credentials/create'
const body = { access_method: 'code', acs_user_id: '0fc82df4-391b-4d00-a234-86378f1c3952', code: '482913' } as const
const success = () => Response.json({ acs_credential: credential, ok: true }, { headers: { 'seam-request-id': 'r1' } })

test('a call by path resolves to the data, and sends what a method sends', async () => {
  const { fetch, sent } = respondWith(success)
  const client = createFetchClient({ apiKey: 'seam_key', fetch, userAgent: 'desk/1', headers: { 'X-Client': 'a' } })
  const { data, error, response } = await client.POST(path, { body })
  expect(data).toEqual({ acs_credential: credential, ok: true })
  expect([error, response.status]).toEqual([undefined, 200])
  const { url, method, headers, body: sentBody } = sent[0]!
  expect([url, method, sentBody]).toEqual(['https://connect.getseam.com/acs/credentials/create', 'POST', body])
  expect(headers).toEqual({
    authorization: 'Bearer seam_key',
    'content-type': 'application/json',
    'user-agent': expect.stringMatching(/^seam-acs-client\/\S+ desk\/1$/),
    'x-client': 'a',
  })
})

test('the types of a response are those of a method', async () => {
  const { data, error } = await createFetchClient({ apiKey: 'seam_key', fetch: respondWith(success).fetch }).POST(
    path,
    {
      body,
    },
  )
  const created: AcsCredential = data!.acs_credential
  expect(created).toEqual(credential)
  // An error may be plain text, such as that of malformed JSON.
  expectTypeOf(error).toEqualTypeOf<ErrorResponse | string | undefined>()
})

test('a body without an owner does not compile', async () => {
  const client = createFetchClient({
    apiKey: 'seam_key',
    fetch: respondWith(errorResponse(400, 'invalid_input')).fetch,
  })
  // @ts-expect-error -- the owner is missing
  const { error } = await client.POST(path, { body: { access_method: 'code' } })
  expect(error).toMatchObject({ error: { type: 'invalid_input' } })
})

test('an error response resolves to the error, without what was sent in secret', async () => {
  const message = 'Code 482913 is taken, says seam_secret'
  const respond = () => Response.json({ error: { type: 'invalid_input', message }, ok: false }, { status: 400 })
  const { error, response } = await createFetchClient({
    apiKey: 'seam_secret',
    fetch: respondWith(respond).fetch,
  }).POST(path, { body })
  expect(error).toEqual({ error: { type: 'invalid_input', message: 'Code … is taken, says …' }, ok: false })
  expect([response.status, await response.text()]).toEqual([400, JSON.stringify(error)])
})

test('an error response in text resolves to the text', async () => {
  const respond = () => new Response('Invalid JSON', { status: 400 })
  const { error } = await createFetchClient({ apiKey: 'seam_key', fetch: respondWith(respond).fetch }).POST(path, {
    body,
  })
  expect(error).toBe('Invalid JSON')
})

test('a response that asks for a retry is retried, with a new key where one is provided', async () => {
  const { fetch, sent } = respondWith(
    errorResponse(429, 'busy', { 'retry-after': '0' }),
    errorResponse(401, 'unauthorized'),
    success,
  )
  let key = 0
  const { data } = await createFetchClient({ apiKey: () => `seam_${key++}`, fetch }).POST(path, { body })
  expect(data?.acs_credential).toEqual(credential)
  expect(sent.map(({ headers }) => headers['authorization'])).toEqual([
    'Bearer seam_0',
    'Bearer seam_0',
    'Bearer seam_1',
  ])
})

test.each([
  ['a page of HTML', () => new Response('<html>'), 'with a body that is not a JSON object'],
  ['nothing', () => new Response(''), 'with a body that is not a JSON object'],
  ['too much', () => Response.json({ text: 'x'.repeat(200) }), 'with a body that is larger than 100 bytes'],
])('a 200 with %s is an error', async (_, respond, flaw) => {
  const client = createFetchClient({ apiKey: 'seam_key', fetch: respondWith(respond).fetch, maxResponseSize: 100 })
  const call = client.POST(path, { body })
  await expect(call).rejects.toBeInstanceOf(SeamResponseError)
  await expect(call).rejects.toMatchObject({ message: `POST ${path}: 200 ${flaw}` })
})

test('a 204 has no data', async () => {
  const fetch = async () => new Response(null, { status: 204 })
  expect(await createFetchClient({ apiKey: 'seam_key', fetch }).POST(path, { body })).toMatchObject({ data: undefined })
})

test('a response that does not come in time is an error', async () => {
  const fetch = () => new Promise<never>(() => {})
  const call = createFetchClient({ apiKey: 'seam_key', fetch, timeout: 20 }).POST(path, { body })
  await expect(call).rejects.toBeInstanceOf(SeamTimeoutError)
})

test.each(['client', 'call'] as const)('the signal of the %s ends the call with its reason', async (place) => {
  const reason = new Error('The guest has left')
  const controller = new AbortController()
  const { signal } = controller
  const fetch = () => new Promise<never>(() => controller.abort(reason))
  const client = createFetchClient({ apiKey: 'seam_key', fetch, ...(place === 'client' && { signal }) })
  await expect(client.POST(path, { body, ...(place === 'call' && { signal }) })).rejects.toBe(reason)
})

test('validate checks bodies of paths relative to the endpoint', async () => {
  const respond = () => Response.json({ acs_credential: credential, ok: true })
  const { fetch, sent } = respondWith(respond)
  const endpoint = 'https://proxy.example/seam/'
  const client = createFetchClient({ apiKey: 'seam_key', endpoint, fetch, validate: 'both', validator })
  const wrong = client.POST(path, { body: { ...body, access_method: 'key' as 'code' } })
  await expect(wrong).rejects.toBeInstanceOf(SeamRequestError)
  await expect(wrong).rejects.toMatchObject({ issues: [{ path: 'access_method' }] })
  expect(sent).toEqual([])
  await expect(client.POST(path, { body })).rejects.toBeInstanceOf(SeamResponseError)
  expect(sent[0]!.url).toBe(`https://proxy.example/seam${path}`)
  const { acs_credential } = contract.components.examples.pin_code_for_acs_user_response.value
  const valid = createFetchClient({
    apiKey: 'seam_key',
    fetch: async () => Response.json({ acs_credential, ok: true }),
    validate: 'both',
    validator,
  })
  expect((await valid.POST(path, { body })).data).toEqual({ acs_credential, ok: true })
})

test('headers of a call are sent, and none of them authenticates', async () => {
  const { fetch, sent } = respondWith(success)
  const client = createFetchClient({ apiKey: 'seam_key', fetch, headers: { 'x-trace': 'client', 'x-client': 'a' } })
  await client.POST(path, { body, headers: { 'X-Trace': 'call', Authorization: 'Bearer other' } })
  expect(sent[0]!.headers).toMatchObject({ authorization: 'Bearer seam_key', 'x-trace': 'call', 'x-client': 'a' })
})

test('middleware sees each call', async () => {
  const client = createFetchClient({
    apiKey: 'seam_key',
    fetch: respondWith(errorResponse(400, 'invalid_input')).fetch,
  })
  const seen: unknown[] = []
  const middleware = { onResponse: ({ response }: { response: Response }) => void seen.push(response.status) }
  client.use(middleware)
  await client.POST(path, { body })
  client.eject(middleware)
  await client.POST(path, { body })
  expect(seen).toEqual([400])
})

test('middleware written for openapi-fetch fits, and no declaration imports that of openapi-fetch', async () => {
  expectTypeOf<Middleware>().toExtend<FetchMiddleware>()
  const declarations = await readFile(new URL('../dist/openapi-fetch.d.ts', import.meta.url), 'utf8')
  expect(declarations).not.toContain("from 'openapi-fetch'")
})
