import { brotliCompressSync, gzipSync } from 'node:zlib'
import { SeamApiError, SeamResponseError } from '@seam-acs/client'
import { expect, test } from 'vitest'
import {
  acs_credential,
  create,
  failure,
  failureAt,
  operation,
  reply,
  requestId,
  serve,
  writeRaw,
} from './scripted-server.ts'

const json = JSON.stringify({ acs_credential, ok: true })
const half = json.slice(0, 40)
const headers = { 'content-type': 'application/json', 'seam-request-id': requestId }

test.each([
  ['ends before its content-length', `content-length: ${json.length}\r\n\r\n${half}`],
  ['ends before its last chunk', `transfer-encoding: chunked\r\n\r\n${half.length.toString(16)}\r\n${half}\r\n`],
])('a body that %s is cut off, and the error shows what came', async (_, rest) => {
  const step = writeRaw(`HTTP/1.1 200 OK\r\nseam-request-id: ${requestId}\r\n${rest}`, 'end')
  const error = await failureAt(step, { retry: 'always' })
  expect(error).toBeInstanceOf(SeamResponseError)
  const message = `${operation}: 200 with a body that is cut off`
  expect(error).toMatchObject({ status: 200, requestId, text: half, message })
})

test('a connection that is reset in the middle of the body is a response that is cut off, and not retried', async () => {
  let reset = () => {}
  const { endpoint, received } = await serve((response) => {
    reset = () => response.socket?.resetAndDestroy()
    response.writeHead(200, { ...headers, 'content-length': json.length }).write(half)
  })
  const error = await failure(
    create(endpoint, {
      fetch: async (url, init) => {
        const response = await fetch(url, init)
        reset()
        return response
      },
    }),
  )
  expect(error).toBeInstanceOf(SeamResponseError)
  expect(error).toMatchObject({ status: 200, requestId, message: `${operation}: 200 with a body that is cut off` })
  expect(received).toHaveLength(1)
})

test.each([
  ['incomplete JSON in a complete body', half],
  ['nothing', ''],
  ['null', 'null'],
  ['a number', '42'],
  ['a string', '"created"'],
  ['HTML', '<html>Welcome to the hotel Wi-Fi</html>'],
])('a 200 with %s is not a JSON object', async (_, text) => {
  const error = await failureAt(reply(200, headers, text))
  expect(error).toBeInstanceOf(SeamResponseError)
  expect(error).toMatchObject({
    status: 200,
    requestId,
    text,
    message: `${operation}: 200 with a body that is not a JSON object`,
  })
})

test.each([
  ['an array', '[]'],
  ['no credential', '{"ok":true}'],
  ['a null credential', '{"acs_credential":null,"ok":true}'],
])('a 200 with %s says what is missing', async (_, text) => {
  const error = await failureAt(reply(200, headers, text))
  expect(error).toBeInstanceOf(SeamResponseError)
  expect(error).toMatchObject({ status: 200, requestId, text, message: `${operation}: 200 without \`acs_credential\`` })
})

test('a body that ends within a character is not JSON', async () => {
  const bytes = Buffer.concat([Buffer.from(json), Buffer.from([0xe2])])
  const error = await failure(create('http://127.0.0.1:1', { fetch: async () => new Response(bytes) }))
  expect(error).toMatchObject({ message: `${operation}: 200 with a body that is not a JSON object` })
})

test('a 204 is not a response of the API', async () => {
  const error = await failureAt(reply(204, headers))
  expect(error).toBeInstanceOf(SeamResponseError)
  expect(error).toMatchObject({
    status: 204,
    requestId,
    text: '',
    message: `${operation}: 204 with a body that is not a JSON object`,
  })
})

test.each([
  [400, 'text/plain', 'Invalid JSON'],
  [404, 'text/plain', '404'],
  [418, 'text/plain', 'I am a teapot'],
  [429, 'text/html', '<h1>Slow down</h1>'],
  [500, 'application/json', ''],
  [500, 'application/json', 'null'],
  [500, 'application/json', '{"error":"down"}'],
  [502, 'text/html', '<html>Bad Gateway</html>'],
  [599, 'text/plain', 'Network Connect Timeout'],
])('a %i with %s %j is an API error without a type', async (status, type, text) => {
  const error = await failureAt(reply(status, { 'content-type': type }, text), { maxRetries: 0 })
  expect(error).toBeInstanceOf(SeamApiError)
  const message = `${operation}: ${status}`
  expect(error).toMatchObject({ status, type: undefined, validationErrors: undefined, text, message })
  expect(error['requestId']).toBeUndefined()
})

test('an error shows the first 200 characters of its response', async () => {
  const error = await failureAt(reply(502, {}, 'x'.repeat(5000)))
  expect(error['text']).toBe('x'.repeat(200))
})

test.each(['text/html', 'application/octet-stream', ''])('JSON of the content type %j is read', async (type) => {
  const { endpoint } = await serve(reply(200, { 'content-type': type }, json))
  expect(await create(endpoint)).toEqual(acs_credential)
})

test.each([
  ['gzip', gzipSync(json)],
  ['br', brotliCompressSync(json)],
])('a response compressed with %s is read', async (encoding, bytes) => {
  const { endpoint } = await serve(reply(200, { ...headers, 'content-encoding': encoding }, bytes))
  expect(await create(endpoint)).toEqual(acs_credential)
})

test('a body that is not compressed as it says is cut off', async () => {
  const error = await failureAt(reply(200, { ...headers, 'content-encoding': 'gzip' }, json))
  expect(error).toBeInstanceOf(SeamResponseError)
  expect(error).toMatchObject({ status: 200, requestId, message: `${operation}: 200 with a body that is cut off` })
})

test('a small body that unpacks to a large one is given up at the limit', async () => {
  const bomb = gzipSync(Buffer.alloc(20_000_000, ' '), { level: 9 })
  expect(bomb.length).toBeLessThan(50_000)
  const error = await failureAt(reply(200, { ...headers, 'content-encoding': 'gzip' }, bomb), {
    maxResponseSize: 50_000,
  })
  expect(error).toBeInstanceOf(SeamResponseError)
  const message = `${operation}: 200 with a body that is larger than 50000 bytes`
  expect(error).toMatchObject({ status: 200, requestId, message, text: ' '.repeat(200) })
})

test('a body that never ends is given up at the limit, and its connection closed', async () => {
  const { endpoint, disconnected } = await serve((response) => {
    response.writeHead(500)
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(10_000)));
    }
    response.on('drain', more)
    more()
  })
  const error = await failure(create(endpoint, { maxResponseSize: 50_000 }))
  expect(error).toMatchObject({ status: 500, message: `${operation}: 500 with a body that is larger than 50000 bytes` })
  await disconnected
})

test('a body of one byte more than the limit is too large, and one of the limit is not', async () => {
  const bytes = Buffer.from(JSON.stringify({ acs_credential: { ...acs_credential, name: 'Zoë 🔑' }, ok: true }))
  const { endpoint } = await serve(reply(200, headers, bytes))
  expect(await create(endpoint, { maxResponseSize: bytes.length })).toMatchObject({ name: 'Zoë 🔑' })
  const error = await failure(create(endpoint, { maxResponseSize: bytes.length - 1 }))
  expect(error.message).toBe(`${operation}: 200 with a body that is larger than ${bytes.length - 1} bytes`)
})
