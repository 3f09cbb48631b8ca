import assert from 'node:assert/strict'
import { inspect } from 'node:util'
import { validator } from '@seam-acs/client/validator'
import type { Json } from '@seam-acs/spec/model'
import type { Client } from '../../../src/replay-outcome.ts'
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
  success,
  type ClientCheck,
} from './stub.ts'

const names = [
  'apiKey, personalAccessToken, workspaceId, endpoint, userAgent, timeout, deadline, maxRetries, maxResponseSize',
  'fetch, onRequest, onResponse, onError, onRetry, validator, fetchOptions, headers, signal, retry, validate',
].join(', ')

/** Each option with values that it cannot have, and what it must be. */
const wrong: [names: string[], values: unknown[], expected: string][] = [
  [['apiKey', 'personalAccessToken', 'workspaceId'], [5, null, {}, false], 'a string or a function'],
  [['endpoint', 'userAgent'], [5, null, new URL(endpoint), () => '', false], 'a string'],
  [
    ['timeout', 'deadline', 'maxRetries', 'maxResponseSize'],
    ['3', null, {}, { [Symbol.toStringTag]: 'x' }, 5n, -1, Number.NaN, false],
    'a number from 0',
  ],
  [['fetch', 'onRequest', 'onResponse', 'onError', 'onRetry', 'validator'], ['x', {}, null, 5, false], 'a function'],
  [['fetchOptions', 'headers'], ['x', true, null, 5, false], 'an object'],
  [['signal'], [new AbortController(), 'AbortSignal', null], 'an AbortSignal'],
  [['retry'], ['alway', '', true, false, null], "'safe' or 'always'"],
  [['validate'], ['all', '', true, null], "false, 'request', 'response' or 'both'"],
]

const unknown: [name: string, message: string][] = [
  ['timeOut', 'Did you mean `timeout`?'],
  ['api_key', 'Did you mean `apiKey`?'],
  ['MAXRETRY', 'Did you mean `maxRetries`?'],
  ['ex', `The options are ${names}.`],
  ['onReso', 'Did you mean `onResponse`?'],
  ['ap', 'Did you mean `apiKey`?'],
  ['a', `The options are ${names}.`],
  ['baseUrl', `The options are ${names}.`],
  ['constructor', `The options are ${names}.`],
]

/** Options with which neither a client, nor a call, nor a client by path is made. */
async function assertRejected(client: Client, options: Json, message: string): Promise<void> {
  const expected = (error: Error) => {
    assert.ok(error instanceof client.SeamError)
    assert.equal(error.message, message)
    return true
  }
  const { fetch, sent } = createFetch([success])
  const isObject = typeof options === 'object' && options !== null
  const given = isObject ? { apiKey, fetch, ...options } : options
  if (typeof options !== 'string') {
    assert.throws(() => client.createSeamClient(given), expected)
    assert.throws(() => client.createFetchClient(given), expected)
  }
  const caller = client.createSeamClient({ apiKey, fetch, endpoint })
  await assert.rejects(caller.call(operationOf(client), body, options), expected)
  assert.throws(() => caller.withOptions(options), expected)
  assert.equal(sent.length, 0)
}

const post = async (client: Client, options: Json, init: Json) =>
  (client.createFetchClient({ apiKey, endpoint, ...options }) as Json).POST(path, init)

/** The headers that a client, a call, and both by path, send when each is given these. */
async function sendHeaders(client: Client, headers: Json): Promise<Record<string, string>[]> {
  const { fetch, sent } = createFetch([success])
  await client.createSeamClient({ apiKey, endpoint, fetch, headers }).call(operationOf(client), body)
  await client.createSeamClient({ apiKey, endpoint, fetch }).call(operationOf(client), body, { headers })
  await post(client, { fetch, headers }, { body })
  await post(client, { fetch }, { body, headers })
  return sent.map((each) => each.headers)
}

/** Options, headers and bodies that are given, in all their forms. */
export const optionChecks: Record<string, ClientCheck> = {
  async 'a wrong option is named, with what it must be'(client) {
    for (const [options, values, expected] of wrong) {
      for (const name of options) {
        for (const value of values)
          await assertRejected(client, { [name]: value }, `The option \`${name}\` must be ${expected}.`)
      }
    }
  },
  async 'an unknown option is named, with the nearest one'(client) {
    for (const [name, message] of unknown) {
      await assertRejected(client, { [name]: 1 }, `There is no option \`${name}\`. ${message}`)
    }
  },
  async 'options that are not an object are rejected'(client) {
    for (const options of [null, 7, 0, () => {}, true]) {
      await assertRejected(client, options, 'The options must be an object.')
    }
    await assertRejected(client, 'seam_key', 'The options must be an object.')
  },
  async 'each option has a right value'(client) {
    const right: Json = {
      ...Object.fromEntries(['timeout', 'deadline', 'maxRetries', 'maxResponseSize'].map((name) => [name, 0])),
      ...Object.fromEntries(['onRequest', 'onResponse', 'onError', 'onRetry', 'fetch'].map((name) => [name, () => {}])),
      endpoint: 'HTTPS://a.invalid/b/c/',
      userAgent: 'desk/1',
      fetchOptions: {},
      headers: new Headers(),
      signal: new AbortController().signal,
      validator,
    }
    const token = { personalAccessToken: () => '', workspaceId: 'w', ...right }
    for (const options of [
      { ...token, retry: 'safe', validate: false },
      { ...token, apiKey: undefined, retry: 'always', validate: 'both', deadline: Infinity },
      { ...right, apiKey, validate: 'request' },
      { ...right, apiKey: async () => apiKey, validate: 'response' },
    ]) {
      client.createSeamClient(options)
      for (const name of Object.keys(right)) {
        const isNeeded = name === 'validator' && options.validate
        if (!isNeeded) client.createSeamClient({ ...options, [name]: undefined })
      }
    }
  },
  async 'no variable of the environment is read for what is given'(client) {
    const { env } = process
    const read: unknown[] = []
    const get = (_: object, name: string) => void read.push(name)
    try {
      process.env = new Proxy<Json>(env, { get })
      client.createSeamClient({ apiKey, endpoint })
      client.createSeamClient({ personalAccessToken: 'seam_at', workspaceId: 'w', endpoint })
      assert.deepEqual(read, [])
      client.createSeamClient(apiKey)
    } finally {
      process.env = env
    }
    assert.deepEqual(read, ['SEAM_ENDPOINT'])
  },
  async 'an endpoint has no credentials, query or fragment, and is not quoted'(client) {
    for (const part of ['?a=b', '/base?', '/base#part', '/ base', '#', ':99999']) {
      const message = 'must be an http(s) URL without credentials, query or fragment.'
      const full = `The option \`endpoint\` (or SEAM_ENDPOINT) ${message}`
      await assertRejected(client, { endpoint: `https://api.invalid${part}` }, full)
      await assertRejected(client, { endpoint: `https://user:${pin}@api.invalid` }, full)
      await assertRejected(client, { endpoint: 'https:api.invalid' }, full)
    }
  },
  async 'headers are given in any form, and null removes one'(client) {
    const pairs: [string, string][] = [
      ['X-Trace', 'a'],
      ['x-other', ''],
    ]
    const authenticated = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' }
    for (const headers of [
      pairs,
      new Headers(pairs),
      new Map(pairs),
      { 'X-Trace': 'a', 'x-other': '', 'x-absent': undefined, 'x-removed': null },
    ]) {
      for (const sent of await sendHeaders(client, headers)) {
        const { 'user-agent': agent, ...others } = sent
        assert.deepEqual(others, { ...authenticated, 'x-trace': 'a', 'x-other': '' })
        assert.match(agent!, /^seam-acs-client\//)
      }
    }
    for (const sent of await sendHeaders(client, { 'User-Agent': null, authorization: null })) {
      assert.deepEqual(sent, authenticated)
    }
    const { fetch, sent } = createFetch([success])
    const settings = { fetch, headers: { 'X-Client': 'a' } }
    await client
      .createSeamClient({ apiKey, endpoint, ...settings })
      .call(operationOf(client), body, { headers: { 'x-client': null } })
    await post(client, settings, { body, headers: { 'x-client': null } })
    assert.deepEqual(
      sent.map(({ headers }) => headers['x-client']),
      [undefined, undefined],
    )
  },
  async 'a hook may remove or replace headers'(client) {
    for (const value of [undefined, null]) {
      const onRequest = ({ headers }: Json) => void (headers['user-agent'] = value)
      const { sent } = await call(client, [success], { onRequest })
      assert.equal(sent[0]!.headers['user-agent'], undefined)
      assert.equal('user-agent' in sent[0]!.headers, false)
    }
    const onRequest = (context: Json) => void (context.headers = new Headers({ 'X-Trace': 'a' }))
    assert.equal((await call(client, [success], { onRequest })).sent[0]!.headers['x-trace'], 'a')
  },
  async 'a header that is not a string, or has a forbidden character, is rejected without being quoted'(client) {
    for (const [value, message] of [
      [5, 'The header `x-trace` must be a string.'],
      [['a'], 'The header `x-trace` must be a string.'],
      [{}, 'The header `x-trace` must be a string.'],
      [`${pin}\r\nx: y`, 'The header `x-trace` has a forbidden character.'],
    ] as const) {
      const expected = (error: Error) => error instanceof client.SeamError && error.message === message
      const headers = { 'x-trace': value }
      await assertRejected(client, { headers }, message)
      await assert.rejects(post(client, { fetch: createFetch([success]).fetch }, { body, headers }), expected)
    }
  },
  async 'a client with other options keeps the rest, and leaves the first as it is'(client) {
    const { fetch, sent } = createFetch([success])
    const first = new client.Seam({ apiKey, endpoint, fetch, headers: { 'x-client': 'a' } }) as Json
    const second = first.withOptions({ apiKey: 'seam_second', headers: { 'x-trace': 'b' } })
    const third = second.withOptions({ endpoint: 'https://b.invalid', headers: { 'x-client': null } })
    assert.ok([second, third].every((seam) => seam instanceof client.Seam))
    for (const seam of [first, second, third]) await firstMethod(seam)({}).catch(() => {})
    assert.deepEqual(
      sent.map(({ url, headers }) => [
        new URL(url).host,
        headers['authorization'],
        headers['x-client'],
        headers['x-trace'],
      ]),
      [
        ['api.invalid', `Bearer ${apiKey}`, 'a', undefined],
        ['api.invalid', 'Bearer seam_second', 'a', 'b'],
        ['b.invalid', 'Bearer seam_second', undefined, 'b'],
      ],
    )
    assert.throws(() => first.withOptions({ timeOut: 5 }), client.SeamError)
    assert.ok(!inspect(second, { depth: null, showHidden: true }).includes('seam_second'))
    const busy = createFetch([createErrorResponse(429, { 'retry-after': '0' })])
    const caller = client.createSeamClient({ apiKey, endpoint, fetch: busy.fetch }).withOptions({ maxRetries: 1 })
    await assert.rejects(caller.call(operationOf(client), body), (error: Json) => error.status === 429)
    assert.equal(busy.sent.length, 2)
  },
  async 'clients with one provider of a key ask it once'(client) {
    let asked = 0
    const { fetch, sent } = createFetch([success])
    const caller = client.createSeamClient({ apiKey: async () => `seam_${asked++}`, endpoint, fetch })
    await caller.call(bodylessOf(client))
    await caller.withOptions({ timeout: 9000 }).call(bodylessOf(client))
    await caller.call(bodylessOf(client), undefined, { userAgent: 'desk/1' })
    assert.deepEqual([asked, sent.length], [1, 3])
  },
  async 'a body that JSON cannot express is not sent'(client) {
    const circular: Json = {}
    circular.self = circular
    const throwing = {
      toJSON: () => {
        throw new Error(pin)
      },
    }
    const message = `POST ${path}: not sent: the body must be an object that JSON can express.`
    const expected = (error: Error) => {
      assert.ok(error instanceof client.SeamError && !(error instanceof client.SeamRequestError))
      assert.equal(error.message, message)
      return true
    }
    const bodies: Json[] = [
      { code: 5n },
      circular,
      throwing,
      { toJSON: () => undefined },
      new FormData(),
      new URLSearchParams({ a: pin }),
      new Map(),
      new Blob(['{}']),
      new Uint8Array(2),
      Promise.resolve({}),
      () => {},
    ]
    const { fetch, sent } = createFetch([success])
    for (const options of [{}, { validate: 'request', validator }] as Json[]) {
      const caller = client.createSeamClient({ apiKey, endpoint, fetch, ...options })
      for (const given of bodies) {
        await assert.rejects(caller.call(operationOf(client), given), expected)
        await assert.rejects(post(client, { fetch, ...options }, { body: given }), expected)
      }
      await assert.rejects(caller.call(operationOf(client), undefined as never), expected)
    }
    assert.equal(sent.length, 0)
  },
  async 'a body that JSON can express is sent as it is'(client) {
    const { fetch, sent } = createFetch([success])
    const bodies: Json[] = [Object.assign(Object.create(null), { a: 1 }), { toJSON: () => ({ b: 2 }) }, [1], null, {}]
    for (const given of bodies)
      await client.createSeamClient({ apiKey, endpoint, fetch }).call(operationOf(client), given)
    assert.deepEqual(
      sent.map((each) => each.body),
      bodies.map((given) => JSON.stringify(given)),
    )
  },
}

/** The first method of a client; all of them send. */
function firstMethod(seam: Json): (given: object) => Promise<unknown> {
  const [inner] = Object.values(seam) as Json[]
  return typeof inner === 'function' ? inner : firstMethod(inner)
}
