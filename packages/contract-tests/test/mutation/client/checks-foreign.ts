import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import type { Json } from '@seam-acs/spec/model'
import {
  apiKey,
  body,
  call,
  createFetch,
  endpoint,
  operationOf,
  path,
  pin,
  createErrorResponse,
  requestId,
  success,
  type ClientCheck,
} from './stub.ts'

const value = { display_name: '🔑' }
const json = JSON.stringify({ key: value, ok: true })
const init = { headers: { 'seam-request-id': requestId } }

/** A response with nothing but what the client needs, as test doubles and libraries for fetch have. */
const minimal = (text: string, status = 200) => ({
  ok: status < 400,
  status,
  headers: { get: (name: string) => (name === 'seam-request-id' ? requestId : null) },
  text: async () => text,
})

const respond = (response: unknown) => ({ fetch: async () => response, maxRetries: 0 })

/** Responses that are not those of the runtime, and request IDs. */
export const foreignChecks: Record<string, ClientCheck> = {
  async 'a response without a web stream is read by its text'(client) {
    const kept = new Response(json, init)
    await kept.arrayBuffer()
    const locked = new Response('{}', init)
    locked.body!.getReader()
    for (const response of [
      minimal(json),
      { ...minimal(json), body: null },
      { ...minimal(json), body: Readable.from([json]) },
      Object.assign(kept, { text: async () => json }),
      Object.assign(locked, { text: async () => json }),
    ]) {
      const caller = client.createSeamClient({ apiKey, endpoint, ...respond(response) } as Json)
      const { data, requestId: id } = (await caller.call(operationOf(client), body).withResponse()) as Json
      assert.deepEqual([data, id], [value, requestId])
    }
    const text = JSON.stringify({ error: { type: 'some_type', message: 'No.' } })
    const { error } = await call(client, [], respond(minimal(text, 400)))
    assert.ok(error instanceof client.SeamApiError)
    assert.deepEqual([error.status, error.type, error.requestId], [400, 'some_type', requestId])
  },
  async 'the limit of a response without a web stream is in bytes'(client) {
    const size = Buffer.byteLength(json)
    const whole = await call(client, [], { ...respond(minimal(json)), maxResponseSize: size })
    assert.deepEqual(whole.returned, value)
    const { error } = await call(client, [], { ...respond(minimal(json)), maxResponseSize: size - 1 })
    assert.equal(error.message, `POST ${path}: 200 with a body that is larger than ${size - 1} bytes`)
  },
  async 'a response that was read already is told apart from one that is cut off'(client) {
    const [read, locked, part] = [0, 1, 2].map(() => new Response(json, init)) as [Response, Response, Response]
    await read.text()
    locked.body!.getReader()
    const reader = part.body!.getReader()
    await reader.read()
    reader.releaseLock()
    for (const response of [read, locked, part]) {
      const { error } = await call(client, [], respond(response))
      assert.ok(error instanceof client.SeamResponseError)
      assert.equal(error.message, `POST ${path}: 200 with a body that is already read (read a \`clone()\` of it)`)
      assert.equal(error.requestId, requestId)
    }
    const failing = { ...minimal(json), text: () => Promise.reject(new Error('Premature close')) }
    const { error } = await call(client, [], respond(failing))
    assert.equal(error.message, `POST ${path}: 200 with a body that is cut off`)
  },
  async 'a text that ends within a character, or is not a string, is not JSON'(client) {
    const broken = new Response(Buffer.concat([Buffer.from(json), Buffer.from([0xe2])]), init)
    for (const response of [broken, { ...minimal(json), text: async () => undefined }]) {
      const { error } = await call(client, [], respond(response as Json))
      assert.equal(error.message, `POST ${path}: 200 with a body that is not a JSON object`)
    }
  },
  async 'fetchOptions reach fetch, and change nothing that the client sets'(client) {
    let given: Json
    const fetch = async (_: string, options: Json) => ((given = options), minimal(json))
    const own = { method: 'GET', redirect: 'follow', headers: {}, body: 'x', signal: AbortSignal.abort() }
    const { error } = await call(client, [], { fetch, fetchOptions: { cache: 'no-store', ...own } })
    assert.equal(error, undefined)
    assert.deepEqual([given.cache, given.method, given.redirect], ['no-store', 'POST', 'manual'])
    assert.deepEqual([given.body, given.signal.aborted], [JSON.stringify(body), false])
    assert.equal(given.headers.authorization, `Bearer ${apiKey}`)
  },
  async 'a fetch may change the headers that it is given'(client) {
    const fetch = async (_: string, { headers }: Json) => {
      for (const name of Object.keys(headers)) delete headers[name]
      return minimal(`{"seen":"${apiKey}"}`, 500)
    }
    const { error } = await call(client, [], { fetch })
    assert.deepEqual([error.status, error.text], [500, '{"seen":"…"}'])
  },
  async 'only a short token is a request ID'(client) {
    const long = 'x'.repeat(129)
    for (const id of [apiKey, `req-${apiKey}-1`, pin, 'see (https://a.example)', '<script>', '"1"', long, '']) {
      const seen: unknown[] = []
      const onResponse = ({ requestId: each }: Json) => void seen.push(each)
      const headers = { 'seam-request-id': id }
      const { error } = await call(client, [createErrorResponse(400, headers)], { onResponse })
      assert.deepEqual([error.requestId, error.message], [undefined, `POST ${path}: 400 some_type: No.`])
      const flawed = await call(client, [{ ...success, headers, body: {} }], { onResponse })
      assert.equal(flawed.error.requestId, undefined)
      const { fetch } = createFetch([{ ...success, headers }])
      const caller = client.createSeamClient({ apiKey, endpoint, fetch, onResponse })
      assert.equal(((await caller.call(operationOf(client), body).withResponse()) as Json).requestId, undefined)
      assert.deepEqual(seen, [undefined, undefined, undefined])
    }
    const noHeader = { 'seam-request-id': '' }
    for (const request_id of [apiKey, pin, '<', long, '', 7, { id: 1 }]) {
      const { error } = await call(client, [createErrorResponse(400, noHeader, { request_id })])
      assert.deepEqual([error.type, error.requestId], ['some_type', undefined])
    }
    for (const id of [requestId, 'req_1:2.3', 'a, b', 'x'.repeat(128)]) {
      const { error } = await call(client, [createErrorResponse(400, { 'seam-request-id': id })])
      assert.deepEqual([error.requestId, error.message], [id, `POST ${path}: 400 some_type: No. (request ${id})`])
      const ofBody = await call(client, [createErrorResponse(400, noHeader, { request_id: id })])
      assert.equal(ofBody.error.requestId, id)
    }
  },
  async 'a secret as the name of a property is hidden, and an index is not'(client) {
    for (const secret of [apiKey, pin]) {
      const { error } = await call(client, [
        createErrorResponse(400, {}, { validation_errors: { [secret]: { _errors: ['No'] } } }),
      ])
      assert.deepEqual(error.validationErrors, { '…': { _errors: ['No'] } })
    }
    const validation_errors = { ids: { 1: { _errors: ['No'] } }, code: { _errors: ['No'] } }
    for (const code of ['1', 'code']) {
      const { fetch } = createFetch([createErrorResponse(400, {}, { validation_errors })])
      const caller = client.createSeamClient({ apiKey, endpoint, fetch })
      const error = (await caller.call(operationOf(client), { code }).catch(Object)) as Json
      assert.deepEqual(error.validationErrors, validation_errors)
    }
    const { fetch } = createFetch([createErrorResponse(400, {}, { message: `Bad code ${pin}` })])
    const caller = client.createSeamClient({ apiKey, endpoint, fetch })
    const error = (await caller.call(operationOf(client), { code: Number(pin) }).catch(Object)) as Json
    assert.ok(error.message.includes('Bad code …'))
  },
}
