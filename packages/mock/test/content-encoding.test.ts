import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { createMock } from '@seam-acs/mock'
import { serve } from '@seam-acs/mock/server'
import { expect, onTestFinished, test } from 'vitest'
import { createCaller, path, pin, toInit } from './create-caller.ts'

const bytes = Buffer.from(JSON.stringify(pin({ code: '0042' })))
const send = (body: Uint8Array, encoding: string) =>
  createCaller().call({ body, headers: { 'content-encoding': encoding } })

test.each<[string, Uint8Array]>([
  ['gzip', gzipSync(bytes)],
  ['x-gzip', gzipSync(bytes)],
  ['GZIP', gzipSync(bytes)],
  ['deflate', deflateSync(bytes)],
  ['br', brotliCompressSync(bytes)],
  ['identity', bytes],
  ['', bytes],
  ['gzip, br', brotliCompressSync(gzipSync(bytes))],
])('a body with the content coding "%s" is read', async (encoding, body) => {
  const response = await send(body, encoding)
  expect([response.status, response.body.acs_credential.code]).toEqual([200, '0042'])
})

test('a compressed body is read over a socket', async () => {
  const { endpoint, close } = await serve(createMock(), { port: 0 })
  onTestFinished(close)
  const init = toInit({ body: gzipSync(bytes), headers: { 'content-encoding': 'gzip' } })
  expect((await fetch(endpoint + path, init)).status).toBe(200)
})

test.each(['zstd', 'gzip, compress', 'constructor', 'br, br, br, br'])(
  'the content coding "%s" gets a 415 that says so',
  async (encoding) => {
    const { status, body } = await send(bytes, encoding)
    expect(status).toBe(415)
    expect(body.error).toEqual({
      type: 'unsupported_content_encoding',
      message: `Content-Encoding "${encoding}" is not supported: use br, deflate, gzip, x-gzip or none`,
    })
  },
)

test.each<[string, Uint8Array, string]>([
  ['nothing', new Uint8Array(), 'gzip'],
  ['half of it', gzipSync(bytes).subarray(0, 20), 'gzip'],
  ['another coding', gzipSync(bytes), 'deflate'],
  ['more behind it', Buffer.concat([gzipSync(bytes), bytes]), 'gzip'],
])('%s instead of a compressed body is invalid JSON', async (_, body, encoding) => {
  expect(await send(body, encoding)).toMatchObject({ status: 400, text: 'Invalid JSON' })
})

test('a few bytes that become more than a megabyte get a 413', async () => {
  const bomb = gzipSync(Buffer.alloc(200 * 2 ** 20))
  expect(await send(bomb, 'gzip')).toMatchObject({ status: 413, text: 'Body exceeded 1 MiB' })
  expect(await send(Buffer.alloc(2 ** 20 + 1, ' '), '')).toMatchObject({ status: 413 })
})
