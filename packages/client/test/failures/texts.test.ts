import { listValidationErrors, SeamApiError } from '@seam-acs/client'
import { expect, test } from 'vitest'
import {
  acs_credential,
  create,
  failure,
  failureAt,
  respondWithError,
  reply,
  replyJson,
  serve,
  succeed,
} from './scripted-server.ts'

/** The credential that a caller gets for these very bytes. */
async function read(bytes: string | Uint8Array): Promise<Record<string, unknown>> {
  const { endpoint } = await serve(reply(200, { 'content-type': 'application/json' }, bytes))
  return (await create(endpoint)) as never
}

test('bytes that are not UTF-8 become replacement characters', async () => {
  const bytes = Buffer.from('{"acs_credential":{"display_name":"Z_e_"},"ok":true}')
  for (const [index, byte] of bytes.entries()) if (byte === 0x5f && index > 30) bytes[index] = 0xff
  expect(await read(bytes)).toEqual({ display_name: 'Z\uFFFDe\uFFFD' })
})

test('a byte order mark before the JSON is skipped', async () => {
  expect(await read(`\uFEFF${JSON.stringify({ acs_credential })}`)).toEqual(acs_credential)
})

test('a character that is split over two chunks stays whole', async () => {
  const bytes = Buffer.from(JSON.stringify({ acs_credential: { display_name: '🔑' } }))
  const middle = bytes.indexOf(0xf0) + 2
  let finish = () => {}
  const { endpoint } = await serve((response) => {
    finish = () => response.end(bytes.subarray(middle))
    response.writeHead(200).write(bytes.subarray(0, middle))
  })
  const chunks: Uint8Array[] = []
  const record = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      if (chunks.push(chunk) === 1) finish()
      controller.enqueue(chunk)
    },
  })
  const credential = await create(endpoint, {
    fetch: async (url, init) => new Response((await fetch(url, init)).body!.pipeThrough(record)),
  })
  expect(credential).toEqual({ display_name: '🔑' })
  expect(chunks.length).toBeGreaterThan(1)
})

test('unknown values, properties and warnings come through as they are', async () => {
  const unknown = {
    access_method: 'retina',
    external_type: 'acme_credential',
    nested: { deep: [{ new: true }] },
    warnings: [{ warning_code: 'made_yesterday', message: 'New', created_at: 'today', extra: 1 }],
    errors: [{ error_code: 7 }],
  }
  const { endpoint } = await serve(replyJson({ acs_credential: unknown, ok: true, page: null }))
  expect(await create(endpoint)).toEqual(unknown)
})

test('an integer beyond 2 ** 53 does no harm', async () => {
  const credential = await read('{"acs_credential":{"a":123456789012345678901234567890,"b":1e999,"c":"kept"}}')
  expect(credential).toEqual({ a: Number('123456789012345678901234567890'), b: Infinity, c: 'kept' })
})

test('the last of two equal keys is used', async () => {
  expect(await read('{"acs_credential":{"a":1},"acs_credential":{"a":2,"a":3}}')).toEqual({ a: 3 })
})

test.each(['__proto__', 'constructor'])('a key %s in the response pollutes nothing', async (key) => {
  const polluting = `{"${key}":{"polluted":true,"prototype":{"polluted":true}}`
  const credential = await read(`${polluting},"acs_credential":${polluting}}}`)
  const error = await failureAt(reply(400, {}, `{"error":${polluting},"type":"a","message":"b"}}`))
  expect(Object.hasOwn(credential, key)).toBe(true)
  expect(error).toMatchObject({ type: 'a', message: expect.stringContaining('400 a: b') })
  for (const value of [credential, error, {}]) expect('polluted' in value).toBe(false)
})

test('a result that only the prototype of the response would have is missing', async () => {
  const error = await failureAt(reply(200, {}, '{"__proto__":{"acs_credential":{"a":1}}}'))
  expect(error.message).toContain('200 without `acs_credential`')
})

test('a request ID header that is sent twice is one ID', async () => {
  const { endpoint } = await serve(
    replyJson({ acs_credential }, 200, { 'seam-request-id': ['a', 'b'] }),
    respondWithError(400, { 'seam-request-id': ['c', 'd'] }),
  )
  expect((await create(endpoint).withResponse()).requestId).toBe('a, b')
  expect((await failure(create(endpoint)))['requestId']).toBe('c, d')
})

test('an unknown type of error comes through, and is unexpected where its status is', async () => {
  const { endpoint } = await serve(
    respondWithError(400, {}, 'Mercury', 'retrograde'),
    respondWithError(418, {}, 'Short', 'teapot'),
    succeed,
  )
  expect(await create(endpoint).asResult()).toMatchObject({ ok: false, status: 400, error: { type: 'retrograde' } })
  const result = await create(endpoint).asResult()
  expect(result).toMatchObject({ ok: false, status: 'unexpected', error: { status: 418, type: 'teapot' } })
  expect(await create(endpoint).asResult()).toMatchObject({ ok: true, status: 200, data: acs_credential })
})

test.each([
  ['a string', 'Required'],
  ['a string inside', { code: 'Required' }],
  ['an array of objects', { code: { _errors: [{ a: 1 }] } }],
  ['numbers and nothing', { code: 7, name: null, a: { _errors: null } }],
])('validation errors that are %s do no harm', async (_, validation_errors) => {
  const error = { type: 'invalid_input', message: 'Wrong', validation_errors }
  const thrown = await failureAt(replyJson({ error, ok: false }, 400))
  expect(thrown).toBeInstanceOf(SeamApiError)
  expect(listValidationErrors(thrown['validationErrors'] as never)).toEqual(expect.any(Array))
})
