import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  SeamApiError,
  SeamResponseError,
  SeamTimeoutError,
  type RetryContext,
  type SeamOptions,
} from '@seam-acs/client'
import { expect, test, vi } from 'vitest'
import {
  acs_credential,
  create,
  failure,
  fixRandom,
  operation,
  pin,
  respondWithError,
  requestId,
  serve,
  stopClock,
  succeed,
  token,
  writeRaw,
  type Step,
} from './scripted-server.ts'

/** The first wait that a call plans; it is never waited for. */
async function plannedDelay(step: Step, options: SeamOptions = {}): Promise<number | undefined> {
  const { endpoint } = await serve(step)
  const controller = new AbortController()
  let planned: number | undefined
  const onRetry = ({ delay }: RetryContext) => {
    planned = delay
    queueMicrotask(() => controller.abort())
  }
  await failure(create(endpoint, { ...options, onRetry, signal: controller.signal }))
  return planned
}

const longAgo = 'Sat, 01 Jan 2000 00:00:00 GMT'
const asked: [string, Record<string, string>, number][] = [
  ['seconds', { 'retry-after': '7' }, 7000],
  ['no time', { 'retry-after': '0' }, 0],
  ['a date, by the clock of the server', { date: longAgo, 'retry-after': 'Sat, 01 Jan 2000 00:00:03 GMT' }, 3000],
  ['the date of now', { date: longAgo, 'retry-after': longAgo }, 0],
  ['milliseconds', { 'retry-after-ms': '1500' }, 1500],
  ['milliseconds as well as seconds', { 'retry-after-ms': '1500', 'retry-after': '7' }, 1500],
  ['seconds beside garbage', { 'retry-after-ms': 'soon', 'retry-after': '7' }, 7000],
  ['a day, of which a minute is waited', { 'retry-after': '86400' }, 60_000],
  ['eternity, of which a minute is waited', { 'retry-after': '9'.repeat(400) }, 60_000],
]

test.each(asked)('a 429 that asks for %s is retried after it', async (_, headers, delay) => {
  expect(await plannedDelay(respondWithError(429, headers))).toBe(delay)
})

test.each(asked)('a 503 that asks for %s is retried after it', async (_, headers, delay) => {
  expect(await plannedDelay(respondWithError(503, headers))).toBe(delay)
})

const unreadable: [string, Record<string, string>][] = [
  ['nothing', {}],
  ['an empty header', { 'retry-after': '' }],
  ['a negative time', { 'retry-after': '-5' }],
  ['garbage', { 'retry-after': 'later' }],
  ['a date that is past', { date: longAgo, 'retry-after': 'Fri, 31 Dec 1999 23:59:00 GMT' }],
  ['not a number', { 'retry-after': 'NaN', 'retry-after-ms': 'NaN' }],
]

test.each(unreadable)('a 429 that asks for %s is retried after a random part of half a second', async (_, headers) => {
  fixRandom(0.5)
  expect(await plannedDelay(respondWithError(429, headers))).toBe(250)
})

test.each(unreadable)('a 503 that asks for %s is not retried', async (_, headers) => {
  const { endpoint, received } = await serve(respondWithError(503, headers), succeed)
  const error = await failure(create(endpoint))
  expect(error).toBeInstanceOf(SeamApiError)
  expect(error).toMatchObject({ status: 503, requestId })
  expect(received).toHaveLength(1)
})

test('a retry date is relative to the local clock when the response has no date', async () => {
  const delay = await plannedDelay((response) => {
    response.sendDate = false
    respondWithError(429, { 'retry-after': new Date(Date.now() + 40_000).toUTCString() })(response)
  })
  expect(delay).toBeGreaterThan(20_000)
  expect(delay).toBeLessThanOrEqual(40_000)
})

test('a retry sends the same request', async () => {
  const { endpoint, received } = await serve(respondWithError(429, { 'retry-after-ms': '1' }), succeed)
  expect(await create(endpoint, { headers: { 'x-trace': 'a' } })).toEqual(acs_credential)
  expect(received).toHaveLength(2)
  expect(received[1]).toEqual(received[0])
  expect(received[1]?.headers).toMatchObject({ authorization: `Bearer ${token}`, 'x-trace': 'a' })
  expect(JSON.parse(received[1]!.body)).toMatchObject({ code: pin })
})

test('a header that a hook adds to one try is not sent with the next', async () => {
  const { endpoint, received } = await serve(respondWithError(429, { 'retry-after': '0' }), succeed)
  const onRequest: SeamOptions['onRequest'] = ({ attempt, headers }) => void (headers[`x-try-${attempt}`] = 'yes')
  await create(endpoint, { onRequest })
  expect(received.map(({ headers }) => [headers['x-try-0'], headers['x-try-1']])).toEqual([
    ['yes', undefined],
    [undefined, 'yes'],
  ])
})

test('a 429 more often than maxRetries fails with the last response', async () => {
  const steps = ['a', 'b', 'c'].map((id) =>
    respondWithError(429, { 'retry-after-ms': '1', 'seam-request-id': id }, `No ${id}`),
  )
  const { endpoint, received } = await serve(steps[0]!, ...steps.slice(1), succeed)
  const error = await failure(create(endpoint))
  expect(error).toBeInstanceOf(SeamApiError)
  const message = `${operation}: 429 rejected: No c (request c)`
  expect(error).toMatchObject({ status: 429, type: 'rejected', requestId: 'c', message })
  expect(received).toHaveLength(3)
})

test('nothing is retried with maxRetries: 0', async () => {
  const { endpoint, received } = await serve(respondWithError(429, { 'retry-after': '0' }), succeed)
  expect(await failure(create(endpoint, { maxRetries: 0, retry: 'always' }))).toMatchObject({ status: 429 })
  expect(received).toHaveLength(1)
})

test('default waits double', async () => {
  fixRandom(0.01)
  const { endpoint } = await serve(respondWithError(429))
  const delays: number[] = []
  await failure(create(endpoint, { maxRetries: 3, onRetry: ({ delay }) => void delays.push(delay) }))
  expect(delays).toEqual([5, 10, 20])
})

test.each([408, 500, 502, 504])('a %i is retried only with retry: always', async (status) => {
  fixRandom(0)
  const { endpoint, received } = await serve(respondWithError(status), respondWithError(status), succeed)
  expect(await failure(create(endpoint))).toMatchObject({ status })
  expect(received).toHaveLength(1)
  expect(await create(endpoint, { retry: 'always' })).toEqual(acs_credential)
  expect(received).toHaveLength(3)
})

test('a 503 that asks for nothing is retried with retry: always', async () => {
  fixRandom(0)
  const { endpoint } = await serve(respondWithError(503), succeed)
  expect(await create(endpoint, { retry: 'always' })).toEqual(acs_credential)
})

test.each([400, 401, 403, 404, 405, 409, 422])('a %i is never retried', async (status) => {
  const { endpoint, received } = await serve(respondWithError(status, { 'retry-after': '0' }), succeed)
  expect(await failure(create(endpoint, { retry: 'always' }))).toMatchObject({ status, type: 'rejected' })
  expect(received).toHaveLength(1)
})

test('a timeout is retried only with retry: always', async () => {
  fixRandom(0)
  const { endpoint, received } = await serve(writeRaw('', 'leaveOpen'), writeRaw('', 'leaveOpen'), succeed)
  const callAtOnce = async (tries: number, options: SeamOptions) => {
    const call = create(endpoint, { timeout: 80, ...options })
    call.catch(() => {})
    while (received.length < tries) await nextTurn()
    await vi.advanceTimersByTimeAsync(90)
    return call
  }
  stopClock()
  expect(await failure(callAtOnce(1, {}))).toBeInstanceOf(SeamTimeoutError)
  expect(received).toHaveLength(1)
  expect(await callAtOnce(2, { retry: 'always' })).toEqual(acs_credential)
  expect(received).toHaveLength(3)
})

test('a 429 whose body is cut off is still retried', async () => {
  fixRandom(0)
  const { endpoint } = await serve(writeRaw('HTTP/1.1 429 Slow\r\ncontent-length: 100\r\n\r\n{', 'end'), succeed)
  expect(await create(endpoint)).toEqual(acs_credential)
})

test('a 500 whose body is cut off is an error with the text received', async () => {
  const { endpoint, received } = await serve(writeRaw('HTTP/1.1 500 No\r\ncontent-length: 100\r\n\r\n{', 'end'))
  const error = await failure(create(endpoint))
  expect(error).toBeInstanceOf(SeamResponseError)
  expect(error).toMatchObject({ status: 500, text: '{', message: `${operation}: 500 with a body that is cut off` })
  expect(received).toHaveLength(1)
})
