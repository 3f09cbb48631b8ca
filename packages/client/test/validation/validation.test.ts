import { Seam, SeamRequestError, SeamResponseError, type CallOptions } from '@seam-acs/client'
import { acsCredentialsCreateChecks, createValidator, validator } from '@seam-acs/client/validator'
import contract from '@seam-acs/spec' with { type: 'json' }
import { expect, test } from 'vitest'
import { respondWith } from '../respond.ts'

const { acs_credential } = contract.components.examples.pin_code_for_acs_user_response.value
const body = { access_method: 'code', acs_user_id: '0fc82df4-391b-4d00-a234-86378f1c3952' } as const

function calling(validate: CallOptions['validate'], sent: object, received: object) {
  const server = respondWith(() => Response.json({ acs_credential: received, ok: true }))
  const seam = new Seam({ apiKey: 'seam_key', fetch: server.fetch, validate, validator })
  return { call: seam.acs.credentials.create(sent as typeof body), sent: server.sent }
}

test.each(['request', 'both'] as const)('with %j a body that does not fit is not sent', async (validate) => {
  const { call, sent } = calling(
    validate,
    { access_method: 'key', salto_space_metadata: { assign_new_card: true } },
    {},
  )
  await expect(call).rejects.toBeInstanceOf(SeamRequestError)
  await expect(call).rejects.toMatchObject({
    message: `POST /acs/credentials/create: not sent: ${[
      `"access_method" must be one of ${contract.components.schemas.access_method.enum.join(', ')}`,
      '"salto_space_metadata.assign_new_card" is not a known property',
      'the body needs acs_user_id, or acs_system_id and user_identity_id',
    ].join(', ')}`,
    issues: [{ path: 'access_method' }, { path: 'salto_space_metadata.assign_new_card' }, { path: '' }],
  })
  expect(sent).toEqual([])
})

test.each(['response', 'both'] as const)('with %j a response that does not fit is an error', async (validate) => {
  const { call } = calling(validate, body, { ...acs_credential, is_issued: 'yes', display_name: '' })
  await expect(call).rejects.toBeInstanceOf(SeamResponseError)
  await expect(call).rejects.toMatchObject({
    status: 200,
    issues: [
      { path: 'acs_credential.display_name' },
      { path: 'acs_credential.is_issued', message: 'must be a boolean' },
    ],
  })
})

test.each([false, 'request'] as const)('with %j a response is not checked', async (validate) => {
  expect(await calling(validate, body, { is_issued: 'yes' }).call).toEqual({ is_issued: 'yes' })
})

test.each([false, 'response'] as const)('with %j a body is not checked', async (validate) => {
  const { call, sent } = calling(validate, { access_method: 'key' }, acs_credential)
  expect(await call).toEqual(acs_credential)
  expect(sent).toHaveLength(1)
})

test('with "both" what fits passes, unknown properties and values of the response included', async () => {
  const grown = { ...acs_credential, external_type: 'a_new_type', unheard_of: 1 }
  expect(await calling('both', { ...body, starts_at: new Date() }, grown).call).toEqual(grown)
})

test.each([
  ['its checks', [acsCredentialsCreateChecks], [{ path: 'access_method' }]],
  ['no checks', [], undefined],
])('a validator of an operation with %s finds what they find', async (_, checks, issues) => {
  const { fetch } = respondWith(() => Response.json({ acs_credential, ok: true }))
  const seam = new Seam({ apiKey: 'seam_key', fetch, validate: 'request', validator: createValidator(checks) })
  const call = seam.acs.credentials.create({ ...body, access_method: 'key' as 'code' })
  expect(
    await call.then(
      () => undefined,
      ({ issues: found }) => found,
    ),
  ).toEqual(issues?.map((issue) => expect.objectContaining(issue)))
})
