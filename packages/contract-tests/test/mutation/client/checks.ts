import assert from 'node:assert/strict'
import { inspect } from 'node:util'
import { version, type Operation } from '@seam-acs/client'
import { validator } from '@seam-acs/client/validator'
import { serve } from '@seam-acs/recorder/loopback-server'
import { readOperations, type Json } from '@seam-acs/spec/model'
import { contract } from '../../../src/contract.ts'
import type { Client } from '../../../src/replay-outcome.ts'
import { createRequest } from '../../../src/replay.ts'
import {
  apiKey,
  body,
  call,
  createFetch,
  endpoint,
  bodylessOf,
  operationOf,
  path,
  pin,
  createErrorResponse,
  requestId,
  success,
  type ClientCheck,
} from './stub.ts'

const known = readOperations(contract).find(({ request }) => request)!
const valid = createRequest(contract, known).body
const invalid = { ...valid, undeclared: 1 }
const resultsOf = (client: Client): Operation => ({ path: known.path, read: client.readObject, statuses: [400] })
const userAgent = `seam-acs-client/${version}`
const page = (items: number[], next?: string) => ({
  ...success,
  body: { keys: items, pagination: { has_next_page: next !== undefined, next_page_cursor: next ?? null }, ok: true },
})
const pagedOf = (client: Client): Operation => ({ ...operationOf(client), read: client.readPage, key: 'keys' })

async function withEnvironment(values: Record<string, string>, run: () => Promise<void>): Promise<void> {
  const before = Object.fromEntries(Object.keys(values).map((name) => [name, process.env[name]]))
  Object.assign(process.env, values)
  try {
    await run()
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
}

/** Settings, headers, hooks, results and validation. */
export const checks: Record<string, ClientCheck> = {
  async 'a header of the caller is sent, and one that authenticates wins'(client) {
    const headers = { 'X-Trace': '1', authorization: 'Bearer other' }
    const { sent } = await call(client, [success], { headers, userAgent: 'front-desk/1.2' })
    assert.deepEqual(sent[0]!.headers, {
      authorization: `Bearer ${apiKey}`,
      'content-type': 'application/json',
      'user-agent': `${userAgent} front-desk/1.2`,
      'x-trace': '1',
    })
    assert.deepEqual([sent[0]!.url, sent[0]!.method, sent[0]!.redirect], [endpoint + path, 'POST', 'manual'])
    assert.deepEqual(JSON.parse(sent[0]!.body!), body)
  },
  async 'a call without a body sends none'(client) {
    const { fetch, sent } = createFetch([success])
    await client.createSeamClient({ apiKey, endpoint, fetch }).call(bodylessOf(client))
    assert.equal(sent[0]!.body, null)
    assert.equal(sent[0]!.headers['content-type'], undefined)
  },
  async 'a call has options of its own'(client) {
    const [one, other] = [createFetch([success]), createFetch([success])]
    const headers = { 'x-one': '1', 'x-both': '1' }
    const caller = client.createSeamClient({ apiKey, endpoint, fetch: one.fetch, headers })
    const own = {
      endpoint: 'http://other.invalid/',
      apiKey: 'seam_other',
      fetch: other.fetch,
      headers: { 'x-both': '2' },
    }
    await caller.call(operationOf(client), body, own)
    await caller.call(operationOf(client), body, { userAgent: undefined, timeout: undefined })
    assert.equal(other.sent[0]!.url, `http://other.invalid${path}`)
    assert.equal(other.sent[0]!.headers['authorization'], 'Bearer seam_other')
    assert.equal(other.sent[0]!.headers['x-one'], '1')
    assert.equal(other.sent[0]!.headers['x-both'], '2')
    assert.equal(one.sent[0]!.headers['authorization'], `Bearer ${apiKey}`)
    assert.equal(one.sent[0]!.headers['user-agent'], userAgent)
    await assert.rejects(caller.call(operationOf(client), body, { timeout: -1 }), /option `timeout`/)
  },
  async 'the key and the endpoint come from the environment, and an option wins'(client) {
    const { fetch, sent } = createFetch([success])
    await withEnvironment(
      { SEAM_API_KEY: 'seam_environment', SEAM_ENDPOINT: 'http://environment.invalid' },
      async () => {
        const { fetch: before } = globalThis
        globalThis.fetch = fetch as typeof before
        try {
          await client.createSeamClient().call(bodylessOf(client))
          await client.createSeamClient('seam_alone').call(bodylessOf(client))
          await client.createSeamClient({ apiKey: 'seam_option', endpoint }).call(bodylessOf(client))
        } finally {
          globalThis.fetch = before
        }
      },
    )
    assert.deepEqual(
      sent.map(({ url, headers }) => [url, headers['authorization']]),
      [
        [`http://environment.invalid${path}`, 'Bearer seam_environment'],
        [`http://environment.invalid${path}`, 'Bearer seam_alone'],
        [endpoint + path, 'Bearer seam_option'],
      ],
    )
    await withEnvironment({ SEAM_API_KEY: '', SEAM_ENDPOINT: '' }, async () => {
      assert.throws(() => client.createSeamClient(), /No apiKey: .* or set SEAM_API_KEY/)
      const { sent: last } = await call(client, [success], { endpoint: undefined })
      assert.equal(last[0]!.url, `https://connect.getseam.com${path}`)
    })
  },
  async 'invalid options are rejected'(client) {
    const wrong: Json[] = [
      { endpoint: 'connect.getseam.com' },
      { endpoint: 'ftp://connect.getseam.com' },
      { endpoint: 'https://' },
      ...['maxRetries', 'timeout', 'deadline', 'maxResponseSize'].flatMap((name) => [
        { [name]: -1 },
        { [name]: Number.NaN },
      ]),
    ]
    for (const options of wrong) {
      const create = () => client.createSeamClient({ apiKey, ...options })
      assert.throws(
        create,
        (error: Error) => error instanceof client.SeamError && error.message.includes(`\`${Object.keys(options)[0]}\``),
      )
    }
    assert.throws(() => client.createSeamClient({ apiKey, validate: 'both' }), /import \{ validator \}/)
    for (const name of ['timeout', 'deadline', 'maxRetries', 'maxResponseSize'])
      client.createSeamClient({ apiKey, [name]: 0 })
  },
  async 'hooks see each try, and what a hook adds is sent in that try alone'(client) {
    const seen: Json[] = []
    const onRequest = ({ attempt, headers }: Json) => {
      if (attempt === 0) headers['X-First'] = '1'
    }
    const note = (context: Json) => void seen.push(context)
    const responses = [createErrorResponse(429, { 'retry-after-ms': '1' }), success]
    const { sent } = await call(client, responses, { onRequest, onResponse: note, onRetry: note })
    assert.deepEqual(
      sent.map(({ headers }) => headers['x-first']),
      ['1', undefined],
    )
    assert.deepEqual(
      seen.map(({ operation: name, attempt, status, delay, reason, requestId: id }) => [
        name,
        attempt,
        status,
        delay,
        reason,
        id,
      ]),
      [
        [`POST ${path}`, 0, 429, undefined, undefined, requestId],
        [`POST ${path}`, 0, undefined, 1, 429, undefined],
        [`POST ${path}`, 1, 200, undefined, undefined, requestId],
      ],
    )
    assert.ok(seen[0].duration > 0 && seen[0].duration < 10_000)
    assert.ok(sent.every(({ headers }) => headers['user-agent'] === userAgent))
    for (const secret of [apiKey, pin]) assert.ok(!inspect(seen, { depth: 9 }).includes(secret))
  },
  async 'what hooks return is awaited'(client) {
    for (const name of ['onRequest', 'onResponse', 'onRetry']) {
      const hook = async () => {
        throw new Error(name)
      }
      const { error } = await call(client, [createErrorResponse(429, { 'retry-after-ms': '0' }), success], {
        [name]: hook,
      })
      assert.equal(error?.message, name)
    }
  },
  async 'each kind of result has its own form'(client) {
    const body200 = { keys: [1], key: { a: 1 }, pagination: { has_next_page: false }, ok: true }
    const response = { ...success, body: body200 }
    const { ok: _, ...rest } = body200
    const rows: [Json, Json][] = [
      [{ read: client.readOne, key: 'key' }, { a: 1 }],
      [{ read: client.readList, key: 'keys' }, [1]],
      [
        { read: client.readPage, key: 'keys' },
        { data: [1], pagination: { has_next_page: false } },
      ],
      [{ read: client.readObject }, rest],
      [{ read: client.readNothing }, undefined],
    ]
    for (const [given, expected] of rows) {
      const { error, returned } = await call(client, [response], {}, { path, statuses: [], ...given })
      assert.deepEqual([error, returned], [undefined, expected])
    }
    const flaws: [Json, Json, RegExp][] = [
      [{ read: client.readOne, key: 'keys' }, { keys: 5 }, /200 without `keys`/],
      [{ read: client.readOne, key: 'key' }, { key: null }, /200 without `key`/],
      [{ read: client.readList, key: 'keys' }, { keys: {} }, /200 without the array `keys`/],
      [{ read: client.readPage, key: 'keys' }, { keys: {} }, /200 without the array `keys`/],
      [{ read: client.readPage, key: 'keys' }, { keys: [] }, /200 without a complete `pagination`/],
      [
        { read: client.readPage, key: 'keys' },
        { keys: [], pagination: { has_next_page: true } },
        /complete `pagination`/,
      ],
      [{ read: client.readNothing }, 5, /200 with a body that is not a JSON object/],
      [{ read: client.readObject }, null, /200 with a body that is not a JSON object/],
    ]
    for (const [given, content, message] of flaws) {
      const { error } = await call(client, [{ ...success, body: content }], {}, { path, statuses: [], ...given })
      assert.ok(error instanceof client.SeamResponseError)
      assert.match(error.message, message)
      assert.deepEqual(error.issues, [])
    }
    const empty = { status: 204, headers: {} }
    const none: Operation = { path, read: client.readNothing, status: 204, statuses: [] }
    assert.deepEqual((await call(client, [empty], {}, none)).error, undefined)
    for (const other of [
      { ...none, status: 201 },
      { path, read: client.readNothing, statuses: [] },
      { ...none, read: client.readObject },
    ] as Operation[]) {
      assert.ok((await call(client, [empty], {}, other)).error instanceof client.SeamResponseError)
    }
    assert.ok((await call(client, [{ ...empty, status: 200, text: 'x' }], {}, { ...none, status: 200 })).error)
  },
  async 'all pages are read with the same body and options'(client) {
    const { fetch, sent } = createFetch([page([1, 2], 'two'), page([3])])
    const caller = client.createSeamClient({ apiKey, endpoint, fetch })
    const items: number[] = []
    const pages = client.callPages(caller, pagedOf(client), body, { headers: { 'x-own': '1' } }) as Json
    for await (const item of pages) items.push(item)
    assert.deepEqual(items, [1, 2, 3])
    assert.deepEqual(
      sent.map((each) => JSON.parse(each.body!)),
      [body, { ...body, page_cursor: 'two' }],
    )
    assert.deepEqual(
      sent.map(({ headers }) => headers['x-own']),
      ['1', '1'],
    )
    const bare = createFetch([page([1], 'two'), page([2])])
    const reader = client.createSeamClient({ apiKey, endpoint, fetch: bare.fetch })
    const bodyless = { ...pagedOf(client), isBodyless: true }
    for await (const item of client.callPages(reader, bodyless) as Json) items.push(item)
    assert.deepEqual(items, [1, 2, 3, 1, 2])
    assert.deepEqual(
      bare.sent.map((each) => each.body),
      [null, JSON.stringify({ page_cursor: 'two' })],
    )
    const single: Json = createFetch([success])
    const one = client.createSeamClient({ apiKey, endpoint, fetch: single.fetch }).call(bodylessOf(client))
    assert.equal((one as Json)[Symbol.asyncIterator], undefined)
    await one
  },
  async 'bodies are checked if the caller asks for it'(client) {
    const ask = (response: Json, validate: Json, given: Json) => {
      const { fetch, sent } = createFetch([response])
      const caller = client.createSeamClient({ apiKey, endpoint, fetch, ...(validate && { validate, validator }) })
      return caller.call(resultsOf(client), given).then(
        () => ({ sent, error: undefined as Json }),
        (error: Json) => ({ sent, error }),
      )
    }
    assert.equal((await ask(success, undefined, invalid)).sent.length, 1)
    for (const validate of ['request', 'both']) {
      const { error, sent } = await ask(success, validate, invalid)
      assert.match(error.message, /^POST .*: not sent: "undeclared" is not a known property/)
      assert.equal(sent.length, 0)
    }
    for (const validate of ['response', 'both']) {
      const { error } = await ask(success, validate, valid)
      assert.ok(error.issues.length > 0)
      assert.equal(error.status, 200)
    }
    assert.equal((await ask(success, 'request', valid)).error, undefined)
    assert.equal((await ask(createErrorResponse(400), 'response', invalid)).sent.length, 1)
  },
  async 'the path client checks bodies and takes the same options'(client) {
    const { fetch, sent } = createFetch([success])
    const settings = { apiKey, endpoint, fetch, headers: { 'x-both': '1', 'x-one': '1' }, validator }
    const post = (given: Json, more: Json = {}, init: Json = {}) =>
      (client.createFetchClient({ ...settings, ...more }) as Json).POST(known.path, { body: given, ...init })
    const { data, response } = await post(invalid, {}, { headers: { 'x-both': '2' } })
    assert.deepEqual(data, success.body)
    assert.deepEqual(await response.json(), success.body)
    assert.deepEqual(
      [sent[0]!.url, sent[0]!.headers['x-both'], sent[0]!.headers['x-one']],
      [endpoint + known.path, '2', '1'],
    )
    for (const validate of ['request', 'both'])
      await assert.rejects(post(invalid, { validate }), /not sent: "undeclared"/)
    for (const validate of ['response', 'both']) await assert.rejects(post(valid, { validate }), /200 with /)
    await post(valid, { validate: 'request' })
    await post(invalid, { validate: 'response' }).catch(() => {})
    assert.equal(sent.length, 5)
    await assert.rejects(post(valid, { signal: AbortSignal.abort(new Error('enough')) }), /enough/)
    await assert.rejects(post(valid, {}, { signal: AbortSignal.abort(new Error('stop')) }), /stop/)
    const empty = createFetch([{ status: 204, headers: {} }])
    const bare = await (client.createFetchClient({ ...settings, fetch: empty.fetch, validate: 'both' }) as Json).POST(
      '/x',
    )
    assert.deepEqual([bare.data, bare.error, bare.response.status], [undefined, undefined, 204])
    assert.equal(empty.sent[0]!.body, null)
  },
  async 'validation errors become a list'(client) {
    const nested = {
      _errors: ['a'],
      code: { _errors: ['b', 'c'] },
      ids: { 0: { _errors: ['d'] } },
      m: { n: { _errors: ['e'] } },
    }
    assert.deepEqual(
      client.listValidationErrors(nested).map(({ path: at, message }) => `${at}: ${message}`),
      [': a', 'code: b', 'code: c', 'ids[0]: d', 'm.n: e'],
    )
    assert.deepEqual(client.listValidationErrors(undefined), [])
    assert.deepEqual(client.listValidationErrors(null as never), [])
    assert.deepEqual(client.listValidationErrors({ a: 'b' } as never), [])
  },
  async 'all errors are of one class'(client) {
    const failing = async () => {
      throw new TypeError('no')
    }
    const late = { fetch: () => new Promise(() => {}), timeout: 1 }
    for (const [response, options, name] of [
      [createErrorResponse(400), {}, 'SeamApiError'],
      [{ ...success, body: 1 }, {}, 'SeamResponseError'],
      [success, { fetch: failing }, 'SeamConnectionError'],
      [success, late, 'SeamTimeoutError'],
    ] as const) {
      const { error } = await call(client, [response], options)
      assert.ok(error instanceof client.SeamError && error instanceof Error && error instanceof client[name])
      assert.equal(error.name, name)
    }
    assert.equal(new client.SeamError('x').name, 'SeamError')
    const issues = [{ path: 'a', message: 'b' }]
    const unsent = new client.SeamRequestError('x', { issues })
    assert.deepEqual([unsent.name, unsent.message, unsent.issues], ['SeamRequestError', 'x', issues])
    assert.ok(unsent instanceof client.SeamError)
  },
  async 'a response is the text that came, from as many parts as it came in'(client) {
    const text = '{ "key": { "name": "€" } }'
    const bytes = new TextEncoder().encode(text)
    for (const cut of [bytes.length, bytes.indexOf(0xe2) + 1]) {
      const parts = [bytes.slice(0, cut), bytes.slice(cut)].filter(({ length }) => length > 0)
      const fetch = async () => new Response((ReadableStream as Json).from(parts))
      const caller = client.createSeamClient({ apiKey, endpoint, fetch })
      const { data, response } = (await caller.call(bodylessOf(client)).withResponse()) as Json
      assert.deepEqual([data, await response.text()], [{ name: '€' }, text])
    }
  },
  async 'default limits are those of the README'(client) {
    const { setTimeout: start } = globalThis
    const delays: Json[] = []
    globalThis.setTimeout = ((run: Json, delay: number) => (delays.push(delay), start(run, delay))) as Json
    try {
      await call(client, [success])
    } finally {
      globalThis.setTimeout = start
    }
    assert.deepEqual(delays, [30_000])
    for (const [size, message] of [
      [10 * 2 ** 20, /not a JSON object/],
      [10 * 2 ** 20 + 1, /larger than 10485760 bytes/],
    ] as const) {
      const { error } = await call(client, [], { fetch: async () => new Response(new Uint8Array(size)) })
      assert.match(error.message, message)
    }
  },
  async 'a response is read completely up to a limit'(client) {
    // Of characters of three bytes, which come in several parts.
    const large = { ...success, body: { key: { a: '€'.repeat(100_000) }, ok: true } }
    const size = Buffer.byteLength(JSON.stringify(large.body))
    const server = await serve(() => large)
    const run = (maxResponseSize: number) =>
      client
        .createSeamClient({ apiKey, endpoint: server.endpoint, maxResponseSize })
        .call(operationOf(client), body)
        .catch(Object) as Json
    try {
      const error = await run(size - 1)
      assert.ok(error instanceof client.SeamResponseError)
      assert.match(error.message, /200 with a body that is larger than \d+ bytes/)
      // To print a difference of this size takes minutes.
      assert.ok((await run(size)).a === large.body.key.a)
    } finally {
      server.close()
    }
  },
  async 'a response that ends early differs from no response'(client) {
    const server = await serve(() => {
      // Node holds back a response that is shorter than announced until its connection closes.
      setTimeout(server.close, 20)
      return { status: 200, headers: { 'seam-request-id': requestId, 'content-length': '9' }, text: '{"ok' }
    })
    const error = (await client
      .createSeamClient({ apiKey, endpoint: server.endpoint })
      .call(operationOf(client), body)
      .catch(Object)) as Json
    assert.ok(error instanceof client.SeamResponseError)
    assert.match(error.message, /200 with a body that is cut off/)
    assert.equal(error.requestId, requestId)
  },
}
