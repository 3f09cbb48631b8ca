import assert from 'node:assert/strict'
import { serve } from '@seam-acs/recorder/loopback-server'
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
  createErrorResponse,
  success,
  type StubResponse,
  type ClientCheck,
} from './stub.ts'

const soon = { 'retry-after-ms': '1' }

const countTries = async (client: Client, responses: StubResponse[], options = {}) =>
  (await call(client, responses, options)).sent.length

/** The wait before the request for the last response, without waiting for it; undefined if there is none. */
async function readDelay(client: Client, responses: StubResponse[], options = {}): Promise<number | undefined> {
  let waits = 0
  let delay: number | undefined
  const onRetry = (context: Json) => {
    if (++waits < responses.length) return
    delay = context.delay
    throw new Error('enough')
  }
  await call(client, responses, { onRetry, ...options })
  return delay
}

/** A fetch whose connections fail with a code, like those of Node; its error contains the key, as an error of Node may. */
const failing =
  (code: Json, place: 'cause' | 'itself' = 'cause') =>
  async () => {
    const error = new TypeError(`fetch failed with ${apiKey}`)
    throw Object.assign(error, place === 'cause' ? { cause: { code, key: apiKey } } : { code })
  }

const silent = () => new Promise<never>(() => {})

/** What is retried and when, and what ends a call. */
export const retryChecks: Record<string, ClientCheck> = {
  async 'only requests that cannot have taken effect are retried'(client) {
    const retried = [
      createErrorResponse(429, soon),
      createErrorResponse(503, soon),
      createErrorResponse(503, { 'retry-after': '0' }),
    ]
    for (const response of retried) assert.equal(await countTries(client, [response, success]), 2)
    const others = [
      createErrorResponse(503),
      ...[400, 401, 404, 408, 409, 500, 502].map((status) => createErrorResponse(status, soon)),
    ]
    for (const response of others) assert.equal(await countTries(client, [response, success]), 1)
    assert.equal(await countTries(client, [success]), 1)
  },
  async 'every failure that may pass is retried if the caller asks for it'(client) {
    for (const status of [408, 429, 500, 502, 503]) {
      assert.equal(await countTries(client, [createErrorResponse(status, soon), success], { retry: 'always' }), 2)
    }
    for (const status of [400, 404, 499]) {
      assert.equal(await countTries(client, [createErrorResponse(status, soon), success], { retry: 'always' }), 1)
    }
  },
  async 'a call is retried twice by default'(client) {
    assert.equal(await countTries(client, [createErrorResponse(429, soon)]), 3)
    assert.equal(await countTries(client, [createErrorResponse(429, soon)], { maxRetries: 0 }), 1)
    assert.equal(await countTries(client, [createErrorResponse(429, soon)], { maxRetries: 4 }), 5)
  },
  async 'the wait is what the server asks for'(client) {
    const date = (seconds: number) => new Date(1e12 + seconds * 1000).toUTCString()
    const rows: [Record<string, string>, number][] = [
      [{ 'retry-after': '7' }, 7000],
      [{ 'retry-after-ms': '40' }, 40],
      [{ 'retry-after-ms': '40', 'retry-after': '7' }, 40],
      [{ 'retry-after': date(9), date: date(0) }, 9000],
      [{ 'retry-after': '100' }, 60_000],
    ]
    for (const [headers, wait] of rows) assert.equal(await readDelay(client, [createErrorResponse(429, headers)]), wait)
    const inAMinute = await readDelay(client, [
      createErrorResponse(429, { 'retry-after': new Date(Date.now() + 30_000).toUTCString() }),
    ])
    assert.ok(inAMinute! > 20_000 && inAMinute! <= 30_000)
    // Timers of one process fire in the order in which they are due, however busy the machine is.
    let isEarly = true
    const onRetry = () => void setTimeout(() => (isEarly = false), 20)
    await call(client, [createErrorResponse(429, { 'retry-after-ms': '40' }), success], { onRetry })
    assert.ok(!isEarly)
  },
  async 'a wait that the server did not ask for is random and grows'(client) {
    const { random } = Math
    try {
      for (const part of [0.25, 0.5]) {
        Math.random = () => part
        const next = createErrorResponse(429, soon)
        assert.equal(await readDelay(client, [createErrorResponse(429)]), 500 * part)
        assert.equal(await readDelay(client, [next, createErrorResponse(429)]), 1000 * part)
        assert.equal(
          await readDelay(client, [...Array(6).fill(next), createErrorResponse(429)], { maxRetries: 9 }),
          8000 * part,
        )
      }
    } finally {
      Math.random = random
    }
  },
  async 'a connection that could not be made is retried, and a broken one is not'(client) {
    const reasons: Json[] = []
    const onRetry = ({ reason }: Json) => {
      reasons.push(reason)
      throw reason
    }
    const onResponse = () => assert.fail('no response came')
    const unconnected = await call(client, [], { fetch: failing('ECONNREFUSED'), onRetry, onResponse })
    assert.ok(unconnected.error instanceof client.SeamConnectionError)
    assert.equal(unconnected.error.code, 'ECONNREFUSED')
    assert.match(unconnected.error.message, /^POST .*: no connection \(ECONNREFUSED\)$/)
    assert.equal(reasons.length, 1)
    await call(client, [], { fetch: failing('ENOTFOUND', 'itself'), onRetry })
    assert.equal(reasons.length, 2)
    const broken = await call(client, [], { fetch: failing('ECONNRESET'), onRetry })
    assert.equal(broken.error.code, 'ECONNRESET')
    const unnamed = await call(client, [], { fetch: failing(5), onRetry })
    assert.deepEqual([unnamed.error.code, unnamed.error.message], [undefined, 'POST /keys/create: no connection'])
    assert.equal(reasons.length, 2)
    await call(client, [], { fetch: failing('ECONNRESET'), onRetry, retry: 'always' })
    assert.equal(reasons.length, 3)
  },
  async 'a call without a response ends in time'(client) {
    const rows: [Json, RegExp][] = [
      [{ timeout: 30 }, /no response within 30 ms/],
      [{ deadline: 30 }, /no response within -?\d+ ms/],
      [{ timeout: 0, deadline: 30 }, /no response within -?\d+ ms/],
      [{ timeout: 30, deadline: 9000 }, /no response within 30 ms/],
      [{ timeout: 9000, deadline: 30 }, /no response within -?\d+ ms/],
    ]
    for (const [options, message] of rows) {
      let signal: AbortSignal | null | undefined
      const fetch = (_: string, init: RequestInit) => ((signal = init.signal), silent())
      const seam = client.createSeamClient({ apiKey, endpoint, fetch, ...options })
      let isEarly = true
      setTimeout(() => (isEarly = false), 20)
      const late = new Promise((resolve) => setTimeout(resolve, 400, 'late'))
      const error = (await Promise.race([seam.call(operationOf(client), body).catch(Object), late])) as Json
      assert.ok(error instanceof client.SeamTimeoutError)
      assert.match(error.message, message)
      assert.ok(!isEarly && signal?.aborted)
    }
  },
  async 'a limit beyond the range of timers is ignored'(client) {
    const fetch = async () => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      return Response.json(success.body)
    }
    for (const timeout of [2 ** 31, 2 ** 40])
      assert.equal((await call(client, [], { fetch, timeout })).error, undefined)
  },
  async 'a call whose limits hold leaves no timer behind'(client) {
    const before = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
    await call(client, [success], { timeout: 9000, deadline: 9000, signal: new AbortController().signal })
    const after = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
    assert.ok(after <= before)
  },
  async 'a call that would outlast its deadline ends at once with what it has'(client) {
    const onRetry = () => {
      throw new Error('it is retried')
    }
    const { error } = await call(client, [createErrorResponse(429, { 'retry-after': '6' })], {
      deadline: 5000,
      onRetry,
    })
    assert.equal(error.status, 429)
    const kept = await call(client, [createErrorResponse(429, soon), success], { deadline: 5000 })
    assert.equal(kept.error, undefined)
  },
  async 'a signal ends the call with its reason'(client) {
    let tries = 0
    const early = await call(client, [success], { signal: AbortSignal.abort('enough'), onRequest: () => void tries++ })
    assert.deepEqual([early.error, tries, early.sent.length], ['enough', 0, 0])
    const late = new Promise((resolve) => setTimeout(resolve, 300, { error: 'late' }))
    const waiting = new AbortController()
    const onRetry = () => void setTimeout(() => waiting.abort('stop'), 5)
    const responses = [createErrorResponse(429, { 'retry-after-ms': '2000' })]
    const stopped = (await Promise.race([call(client, responses, { signal: waiting.signal, onRetry }), late])) as Json
    assert.equal(stopped.error, 'stop')
    const inHook = new AbortController()
    const abortAtOnce = () => inHook.abort('now')
    const ended = (await Promise.race([
      call(client, responses, { signal: inHook.signal, onRetry: abortAtOnce }),
      late,
    ])) as Json
    assert.equal(ended.error, 'now')
    for (const timeout of [0, 9000]) {
      const sending = new AbortController()
      let given: AbortSignal | null | undefined
      const fetch = (_: string, init: RequestInit) => {
        given = init.signal
        setTimeout(() => sending.abort('later'), 5)
        return silent()
      }
      const aborted = (await Promise.race([call(client, [], { signal: sending.signal, fetch, timeout }), late])) as Json
      assert.equal(aborted.error, 'later')
      assert.ok(given?.aborted)
    }
  },
  async 'a signal that outlives its calls keeps nothing of them'(client) {
    const { signal } = new AbortController()
    let listeners = 0
    const { addEventListener, removeEventListener } = signal
    const count = (name: string, by: number) => void (name === 'abort' && (listeners += by))
    signal.addEventListener = (...given: Json) => (count(given[0], 1), addEventListener.apply(signal, given))
    signal.removeEventListener = (...given: Json) => (count(given[0], -1), removeEventListener.apply(signal, given))
    await call(client, [createErrorResponse(429, soon), success], { signal })
    assert.equal(listeners, 0)
  },
  async 'a result throws where no response came'(client) {
    const seam = client.createSeamClient({ apiKey, endpoint, fetch: failing('ECONNRESET') })
    await assert.rejects(seam.call(bodylessOf(client)).asResult(), client.SeamConnectionError)
    await assert.rejects(seam.call(bodylessOf(client)).withResponse(), client.SeamConnectionError)
  },
  async 'a response that is too large is not read to its end, and a failure to cancel it is ignored'(client) {
    const failure = new Error('it cannot be cancelled')
    const left: unknown[] = []
    const onRejection = (reason: unknown) => void left.push(reason)
    process.on('unhandledRejection', onRejection)
    let isCancelled = false
    const cancel = () => {
      isCancelled = true
      throw failure
    }
    const chunk = new Uint8Array(1000)
    const stream = new ReadableStream({ pull: (controller) => controller.enqueue(chunk), cancel })
    const { error } = await call(client, [success], { fetch: async () => new Response(stream), maxResponseSize: 5000 })
    // A rejection counts as not handled once the queue of microtasks is empty.
    await new Promise((resolve) => setImmediate(resolve))
    process.off('unhandledRejection', onRejection)
    assert.match(error.message, /larger than 5000 bytes/)
    assert.ok(isCancelled && !left.includes(failure))
  },
  async 'a redirect does not take the body along'(client) {
    const { fetch, sent } = createFetch([success])
    const other = await serve(() => success)
    try {
      for (const status of [301, 307]) {
        const server = await serve(() => ({ status, headers: { location: other.endpoint } }))
        const error = (await client
          .createSeamClient({ apiKey, endpoint: server.endpoint })
          .call(operationOf(client), body)
          .catch(Object)) as Json
        server.close()
        assert.ok(error instanceof client.SeamResponseError)
        assert.equal(error.status, status)
      }
    } finally {
      other.close()
    }
    assert.equal(other.received.length, 0)
    await client.createSeamClient({ apiKey, endpoint, fetch }).call(bodylessOf(client))
    assert.equal(sent[0]!.redirect, 'manual')
  },
  async 'nothing is sent after the deadline'(client) {
    const onRequest = () => {
      const end = performance.now() + 3
      while (performance.now() < end);
    }
    for (const key of [apiKey, async () => apiKey]) {
      const { error, sent } = await call(client, [success], { apiKey: key, deadline: 1, onRequest })
      assert.ok(error instanceof client.SeamTimeoutError)
      assert.match(error.message, / within 0 ms$/)
      assert.equal(sent.length, 0)
    }
  },
}
