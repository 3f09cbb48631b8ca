import { inspect } from 'node:util'
import { Seam, SeamApiError, SeamError } from '@seam-acs/client'
import contract from '@seam-acs/spec' with { type: 'json' }
import { expect, test } from 'vitest'

const requestId = '1b9a3e0d-443f-4063-b619-4ca7e2a97751'

/** The error that a call ends with when it gets this answer. */
async function failing(response: Response): Promise<unknown> {
  const seam = new Seam({ apiKey: 'seam_secret', fetch: async () => response })
  return seam.acs.credentials
    .create({ access_method: 'code', acs_user_id: '0fc82df4-391b-4d00-a234-86378f1c3952', code: '482913' })
    .catch((error: unknown) => error)
}

/** Each example of an error answer in the spec, by status and name. */
const examples = Object.entries(contract.components.responses).flatMap(([name, { content }]) => {
  const status = Object.entries(contract.paths['/acs/credentials/create'].post.responses).find(
    ([, response]) => '$ref' in response && response.$ref.endsWith(`/${name}`),
  )![0]
  return Object.keys(content['application/json'].examples).map((example) => {
    const { value } = contract.components.examples[`${example}_response` as 'unauthorized_response']
    return { status: Number(status), example, value }
  })
})

test('the spec has an example for each error status', () => {
  expect(new Set(examples.map(({ status }) => status))).toEqual(new Set([400, 401, 404, 405, 429, 500, 503]))
})

test.each(examples)('a $status answer ($example) becomes an error that says all it says', async ({ status, value }) => {
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
})

test('the request id in the body serves where the header is missing', async () => {
  const error = { type: 'invalid_input', message: 'Required', request_id: requestId }
  expect(await failing(Response.json({ error, ok: false }, { status: 400 }))).toMatchObject({ requestId })
})

test.each([
  ['plain text', 'Invalid JSON'],
  ['HTML', '<html>Bad Gateway</html>'],
  ['nothing', null],
  ['JSON of another shape', '{"error":"down"}'],
  ['JSON null', 'null'],
])('an error answer with %s has a status and no type', async (_, text) => {
  const error = await failing(new Response(text, { status: 502, statusText: 'Bad Gateway' }))
  expect(error).toBeInstanceOf(SeamApiError)
  expect(error).toMatchObject({
    status: 502,
    type: undefined,
    requestId: undefined,
    message: 'POST /acs/credentials/create: 502 Bad Gateway',
  })
})

test.each([
  ['no body', null],
  ['JSON that is cut off', '{"acs_credential":{"code":"482913"'],
  ['HTML', '<html>482913</html>'],
  ['JSON null', 'null'],
  ['no credential', '{"ok":true}'],
  ['a null credential', '{"acs_credential":null,"ok":true}'],
])('a 200 with %s is an error that does not quote the body', async (_, text) => {
  const error = await failing(new Response(text))
  expect(error).toBeInstanceOf(SeamError)
  expect(error).toMatchObject({
    message: 'POST /acs/credentials/create: 200 without the JSON object that holds `acs_credential`',
  })
  expect(inspect(error)).not.toContain('482913')
})

test('no error shows the key', async () => {
  const error = await failing(
    Response.json({ error: { type: 'unauthorized', message: 'No' }, ok: false }, { status: 401 }),
  )
  expect(inspect(error, { depth: null, showHidden: true }) + JSON.stringify(error)).not.toContain('seam_secret')
})
