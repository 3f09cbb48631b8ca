import { inspect } from 'node:util'
import { listValidationErrors, Seam, SeamApiError, SeamResponseError } from '@seam-acs/client'
import contract from '@seam-acs/spec' with { type: 'json' }
import { findJson, readOperations, type Json } from '@seam-acs/spec/model'
import { expect, test } from 'vitest'

const requestId = '1b9a3e0d-443f-4063-b619-4ca7e2a97751'

/** The error that a call ends with when it gets this response. */
async function failing(response: Response): Promise<unknown> {
  const seam = new Seam({ apiKey: 'seam_secret', fetch: async () => response, maxRetries: 0 })
  return seam.acs.credentials
    .create({ access_method: 'code', acs_user_id: '0fc82df4-391b-4d00-a234-86378f1c3952', code: '482913' })
    .catch((error: unknown) => error)
}

const { failures } = readOperations(contract).find(({ path }) => path === '/acs/credentials/create')!

/** Each example of an error response in the spec, by status and name. */
const examples = failures.flatMap(({ status, contents }) =>
  findJson(contents)!.examples.map(({ name, value }) => ({
    status: Number(status),
    example: name,
    value: value as Json,
  })),
)

test('the spec has an example for each error status', () => {
  expect(new Set(examples.map(({ status }) => status))).toEqual(new Set(failures.map(({ status }) => Number(status))))
})

test.each(examples)(
  'a $status response ($example) becomes an error with its type, message and request ID',
  async ({ status, value }) => {
    const headers = { 'seam-request-id': requestId }
    const error = await failing(Response.json(value, { status, headers }))
    expect(error).toBeInstanceOf(SeamApiError)
    expect(error).toMatchObject({
      name: 'SeamApiError',
      status,
      type: value.error.type,
      requestId,
      message: `POST /acs/credentials/create: ${status} ${value.error.type}: ${value.error.message} (request ${requestId})`,
    })
  },
)

test('the request ID of the body is used when the header is missing', async () => {
  const error = { type: 'invalid_input', message: 'Required', request_id: requestId }
  expect(await failing(Response.json({ error, ok: false }, { status: 400 }))).toMatchObject({ requestId })
})

test.each([
  ['plain text', 'Invalid JSON'],
  ['HTML', '<html>Bad Gateway</html>'],
  ['nothing', null],
  ['JSON of another shape', '{"error":"down"}'],
  ['JSON null', 'null'],
])('an error response with %s has a status and no type', async (_, text) => {
  const error = await failing(new Response(text, { status: 502, statusText: 'Bad Gateway' }))
  expect(error).toBeInstanceOf(SeamApiError)
  expect(error).toMatchObject({
    status: 502,
    type: undefined,
    requestId: undefined,
    message: 'POST /acs/credentials/create: 502',
    text: text ?? '',
  })
})

test.each([
  ['no body', null, 'with a body that is not a JSON object'],
  ['JSON that is cut off', '{"acs_credential":{"code":"482913"', 'with a body that is not a JSON object'],
  ['HTML', '<html>482913</html>', 'with a body that is not a JSON object'],
  ['JSON null', 'null', 'with a body that is not a JSON object'],
  ['no credential', '{"ok":true}', 'without `acs_credential`'],
  ['a null credential', '{"acs_credential":null,"ok":true}', 'without `acs_credential`'],
])('a 200 with %s is an error that does not show the PIN code', async (_, text, flaw) => {
  const error = await failing(new Response(text, { headers: { 'seam-request-id': requestId } }))
  expect(error).toBeInstanceOf(SeamResponseError)
  expect(error).toMatchObject({
    message: `POST /acs/credentials/create: 200 ${flaw}`,
    status: 200,
    requestId,
    text: (text ?? '').replace('482913', '…'),
  })
  expect(inspect(error)).not.toContain('482913')
})

test('an error response that returns the PIN code or the key has neither in its error', async () => {
  const message = 'Code 482913 is taken, says seam_secret'
  const error = await failing(Response.json({ error: { type: 'invalid_input', message }, ok: false }, { status: 400 }))
  expect(error).toMatchObject({ message: 'POST /acs/credentials/create: 400 invalid_input: Code … is taken, says …' })
  expect(inspect(error, { depth: null, showHidden: true })).not.toMatch(/482913|seam_secret/)
})

test('nested validation errors become a list', async () => {
  const validation_errors = {
    _errors: ['Owner missing'],
    allowed_acs_entrance_ids: { _errors: [], 0: { _errors: ['Invalid uuid'] } },
    visionline_metadata: { _errors: [], auto_join: { _errors: ['Expected boolean', 'Really'] } },
  }
  const response = { error: { type: 'invalid_input', message: '4 Input Errors', validation_errors }, ok: false }
  const error = (await failing(Response.json(response, { status: 400 }))) as SeamApiError
  expect(error.validationErrors).toEqual(validation_errors)
  expect(listValidationErrors(error.validationErrors)).toEqual([
    { path: '', message: 'Owner missing' },
    { path: 'allowed_acs_entrance_ids[0]', message: 'Invalid uuid' },
    { path: 'visionline_metadata.auto_join', message: 'Expected boolean' },
    { path: 'visionline_metadata.auto_join', message: 'Really' },
  ])
  expect(listValidationErrors(undefined)).toEqual([])
})

test('no error shows the key', async () => {
  const error = await failing(
    Response.json({ error: { type: 'unauthorized', message: 'No' }, ok: false }, { status: 401 }),
  )
  expect(inspect(error, { depth: null, showHidden: true }) + JSON.stringify(error)).not.toContain('seam_secret')
})
