import assert from 'node:assert/strict'
import type { Json } from '@seam-acs/spec/model'
import { apiKey, call, path, pin, createErrorResponse, requestId, success, type ClientCheck } from './stub.ts'

const name = `POST ${path}`
const failing = (error: unknown) => ({
  fetch: async () => {
    throw error
  },
  maxRetries: 0,
})
const fetchFailed = (cause: unknown) => new TypeError('fetch failed', { cause })
const throwing = () => {
  throw new Error(apiKey)
}
const never = () => new Promise<never>(() => {})

const reasons: [thrown: unknown, reason: string | undefined][] = [
  [new RangeError('Too far'), 'RangeError: Too far'],
  [Object.assign(new Error('Quota spent'), { name: 'QuotaError' }), 'QuotaError: Quota spent'],
  [new Error('No token', { cause: new Error('Vault closed') }), 'Error: No token: Error: Vault closed'],
  ['No luck', 'No luck'],
  [fetchFailed(new Error('bad port')), 'Error: bad port'],
  [fetchFailed(undefined), undefined],
  [
    new TypeError('Fetch failed: Requests to port 9 are blocked'),
    'TypeError: Fetch failed: Requests to port 9 are blocked',
  ],
  [new Error('of\nbearer'), undefined],
  [new Error('x'.repeat(400)), `Error: ${'x'.repeat(293)}`],
  [new Error(''), undefined],
  [undefined, undefined],
  [null, undefined],
  [{ response: {} }, undefined],
  [Object.defineProperty({}, 'code', { get: throwing }), undefined],
  [{ toString: throwing }, undefined],
  [new Error('Bad header proxy-secret'), undefined],
  [new Error('A short header: abc'), 'Error: A short header: abc'],
  [new Error('A header: 12345678'), undefined],
  [new Error('A header: 7654321'), 'Error: A header: 7654321'],
  [new Error('{"authorization":"Basic c2VhbQ=="}'), undefined],
  [new Error('{"Authorization":"Basic c2VhbQ=="}'), undefined],
  [new Error('a Bearer token'), undefined],
  [new Error(`Bad body ${pin}`), 'Error: Bad body …'],
  [new TypeError('Bad URL http://user:pa55@proxy.example/x'), 'TypeError: Bad URL http://…@proxy.example/x'],
  [fetchFailed(new Error('http://a:b@c and http://d:e@f')), 'Error: http://…@c and http://…@f'],
]

/** The reasons of failed calls, the hook that sees them, and what all errors have. */
export const failureChecks: Record<string, ClientCheck> = {
  async 'the reason of a failed fetch is kept, without a secret'(client) {
    const headers = { 'x-proxy': 'proxy-secret', 'x-short': 'abc', 'x-eight': '12345678', 'x-seven': '7654321' }
    for (const [thrown, reason] of reasons) {
      const { error } = await call(client, [], { ...failing(thrown), headers })
      assert.ok(error instanceof client.SeamConnectionError)
      assert.deepEqual([error.code, error.reason], [undefined, reason])
      assert.equal(error.message, `${name}: no connection${reason ? ` (${reason})` : ''}`)
    }
    const atOnce = {
      fetch: () => {
        throw new RangeError('At once')
      },
    }
    assert.equal((await call(client, [], atOnce)).error.reason, 'RangeError: At once')
    for (const response of [undefined, null, { data: {} }]) {
      const { error } = await call(client, [], { fetch: async () => response })
      assert.equal(error.reason, 'TypeError: `fetch` returned no response')
    }
  },
  async 'the code of a failed fetch comes first, unless it has a secret'(client) {
    const cause = Object.assign(new Error('connect 127.0.0.1:9'), { code: 'ECONNREFUSED' })
    const { error } = await call(client, [], failing(fetchFailed(cause)))
    assert.deepEqual(
      [error.message, error.code, error.reason],
      [`${name}: no connection (ECONNREFUSED)`, 'ECONNREFUSED', 'Error: connect 127.0.0.1:9'],
    )
    for (const code of [apiKey, pin, 'no code', `E_${apiKey}`, '', 7]) {
      const other = await call(client, [], failing(Object.assign(new Error('No'), { code })))
      assert.deepEqual([other.error.code, other.error.reason], [undefined, 'Error: No'])
    }
  },
  async 'a connection that Deno could not make is retried, and a broken one is not'(client) {
    for (const [step, count] of [
      ['Connect', 2],
      ['SendRequest', 1],
    ] as const) {
      let tries = 0
      const fetch = () => (tries++, Promise.reject(fetchFailed(new Error(`client error (${step}): no`))))
      const { random } = Math
      Math.random = () => 0
      await call(client, [], { fetch, maxRetries: 1 })
      Math.random = random
      assert.equal(tries, count)
    }
  },
  async 'each try ends with either onResponse or onError'(client) {
    const seen: Json[] = []
    const note = (hook: string) => async (context: Json) => void (await Promise.resolve(), seen.push([hook, context]))
    const hooks = Object.fromEntries(
      ['onRequest', 'onResponse', 'onError', 'onRetry'].map((each) => [each, note(each)]),
    )
    let tries = 0
    const fetch = async () => {
      if (tries++ > 0) return Response.json(success.body)
      await new Promise((resolve) => setTimeout(resolve, 10))
      throw Object.assign(new Error('No'), { code: 'ECONNREFUSED' })
    }
    const { random } = Math
    Math.random = () => 0
    const { error } = await call(client, [], { ...hooks, fetch })
    Math.random = random
    assert.equal(error, undefined)
    assert.deepEqual(
      seen.map(([hook, { attempt }]) => `${hook} ${attempt}`),
      ['onRequest 0', 'onError 0', 'onRetry 0', 'onRequest 1', 'onResponse 1'],
    )
    const { error: given, duration, ...others } = seen[1][1]
    const { reason, delay: _, ...context } = seen[2][1]
    assert.ok(given instanceof client.SeamConnectionError && reason === given)
    assert.deepEqual(others, context)
    assert.deepEqual(Object.keys(others), ['operation', 'attempt', 'headers'])
    assert.ok(duration > 5 && duration < 5000)
  },
  async 'the duration of a try is that of its request, or of getting the key where that fails'(client) {
    const { now } = performance
    let time = 0
    const durations: number[] = []
    const note = ({ duration }: Json) => void durations.push(duration)
    const getKey = async () => {
      await Promise.resolve()
      time += 100
      return apiKey
    }
    const fetch = async () => ((time += 7), Response.json(success.body))
    const noKey = async () => {
      await getKey()
      throw new Error('vault')
    }
    try {
      performance.now = () => time
      await call(client, [], { apiKey: getKey, fetch, onResponse: note })
      await call(client, [], { apiKey: noKey, fetch, onError: note })
    } finally {
      performance.now = now
    }
    assert.deepEqual(durations, [7, 100])
  },
  async 'onError sees what the call fails with'(client) {
    const problem = new Error('The vault is closed')
    const controller = new AbortController()
    const rows: [Json, Json][] = [
      [failing(new Error('No')), client.SeamConnectionError],
      [{ fetch: never, timeout: 20 }, client.SeamTimeoutError],
      [{ fetch: never, deadline: 20 }, client.SeamTimeoutError],
      [{ apiKey: never, deadline: 20 }, client.SeamTimeoutError],
      [{ apiKey: async () => Promise.reject(problem) }, problem],
      [{ onRequest: ({ headers }: Json) => void (headers.x = '\n') }, client.SeamError],
      [{ fetch: () => (controller.abort(problem), never()), signal: controller.signal }, problem],
    ]
    for (const [options, expected] of rows) {
      const seen: Json[] = []
      const onError = (context: Json) => void seen.push(context)
      const onResponse = () => assert.fail('no response came')
      const { error } = await call(client, [success], { maxRetries: 0, onError, onResponse, ...options })
      assert.ok(error === expected || error instanceof expected)
      assert.equal(seen.length, 1)
      assert.equal(seen[0].error, error)
      assert.deepEqual([seen[0].operation, seen[0].attempt, typeof seen[0].headers], [name, 0, 'object'])
      assert.ok(seen[0].duration >= 0 && seen[0].duration < 5000)
    }
  },
  async 'a promise of onError is awaited, and its failure ends the call'(client) {
    const problem = new Error('The log is full')
    const onError = () => Promise.reject(problem)
    assert.equal((await call(client, [], { ...failing(new Error('No')), onError })).error, problem)
    const apiKeyFails = () => Promise.reject(new Error('vault'))
    assert.equal((await call(client, [], { apiKey: apiKeyFails, onError })).error, problem)
  },
  async 'an error of any copy is known by isSeamError'(client) {
    const { error } = await call(client, [createErrorResponse(404)])
    const other = Object.assign(new Error('x'), { [Symbol.for('@seam-acs/client error')]: true })
    for (const each of [error, new client.SeamError('x'), other]) assert.equal(client.isSeamError(each), true)
    for (const each of [undefined, null, 'SeamError', new Error('No'), { name: 'SeamError' }, client.SeamError])
      assert.equal(client.isSeamError(each), false)
  },
  async 'an error in JSON has its name, its message and its fields'(client) {
    const validation_errors = { _errors: ['No'] }
    const { error } = await call(client, [createErrorResponse(400, {}, { validation_errors })])
    const { text, ...others } = JSON.parse(JSON.stringify(error))
    assert.equal(text, error.text)
    assert.deepEqual(others, {
      name: 'SeamApiError',
      message: `${name}: 400 some_type: No. (request ${requestId})`,
      status: 400,
      requestId,
      type: 'some_type',
      validationErrors: validation_errors,
    })
    const unconnected = new client.SeamConnectionError('x', { code: 'ECONNRESET', reason: 'y' })
    assert.deepEqual(JSON.parse(JSON.stringify(unconnected)), {
      name: 'SeamConnectionError',
      message: 'x',
      code: 'ECONNRESET',
      reason: 'y',
    })
    const flawed = new client.SeamResponseError(`${name}: 1 y`, { status: 1, requestId, text: 'z', issues: [] })
    assert.deepEqual(JSON.parse(JSON.stringify(flawed)), {
      name: 'SeamResponseError',
      message: `${name}: 1 y`,
      status: 1,
      requestId,
      text: 'z',
      issues: [],
    })
  },
}
