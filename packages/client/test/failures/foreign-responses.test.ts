import { Readable } from 'node:stream'
import { SeamApiError, SeamResponseError, type Fetch, type FetchResponse } from '@seam-acs/client'
import { Agent, fetch as undiciFetch, MockAgent } from 'undici'
import { expect, test } from 'vitest'
import { acs_credential, create, failure, operation, requestId, serve, succeed } from './scripted-server.ts'

const json = JSON.stringify({ acs_credential, ok: true })
const init = { headers: { 'seam-request-id': requestId } }
const nowhere = 'http://127.0.0.1:1'

/** A response with nothing but what the client needs, as test doubles and libraries for fetch have. */
const minimal = (text: string, status = 200): FetchResponse => ({
  ok: status < 400,
  status,
  headers: { get: (name) => (name === 'seam-request-id' ? requestId : null) },
  text: async () => text,
})

const responses: [string, () => FetchResponse][] = [
  ['no body property', () => minimal(json)],
  ['a null body that has a text', () => ({ ...minimal(json), body: null })],
  ['a stream of Node, as of node-fetch', () => ({ ...minimal(json), body: Readable.from([json]) })],
  [
    'a body that was read and a text that is kept',
    () => {
      const response = new Response(json, init)
      return Object.assign(response, { text: async () => json, isRead: response.arrayBuffer() })
    },
  ],
]

test.each(responses)('a response with %s is read', async (_, respond) => {
  const call = create(nowhere, { fetch: async () => respond() })
  expect(await call).toEqual(acs_credential)
  expect(await call.withResponse()).toMatchObject({ data: acs_credential, requestId })
})

test('an error response without a web stream is an API error', async () => {
  const text = JSON.stringify({ error: { type: 'invalid_input', message: 'No' }, ok: false })
  const error = await failure(create(nowhere, { fetch: async () => minimal(text, 400) }))
  expect(error).toBeInstanceOf(SeamApiError)
  expect(error).toMatchObject({ status: 400, type: 'invalid_input', requestId })
})

test('a response without a web stream needs no global `Response` and `TextDecoder`, which jsdom does not have', async () => {
  const { Response, TextDecoder } = globalThis
  Object.assign(globalThis, { Response: undefined, TextDecoder: undefined })
  try {
    expect(await create(nowhere, { fetch: async () => minimal(json) })).toEqual(acs_credential)
  } finally {
    Object.assign(globalThis, { Response, TextDecoder })
  }
})

test('the limit of a response holds for one without a web stream, in bytes', async () => {
  const fetch = async () => minimal(JSON.stringify({ acs_credential: { name: '🔑' } }))
  const size = Buffer.byteLength(await (await fetch()).text())
  expect(await create(nowhere, { fetch, maxResponseSize: size })).toEqual({ name: '🔑' })
  const error = await failure(create(nowhere, { fetch, maxResponseSize: size - 1 }))
  expect(error.message).toBe(`${operation}: 200 with a body that is larger than ${size - 1} bytes`)
})

test('a response whose text is not a string is not a JSON object', async () => {
  const fetch = async () => ({ ...minimal(''), text: async () => undefined as never })
  const error = await failure(create(nowhere, { fetch }))
  expect(error).toBeInstanceOf(SeamResponseError)
  expect(error.message).toBe(`${operation}: 200 with a body that is not a JSON object`)
})

const readers: [string, (response: Response) => unknown][] = [
  ['read', (response) => response.text()],
  ['locked by a reader', (response) => response.body!.getReader()],
  [
    'read in part',
    async (response) => {
      const reader = response.body!.getReader()
      await reader.read()
      reader.releaseLock()
    },
  ],
]

test.each(readers)('a response that a wrapper has %s is called already read', async (_, read) => {
  const fetch: Fetch = async () => {
    const response = new Response(json, init)
    await read(response)
    return response
  }
  const error = await failure(create(nowhere, { fetch }))
  expect(error).toBeInstanceOf(SeamResponseError)
  expect(error).toMatchObject({ status: 200, requestId })
  expect(error.message).toContain('200 with a body that is already read')
})

test('a text that fails is cut off', async () => {
  const fetch = async () => ({ ...minimal(json), text: async () => Promise.reject(new Error('Premature close')) })
  expect((await failure(create(nowhere, { fetch }))).message).toContain('200 with a body that is cut off')
})

test("undici's own fetch takes a dispatcher from fetchOptions", async () => {
  const agent = new MockAgent()
  agent.disableNetConnect()
  const reply = agent.get('http://api.invalid').intercept({ path: '/acs/credentials/create', method: 'POST' })
  reply.reply(200, { acs_credential, ok: true })
  expect(await create('http://api.invalid', { fetch: undiciFetch, fetchOptions: { dispatcher: agent } })).toEqual(
    acs_credential,
  )
})

test("a fetch that calls undici's with a dispatcher type-checks", async () => {
  const { endpoint } = await serve(succeed)
  const dispatcher = new Agent()
  expect(await create(endpoint, { fetch: (url, options) => undiciFetch(url, { ...options, dispatcher }) })).toEqual(
    acs_credential,
  )
  await dispatcher.close()
})

test('fetchOptions reach fetch, and change nothing that the client sets itself', async () => {
  let given: object = {}
  const fetch: Fetch = async (_, options) => ((given = options), minimal(json))
  const fetchOptions = { cache: 'no-store', keepalive: true, method: 'GET', redirect: 'follow', headers: {} }
  await create(nowhere, { fetch, fetchOptions })
  expect(given).toMatchObject({ cache: 'no-store', keepalive: true, method: 'POST', redirect: 'manual' })
  expect(given).toMatchObject({ headers: { 'content-type': 'application/json' }, body: expect.any(String) })
})

test('a fetch that removes headers from its init fails like any other', async () => {
  const fetch: Fetch = async (_, options) => {
    for (const name of Object.keys(options.headers)) delete options.headers[name]
    return minimal('{}', 500)
  }
  expect(await failure(create(nowhere, { fetch }))).toMatchObject({ status: 500 })
})
