import { getEventListeners } from 'node:events'
import { setImmediate as nextTurn, setTimeout } from 'node:timers/promises'
import { SeamApiError, SeamTimeoutError, type SeamOptions } from '@seam-acs/client'
import { expect, test, vi } from 'vitest'
import { errorResponse, respondWith } from '../respond.ts'
import {
  acs_credential,
  create,
  drip,
  failure,
  operation,
  respondWithError,
  serve,
  stopClock,
  succeed,
  token,
  writeRaw,
  type Step,
} from './scripted-server.ts'

const stall = writeRaw('', 'leaveOpen')

test('timeout: 0 sets no limit', async () => {
  const { endpoint } = await serve((response) => void setTimeout(50).then(() => succeed(response)))
  expect(await create(endpoint, { timeout: 0 })).toEqual(acs_credential)
})

test.each<[string, Step]>([
  ['accepts the connection and sends nothing', stall],
  ['stops in the middle of the headers', writeRaw('HTTP/1.1 200 OK\r\ncontent-ty', 'leaveOpen')],
  ['sends early hints and no more', writeRaw('HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n', 'leaveOpen')],
  ['stops in the middle of the body', writeRaw('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{', 'leaveOpen')],
  ['sends the body one byte at a time', drip],
])('a server that %s runs into the timeout, and its connection is closed', async (_, step) => {
  const { endpoint, received, disconnected } = await serve(step)
  stopClock()
  const call = failure(create(endpoint, { timeout: 400 }))
  while (received.length === 0) await nextTurn()
  // Time for the beginning of a response to arrive.
  for (let turn = 0; turn < 50; turn++) await nextTurn()
  vi.advanceTimersByTime(400)
  const error = await call
  expect(error).toBeInstanceOf(SeamTimeoutError)
  expect(error.message).toBe(`${operation}: no response within 400 ms`)
  await disconnected
  expect(received).toHaveLength(1)
})

const never = new Promise<never>(() => {})
const signalIgnorers: [string, SeamOptions['fetch']][] = [
  ['never responds', () => never],
  ['never ends the body', async () => new Response(new ReadableStream({ pull: () => never }))],
  [
    'responses without end',
    async () =>
      new Response(new ReadableStream({ pull: (to) => setTimeout(5).then(() => to.enqueue(new Uint8Array(1))) })),
  ],
]

test.each(signalIgnorers)('a fetch that ignores its signal and %s runs into the timeout', async (_, fetch) => {
  const error = await failure(create('http://127.0.0.1:1', { fetch, timeout: 30 }))
  expect(error).toBeInstanceOf(SeamTimeoutError)
})

test.each(signalIgnorers)('a fetch that ignores its signal and %s is left on an abort', async (_, fetch) => {
  const reason = new Error('The guest has left')
  const controller = new AbortController()
  const call = failure(create('http://127.0.0.1:1', { fetch, signal: controller.signal }))
  await setTimeout(10)
  controller.abort(reason)
  expect(await call).toBe(reason)
})

test('a signal that is aborted already sends nothing, and its reason is thrown', async () => {
  const { endpoint, connections } = await serve(succeed)
  const reason = new Error('The guest has left')
  const attempts: number[] = []
  const onRequest = ({ attempt }: { attempt: number }) => void attempts.push(attempt)
  expect(await failure(create(endpoint, { signal: AbortSignal.abort(reason), onRequest }))).toBe(reason)
  expect(await failure(create(endpoint, { signal: AbortSignal.abort() }).asResult())).toMatchObject({
    name: 'AbortError',
  })
  expect([connections(), attempts]).toEqual([0, []])
})

test.each<[string, unknown]>([
  ['an error', new Error('The guest has left')],
  ['a string', 'left'],
  ['an object', { guest: 7 }],
  ['zero', 0],
  ['null', null],
])('an abort during a try throws its reason, %s, and closes the connection', async (_, reason) => {
  const controller = new AbortController()
  const { endpoint, received, disconnected } = await serve(() => controller.abort(reason))
  expect(await failure(create(endpoint, { signal: controller.signal, retry: 'always' }))).toBe(reason)
  expect(received).toHaveLength(1)
  await disconnected
})

test('an abort during the body throws its reason and closes the connection', async () => {
  const { endpoint, received, disconnected } = await serve(drip)
  const reason = new Error('The guest has left')
  const controller = new AbortController()
  const call = create(endpoint, {
    signal: controller.signal,
    fetch: async (url, init) => {
      const response = await fetch(url, init)
      setImmediate(() => controller.abort(reason))
      return response
    },
  })
  expect(await failure(call)).toBe(reason)
  expect(received).toHaveLength(1)
  await disconnected
})

test.each<[string, (abort: () => void) => void]>([
  ['during the wait', (abort) => setImmediate(abort)],
  ['in the hook before it', (abort) => abort()],
])('an abort %s between two tries ends the call at once', async (_, schedule) => {
  const { endpoint, received } = await serve(respondWithError(429, { 'retry-after': '30' }), succeed)
  const reason = new Error('The guest has left')
  const controller = new AbortController()
  const onRetry = () => schedule(() => controller.abort(reason))
  const start = performance.now()
  expect(await failure(create(endpoint, { signal: controller.signal, onRetry }))).toBe(reason)
  expect(performance.now() - start).toBeLessThan(20_000)
  expect(received).toHaveLength(1)
})

test('a signal of AbortSignal.timeout throws its own error', async () => {
  const { endpoint } = await serve(stall)
  const error = await failure(create(endpoint, { signal: AbortSignal.timeout(30) }))
  expect(error).not.toBeInstanceOf(SeamTimeoutError)
  expect(error).toMatchObject({ name: 'TimeoutError' })
})

test('a deadline before the end of the wait gives the error of the response at once', async () => {
  const { endpoint, received } = await serve(respondWithError(429, { 'retry-after': '30' }), succeed)
  const error = await failure(create(endpoint, { deadline: 10_000 }))
  expect(error).toBeInstanceOf(SeamApiError)
  expect(error).toMatchObject({ status: 429, type: 'rejected' })
  expect(received).toHaveLength(1)
})

test('a deadline in the middle of a try is a timeout, and nothing is retried', async () => {
  const { fetch, sent } = respondWith(errorResponse(429, 'rejected', { 'retry-after': '0' }), () => never)
  stopClock()
  const call = failure(create('http://127.0.0.1:1', { fetch, deadline: 250, retry: 'always', maxRetries: 9 }))
  await vi.advanceTimersByTimeAsync(250)
  expect(await call).toBeInstanceOf(SeamTimeoutError)
  expect(sent).toHaveLength(2)
})

test.each<[string, SeamOptions['apiKey']]>([
  ['key', token],
  ['provider of a key', async () => token],
])('with a %s nothing is sent after a hook that took longer than the deadline', async (_, apiKey) => {
  const { fetch, sent } = respondWith()
  const onRequest = () => {
    const end = performance.now() + 5
    while (performance.now() < end);
  }
  const error = await failure(create('http://127.0.0.1:1', { apiKey, fetch, deadline: 1, onRequest }))
  expect(error).toBeInstanceOf(SeamTimeoutError)
  expect(error.message).toMatch(/^POST \/acs\/credentials\/create: no (key|response) within 0 ms$/)
  expect(sent).toEqual([])
})

test('a token that comes after the deadline is not sent', async () => {
  const { endpoint, connections } = await serve(succeed)
  const apiKey = async () => setTimeout(60, token)
  expect(await failure(create(endpoint, { apiKey, deadline: 20 }))).toBeInstanceOf(SeamTimeoutError)
  expect(connections()).toBe(0)
})

test('a token that never comes is waited for until the deadline', async () => {
  const error = await failure(create('http://127.0.0.1:1', { apiKey: () => never, deadline: 20 }))
  expect(error).toBeInstanceOf(SeamTimeoutError)
})

test('an abort ends the wait for a token', async () => {
  const reason = new Error('The guest has left')
  const controller = new AbortController()
  const call = failure(create('http://127.0.0.1:1', { apiKey: () => never, signal: controller.signal }))
  await setTimeout(10)
  controller.abort(reason)
  expect(await call).toBe(reason)
})

test('10,000 calls with one signal leave no listener and no timer', async () => {
  const isRejected = (headers: Record<string, unknown>) => headers['x-reject'] === 'yes'
  const { endpoint, received } = await serve((response) => {
    const step = isRejected(response.req.headers) ? respondWithError(429, { 'retry-after': '0' }) : succeed
    step(response)
  })
  const { signal } = new AbortController()
  const onRequest: SeamOptions['onRequest'] = ({ attempt, headers }) => {
    if (attempt > 0) headers['x-reject'] = 'no'
  }
  const timers = () => process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length
  await create(endpoint, { signal })
  const before = timers()
  for (let batch = 0; batch < 200; batch++) {
    const calls = Array.from({ length: 50 }, (_, index) => {
      return create(endpoint, { signal, onRequest, headers: index % 10 ? {} : { 'x-reject': 'yes' } })
    })
    await Promise.all(calls)
  }
  expect(received).toHaveLength(11_001)
  expect(getEventListeners(signal, 'abort')).toEqual([])
  // The connections that are kept have timers of the runtime's, at most one each.
  expect(timers() - before).toBeLessThan(100)
})
