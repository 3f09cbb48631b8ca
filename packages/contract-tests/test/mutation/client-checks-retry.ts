import assert from 'node:assert/strict'
import { serve, serveAnswers, type Answer } from '../loopback-server.ts'
import type { Json } from '../recording.ts'
import type { Client } from '../replay.ts'
import { apiKey, body, call, path, refuse, success, type ClientCheck } from './client-checks.ts'

const soon = { 'retry-after-ms': '1' }

const countTries = async (client: Client, answers: Answer[], options = {}) =>
  (await call(client, answers, options)).server.received.length

/** The wait before the first repetition, without waiting for it; undefined where there is none. */
async function readDelay(client: Client, answers: Answer[], options = {}): Promise<number | undefined> {
  let waits = 0
  let delay: number | undefined
  const onRetry = (context: Json) => {
    if (++waits < answers.length) return
    delay = context.delay
    throw new Error('enough')
  }
  await call(client, answers, { onRetry, ...options })
  return delay
}

/** A fetch whose connections fail with a code, as Node's does; it holds the key, as an error of Node's may. */
const failing = (code: string) => async () => {
  throw Object.assign(new TypeError(`fetch failed with ${apiKey}`), { cause: { code, key: apiKey } })
}

/** What is repeated and when, and what ends a call. */
export const retryChecks: Record<string, ClientCheck> = {
  async 'only what cannot have created a credential is repeated'(client) {
    const repeated = [refuse(429, soon), refuse(503, soon), refuse(429, { 'retry-after': '0' })]
    for (const answer of repeated) assert.equal(await countTries(client, [answer, success]), 2)
    const others = [refuse(503), ...[400, 401, 404, 408, 409, 500, 502].map((status) => refuse(status, soon))]
    for (const answer of others) assert.equal(await countTries(client, [answer, success]), 1)
    assert.equal(await countTries(client, [success]), 1)
  },
  async 'everything that may help is repeated where that is asked for'(client) {
    for (const status of [408, 429, 500, 502, 503]) {
      assert.equal(await countTries(client, [refuse(status, soon), success], { retry: 'always' }), 2)
    }
    for (const status of [400, 404]) {
      assert.equal(await countTries(client, [refuse(status, soon), success], { retry: 'always' }), 1)
    }
  },
  async 'a call is repeated twice unless told otherwise'(client) {
    assert.equal(await countTries(client, [refuse(429, soon)]), 3)
    assert.equal(await countTries(client, [refuse(429, soon)], { maxRetries: 0 }), 1)
    assert.equal(await countTries(client, [refuse(429, soon)], { maxRetries: 4 }), 5)
  },
  async 'the wait is what the server asks for'(client) {
    const date = (seconds: number) => new Date(1e12 + seconds * 1000).toUTCString()
    const rows: [Record<string, string>, number][] = [
      [{ 'retry-after': '7' }, 7000],
      [{ 'retry-after-ms': '40' }, 40],
      [{ 'retry-after': date(9), date: date(0) }, 9000],
      [{ 'retry-after': '100' }, 60_000],
    ]
    for (const [headers, wait] of rows) assert.equal(await readDelay(client, [refuse(429, headers)]), wait)
    // Timers of one process fire in the order in which they are due, however busy the machine is.
    let isEarly = true
    const onRetry = () => void setTimeout(() => (isEarly = false), 80)
    await call(client, [refuse(429, { 'retry-after-ms': '100' }), success], { onRetry })
    assert.ok(!isEarly)
  },
  async 'a wait that nobody asked for is random and grows'(client) {
    const { random } = Math
    try {
      for (const part of [0.25, 0.5]) {
        Math.random = () => part
        const next = refuse(429, soon)
        assert.equal(await readDelay(client, [refuse(429)]), 500 * part)
        assert.equal(await readDelay(client, [next, refuse(429)]), 1000 * part)
        assert.equal(await readDelay(client, [...Array(6).fill(next), refuse(429)], { maxRetries: 9 }), 8000 * part)
      }
    } finally {
      Math.random = random
    }
  },
  async 'a connection that could not be made is repeated, and a broken one is not'(client) {
    const server = await serveAnswers([success])
    server.close()
    const reasons: Json[] = []
    const onRetry = ({ reason }: Json) => {
      reasons.push(reason)
      throw reason
    }
    const seam = new client.Seam({ apiKey, endpoint: server.endpoint, onRetry })
    const error = (await seam.acs.credentials.create(body).catch(Object)) as Json
    assert.ok(error instanceof client.SeamConnectionError)
    assert.equal(error.code, 'ECONNREFUSED')
    assert.match(error.message, /^POST .*: no connection \(ECONNREFUSED\)$/)
    assert.equal(reasons.length, 1)
    const broken = await call(client, [], { fetch: failing('ECONNRESET'), onRetry })
    assert.equal(broken.error.code, 'ECONNRESET')
    assert.equal(reasons.length, 1)
    await call(client, [], { fetch: failing('ECONNRESET'), onRetry, retry: 'always' })
    assert.equal(reasons.length, 2)
  },
  async 'a call without an answer ends in time'(client) {
    for (const options of [{ timeout: 100 }, { deadline: 100 }, { timeout: 0, deadline: 100 }]) {
      const server = await serve(() => new Promise(() => {}))
      const seam = new client.Seam({ apiKey, endpoint: server.endpoint, ...options })
      let isEarly = true
      setTimeout(() => (isEarly = false), 80)
      const late = new Promise((resolve) => setTimeout(resolve, 400, 'late'))
      const error = await Promise.race([seam.acs.credentials.create(body).catch(Object), late])
      server.close()
      assert.ok(error instanceof client.SeamTimeoutError)
      assert.match(error.message, /no answer within \d+ ms/)
      assert.ok(!isEarly)
      // None where the machine is too busy to connect in time.
      assert.ok(server.received.length <= 1)
    }
  },
  async 'a call that would outlast its deadline ends at once with what it has'(client) {
    const onRetry = () => {
      throw new Error('it is repeated')
    }
    const { error } = await call(client, [refuse(429, { 'retry-after': '6' })], { deadline: 5000, onRetry })
    assert.equal(error.status, 429)
  },
  async 'a signal ends the call with its reason'(client) {
    let tries = 0
    const early = await call(client, [success], { signal: AbortSignal.abort('enough'), onRequest: () => void tries++ })
    assert.equal(early.error, 'enough')
    assert.equal(tries + early.server.received.length, 0)
    let late: NodeJS.Timeout | undefined
    let isLate = false
    const abort = (controller: AbortController, reason: string) => {
      controller.abort(reason)
      late = setTimeout(() => (isLate = true), 100)
    }
    const waiting = new AbortController()
    const onRetry = () => setTimeout(abort, 5, waiting, 'stop')
    const answers = [refuse(429, { 'retry-after-ms': '300' })]
    assert.equal((await call(client, answers, { signal: waiting.signal, onRetry })).error, 'stop')
    clearTimeout(late)
    const sending = new AbortController()
    const server = await serve(() => (abort(sending, 'later'), new Promise(() => {})))
    const seam = new client.Seam({ apiKey, endpoint: server.endpoint, signal: sending.signal, timeout: 1500 })
    assert.equal(await seam.fetchClient.POST(path, { body }).catch((error: unknown) => error), 'later')
    clearTimeout(late)
    server.close()
    assert.ok(!isLate)
  },
  async 'a result throws where no answer came'(client) {
    const seam = new client.Seam({ apiKey, endpoint: 'http://127.0.0.1:9', fetch: failing('ECONNRESET') })
    await assert.rejects(seam.acs.credentials.create(body).asResult(), client.SeamConnectionError)
    await assert.rejects(seam.acs.credentials.create(body).withResponse(), client.SeamConnectionError)
  },
}
