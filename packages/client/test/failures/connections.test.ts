import { setImmediate } from 'node:timers/promises'
import { SeamConnectionError, SeamResponseError } from '@seam-acs/client'
import { expect, test } from 'vitest'
import {
  acs_credential,
  create,
  failure,
  fixRandom,
  operation,
  respondWithError,
  reply,
  requestId,
  serve,
  succeed,
  writeRaw,
  type Step,
} from './scripted-server.ts'

/** What Node says of a connection that breaks: a code, which depends on what arrives first, or a reason. */
const broken = / no connection \((ECONNRESET|EPIPE|UND_ERR_SOCKET|HPE_\w+|\w*Error: .*)\)$/

async function closedServer() {
  const server = await serve(succeed)
  await server.stop()
  return server
}

test('a refused connection is a connection error with its code', async () => {
  const { endpoint } = await closedServer()
  const error = await failure(create(endpoint, { maxRetries: 0 }))
  expect(error).toBeInstanceOf(SeamConnectionError)
  expect(error).toMatchObject({ code: 'ECONNREFUSED', message: `${operation}: no connection (ECONNREFUSED)` })
})

test('a refused connection is retried, and reaches a server that starts meanwhile', async () => {
  fixRandom(0.1)
  const server = await closedServer()
  const delays: number[] = []
  const onRetry = ({ delay, reason }: { delay: number; reason: unknown }) => {
    expect(reason).toBeInstanceOf(SeamConnectionError)
    delays.push(delay)
    server.restart()
  }
  expect(await create(server.endpoint, { onRetry })).toEqual(acs_credential)
  expect(delays).toEqual([50])
  expect(server.received).toHaveLength(1)
})

test.each<[string, Step]>([
  ['is reset before the response', writeRaw('', 'resetAndDestroy')],
  ['is closed without a response', writeRaw('', 'end')],
  ['is reset in the middle of the headers', writeRaw('HTTP/1.1 200 OK\r\ncontent-ty', 'resetAndDestroy')],
  ['is closed in the middle of the headers', writeRaw('HTTP/1.1 200 OK\r\ncontent-ty', 'end')],
  ['is closed after early hints alone', writeRaw('HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n', 'end')],
  ['responses in another protocol', writeRaw('SSH-2.0-OpenSSH_9.6\r\n', 'end')],
  // Node's fetch takes a 100 that it did not ask for as a broken connection.
  ['says 100 Continue unasked', (response) => response.writeContinue(() => succeed(response))],
])('a connection that %s is a connection error and is not retried', async (_, step) => {
  const { endpoint, received } = await serve(step)
  const error = await failure(create(endpoint))
  expect(error).toBeInstanceOf(SeamConnectionError)
  expect(error.message).toMatch(broken)
  expect(error.message.includes(`(${String(error['code'])})`)).toBe(error['code'] !== undefined)
  expect(received).toHaveLength(1)
})

test('a connection that breaks before the response is retried with retry: always', async () => {
  fixRandom(0)
  const { endpoint, received } = await serve(writeRaw('', 'end'), succeed)
  expect(await create(endpoint, { retry: 'always' })).toEqual(acs_credential)
  expect(received).toHaveLength(2)
})

test('a kept connection that the server closes between two calls is replaced', async () => {
  const { endpoint, received, connections, disconnected } = await serve((response) => {
    const { socket } = response
    response.on('finish', () => socket?.end())
    succeed(response)
  }, succeed)
  expect(await create(endpoint)).toEqual(acs_credential)
  await disconnected
  expect(await create(endpoint)).toEqual(acs_credential)
  expect([received.length, connections()]).toEqual([2, 2])
})

test('a kept connection that breaks on the second request is not used to send it twice', async () => {
  const { endpoint, received, connections } = await serve(succeed, writeRaw('', 'end'))
  expect(await create(endpoint)).toEqual(acs_credential)
  // The runtime takes the connection back a moment after the response has been read.
  await setImmediate()
  expect(await failure(create(endpoint))).toBeInstanceOf(SeamConnectionError)
  expect([received.length, connections()]).toEqual([2, 1])
})

test.each([302, 307, 308])('a %i to another origin sends that origin nothing', async (status) => {
  const other = await serve(succeed)
  const location = `${other.endpoint}/acs/credentials/create`
  const { endpoint, received } = await serve(reply(status, { location, 'seam-request-id': requestId }, 'Moved'))
  const error = await failure(create(endpoint))
  expect(error).toBeInstanceOf(SeamResponseError)
  const message = `${operation}: ${status} with a redirect, which is not followed`
  expect(error).toMatchObject({ status, requestId, text: 'Moved', message })
  expect([received.length, other.received.length, other.connections()]).toEqual([1, 0, 0])
})

test.each([301, 302, 303, 307, 308, 300, 304])('a %i to the same origin is not followed', async (status) => {
  const { endpoint, received } = await serve(reply(status, { location: '/elsewhere' }), succeed)
  const error = await failure(create(endpoint, { retry: 'always' }))
  expect(error).toBeInstanceOf(SeamResponseError)
  expect(error).toMatchObject({ status, text: '' })
  expect(received).toHaveLength(1)
})

test('a 407 of a proxy is a connection error, because fetch hides the response', async () => {
  const { endpoint, received } = await serve(reply(407, { 'proxy-authenticate': 'Basic' }, '<html>Proxy</html>'))
  const error = await failure(create(endpoint))
  expect(error).toBeInstanceOf(SeamConnectionError)
  expect(error).toMatchObject({ code: undefined, message: `${operation}: no connection` })
  expect(received).toHaveLength(1)
})

test('a 401 that asks for Basic authentication is an API error', async () => {
  const { endpoint, received } = await serve(
    respondWithError(401, { 'www-authenticate': 'Basic realm="x"' }, 'No', 'unauthorized'),
  )
  expect(await failure(create(endpoint))).toMatchObject({ status: 401, type: 'unauthorized', requestId })
  expect(received).toHaveLength(1)
})

test('early hints before the response are skipped', async () => {
  const { endpoint, received } = await serve((response) => {
    response.writeEarlyHints({ link: '</a>; rel=preload' }, () => succeed(response))
  })
  const { data, requestId: id } = await create(endpoint).withResponse()
  expect([data, id]).toEqual([acs_credential, requestId])
  expect(received).toHaveLength(1)
})
