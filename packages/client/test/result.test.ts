import { Seam, SeamApiError, SeamConnectionError, SeamResponseError, type paths } from '@seam-acs/client'
import contract from '@seam-acs/spec' with { type: 'json' }
import { expect, expectTypeOf, test } from 'vitest'
import { respondWith, credential, errorResponse } from './respond.ts'

function call(...responses: (() => Response)[]) {
  const seam = new Seam({ apiKey: 'seam_key', fetch: respondWith(...responses).fetch, maxRetries: 0 })
  return seam.acs.credentials.create({ access_method: 'code', acs_user_id: '0fc82df4-391b-4d00-a234-86378f1c3952' })
}

type Statuses = keyof paths['/acs/credentials/create']['post']['responses']
const { responses } = contract.paths['/acs/credentials/create'].post
const failures = Object.keys(responses)
  .map(Number)
  .filter((status) => status >= 400)

const success = () => Response.json({ acs_credential: credential, ok: true }, { headers: { 'seam-request-id': 'r1' } })

test('withResponse gives the credential, the response and the request ID', async () => {
  const { data, response, requestId } = await call(success).withResponse()
  expect(data).toEqual(credential)
  expect(requestId).toBe('r1')
  expect(response).toBeInstanceOf(Response)
  expect([response.status, await response.text(), await response.json()]).toEqual([
    200,
    JSON.stringify({ acs_credential: credential, ok: true }),
    { acs_credential: credential, ok: true },
  ])
})

test('withResponse throws what the call throws', async () => {
  await expect(call(errorResponse(400, 'invalid_input')).withResponse()).rejects.toBeInstanceOf(SeamApiError)
})

test('asResult of a success has the credential', async () => {
  expect(await call(success).asResult()).toMatchObject({ ok: true, status: 200, data: credential, requestId: 'r1' })
})

test.each(failures)('asResult of a described %i has the error of the response', async (status) => {
  expect(await call(errorResponse(status, 'some_type')).asResult()).toMatchObject({
    ok: false,
    status,
    error: { type: 'some_type', message: 'No.' },
  })
})

test('asResult takes the request ID from the body where the header lacks it', async () => {
  const error = { type: 'some_type', message: 'No.', request_id: 'r2' }
  const response = () => Response.json({ error, ok: false }, { status: 400 })
  expect(await call(response).asResult()).toMatchObject({ requestId: 'r2' })
})

test.each([
  ['an undescribed status', errorResponse(418, 'some_type'), SeamApiError, 418],
  ['a described status without the error object', () => new Response('<html>', { status: 503 }), SeamApiError, 503],
  ['a 200 that is not JSON', () => new Response('<html>'), SeamResponseError, 200],
])('asResult of %s is unexpected', async (_, response, type, status) => {
  const result = await call(response).asResult()
  expect(result).toMatchObject({ ok: false, status: 'unexpected', error: { status } })
  expect(result).toHaveProperty('error', expect.any(type))
})

test('asResult throws where no response came', async () => {
  const fetch = async () => {
    throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNRESET' } })
  }
  const seam = new Seam({ apiKey: 'seam_key', fetch })
  const body = { access_method: 'code', acs_user_id: '0fc82df4-391b-4d00-a234-86378f1c3952' } as const
  await expect(seam.acs.credentials.create(body).asResult()).rejects.toEqual(
    new SeamConnectionError('POST /acs/credentials/create: no connection (ECONNRESET)', { code: 'ECONNRESET' }),
  )
})

test('the status of a result narrows its type', async () => {
  const result = await call(success).asResult()
  if (result.ok) expectTypeOf(result.data.acs_credential_id).toBeString()
  else if (result.status === 'unexpected') expectTypeOf(result.error).toEqualTypeOf<SeamApiError | SeamResponseError>()
  else {
    expectTypeOf(result.status).toEqualTypeOf<Exclude<Statuses, 200>>()
    expectTypeOf(result.error.message).toBeString()
  }
  expect(result.ok).toBe(true)
})
