import { createMock } from '@seam-acs/mock'
import contract from '@seam-acs/spec' with { type: 'json' }
import { expect, test } from 'vitest'
import {
  acsSystemId,
  acsUserId,
  createCaller,
  pin,
  toInit,
  userIdentityId,
  uuid,
  type TestCall,
} from '../create-caller.ts'

const bearer = (token: string, more: TestCall['headers'] = {}) => ({
  headers: { authorization: `Bearer ${token}`, ...more },
})
const workspace = '005f1e54-5360-40db-8c31-4ef6baaad1fd'
const methods = contract.components.schemas.access_method.enum.map((method) => `'${method}'`).join(' | ')

test.each<[string, TestCall, number, string, string]>([
  ['no key', { headers: { authorization: null } }, 401, 'unauthorized', 'No Authorization header'],
  ['another scheme', { headers: { authorization: 'Basic eA==' } }, 401, 'unauthorized', 'No token provided'],
  ['an empty token', { headers: { authorization: 'Bearer ' } }, 401, 'unauthorized', 'No token provided'],
  ['a key without its prefix', bearer('test_key'), 401, 'unauthorized', 'API Key not found'],
  ['a publishable key', bearer('seam_pk1_key'), 401, 'unauthorized', 'API Key not found'],
  [
    'a client session token',
    bearer('seam_cst1_token'),
    401,
    'client_session_token_used_for_api_key',
    'A client session token was used instead of an API key',
  ],
  [
    'a personal access token without its workspace',
    bearer('seam_at1_token'),
    401,
    'access_token_used_for_api_key',
    'An access token was used instead of an API key',
  ],
  [
    'an invalid workspace',
    bearer('seam_at1_token', { 'seam-workspace': 'x' }),
    404,
    'workspace_not_found',
    'Workspace not found',
  ],
  [
    'another content type',
    { headers: { 'content-type': 'text/plain' } },
    400,
    'invalid_content_type',
    'POST requests must have Content-Type header with "application/json"',
  ],
  [
    'a content type that only begins like JSON',
    { headers: { 'content-type': 'application/jsonp' } },
    400,
    'invalid_content_type',
    'POST requests must have Content-Type header with "application/json"',
  ],
  [
    'a form',
    { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'access_method=code' },
    400,
    'invalid_content_type',
    'POST requests must have Content-Type header with "application/json"',
  ],
  ['GET', { method: 'GET' }, 405, 'method_not_allowed', 'only POST accepted'],
  ['PUT', { method: 'PUT' }, 405, 'method_not_allowed', 'only POST accepted'],
  ['DELETE', { method: 'DELETE' }, 405, 'method_not_allowed', 'only POST accepted'],
  [
    'GET without a key',
    { method: 'GET', headers: { authorization: null } },
    401,
    'unauthorized',
    'No Authorization header',
  ],
  [
    'invalid JSON with another content type and without a key',
    { body: '{', headers: { 'content-type': 'text/plain', authorization: null } },
    401,
    'unauthorized',
    'No Authorization header',
  ],
])('%s is rejected', async (_, given, status, type, message) => {
  const { mock, call } = createCaller()
  const response = await call(given)
  expect(response.status).toBe(status)
  expect(response.body).toEqual({ error: { type, message }, ok: false })
  expect(response.headers.get('seam-request-id')).toMatch(uuid)
  expect(mock.credentials).toEqual([])
})

test.each<[string, TestCall]>([
  ['an API key', bearer('seam_apikey1_token')],
  ['a personal access token with its workspace', bearer('seam_at1_token', { 'seam-workspace': workspace })],
  ['a content type with a charset', { headers: { 'content-type': 'application/json; charset=utf-8' } }],
  ['a content type in capitals', { headers: { 'content-type': 'Application/JSON' } }],
  ['a query', { path: '/acs/credentials/create?x=1' }],
  ['a byte order mark', { body: `\uFEFF${JSON.stringify(pin())}` }],
  ['an end one microsecond in the future', { body: pin({ ends_at: '2025-06-16T16:54:17.946001Z' }) }],
])('%s is accepted', async (_, given) => {
  expect((await createCaller().call(given)).status).toBe(200)
})

test('only listed keys are accepted if there is a list', async () => {
  const { call } = createCaller({ apiKeys: ['seam_one', 'seam_at1_two'] })
  expect((await call(bearer('seam_one'))).status).toBe(200)
  expect((await call(bearer('seam_at1_two', { 'seam-workspace': workspace }))).status).toBe(200)
  expect((await call(bearer('seam_three'))).body.error).toEqual({ type: 'unauthorized', message: 'API Key not found' })
})

test.each<[string, TestCall['body']]>([
  ['half a body', '{"access_method":'],
  ['a form', 'access_method=code'],
  ['two values', '{}{}'],
  ['a comment', '{/* */}'],
  ['a space', ' '],
  ['an invalid UTF-8 byte', new Uint8Array([...new TextEncoder().encode('{"access_method":"'), 255, 34, 125])],
])('%s gets plain text without a request ID', async (_, body) => {
  const response = await createCaller().call({ body, headers: { authorization: null } })
  expect([response.status, response.text, response.headers.get('content-type')]).toEqual([
    400,
    'Invalid JSON',
    'text/plain',
  ])
  expect(response.headers.has('seam-request-id')).toBe(false)
})

test.each(['/', '/acs', '/acs/credentials/create/', '/acs/credentials/Create', '//acs/credentials/create'])(
  'the unknown path %s gets a bare 404',
  async (path) => {
    const { status, text, headers } = await createCaller().call({ path })
    expect([status, text, headers.get('content-type')]).toEqual([404, '404', null])
  },
)

test('a path that looks like another host is not an operation', async () => {
  const { fetch } = createMock()
  expect((await fetch('//evil/acs/credentials/create', toInit({}))).status).toBe(404)
})

const required = { _errors: ['Required'] }
const noOwner = 'acs_user_id, or acs_system_id and user_identity_id, is required'
const problem = (message: string) => ({ _errors: [message] })

test.each<[string, unknown, string, object]>([
  ['null', 'null', 'Expected object, received null', problem('Expected object, received null')],
  ['a list', [], 'Expected object, received array', problem('Expected object, received array')],
  ['a text', '"x"', 'Expected object, received string', problem('Expected object, received string')],
  ['a number', '1', 'Expected object, received number', problem('Expected object, received number')],
  [
    'an empty object',
    {},
    `2 Input Errors: access_method is required, ${noOwner}`,
    { _errors: [noOwner], access_method: required },
  ],
  [
    'an empty body',
    '',
    `2 Input Errors: access_method is required, ${noOwner}`,
    { _errors: [noOwner], access_method: required },
  ],
  ['no owner', pin({ acs_user_id: undefined }), noOwner, problem(noOwner)],
  [
    'a user identity without a system',
    { access_method: 'code', user_identity_id: userIdentityId },
    'acs_system_id is required',
    { _errors: [], acs_system_id: required },
  ],
  [
    'a system without a user identity',
    { access_method: 'code', acs_system_id: acsSystemId },
    'user_identity_id is required',
    { _errors: [], user_identity_id: required },
  ],
  [
    'no access method',
    { acs_user_id: acsUserId },
    'access_method is required',
    { _errors: [], access_method: required },
  ],
])('a body with or of %s is rejected', async (_, body, message, errors) => {
  const { status, body: response } = await createCaller().call({ body })
  expect(status).toBe(400)
  expect(response).toEqual({ error: { type: 'invalid_input', message, validation_errors: errors }, ok: false })
})

test.each<[string, object, string]>([
  ['access_method', { access_method: 'x' }, `Invalid enum value. Expected ${methods}, received 'x'`],
  ['access_method', { access_method: 1 }, `Expected ${methods}, received number`],
  ['acs_user_id', { acs_user_id: 'x' }, 'Invalid uuid'],
  ['acs_user_id', { acs_user_id: `urn:uuid:${acsUserId}` }, 'Invalid uuid'],
  ['acs_user_id', { acs_user_id: 1 }, 'Expected string, received number'],
  ['acs_user_id', { acs_user_id: null }, 'Expected string, received null'],
  ['code', { code: 1234 }, 'Expected string, received number'],
  ['code', { code: null }, 'Expected string, received null'],
  ['code', { code: '12a4' }, 'Invalid'],
  ['code', { code: '' }, 'Invalid'],
  ['code', { code: '1234\n' }, 'Invalid'],
  ['starts_at', { starts_at: 'tomorrow' }, 'Invalid datetime'],
  ['starts_at', { starts_at: '2025-06-20 08:00:00Z' }, 'Invalid datetime'],
  ['starts_at', { starts_at: '2025-06-20T08:00:00' }, 'Invalid datetime'],
  ['starts_at', { starts_at: 1750000000 }, 'Expected string, received number'],
  ['is_multi_phone_sync_credential', { is_multi_phone_sync_credential: 'true' }, 'Expected boolean, received string'],
  ['allowed_acs_entrance_ids', { allowed_acs_entrance_ids: acsUserId }, 'Expected array, received string'],
  ['allowed_acs_entrance_ids.1', { allowed_acs_entrance_ids: [acsUserId, 2] }, 'Expected string, received number'],
  ['visionline_metadata', { visionline_metadata: [] }, 'Expected object, received array'],
  ['visionline_metadata.auto_join', { visionline_metadata: { auto_join: 1 } }, 'Expected boolean, received number'],
  ['ends_at', { ends_at: '2025-06-16T16:54:17.946Z' }, 'Must be in the future'],
  ['ends_at', { ends_at: '2020-01-01T00:00:00Z' }, 'Must be in the future'],
  ['ends_at', { starts_at: '2025-07-02T00:00:00Z', ends_at: '2025-07-01T00:00:00Z' }, 'Must be after starts_at'],
  ['ends_at', { starts_at: '2025-07-01T02:00:00+02:00', ends_at: '2025-07-01T00:00:00Z' }, 'Must be after starts_at'],
  [
    'ends_at',
    { starts_at: '2025-07-01T00:00:00.000002Z', ends_at: '2025-07-01T00:00:00.000001Z' },
    'Must be after starts_at',
  ],
])('%s of %o is rejected', async (path, changes, message) => {
  const { status, body } = await createCaller().call({ body: pin(changes) })
  expect(status).toBe(400)
  const nested = path
    .split('.')
    .toReversed()
    .reduce<object>((inner, key) => ({ _errors: [], [key]: inner }), problem(message))
  expect(body.error).toEqual({ type: 'invalid_input', message: `${message} for "${path}"`, validation_errors: nested })
})

test('several problems are counted and arranged like the request', async () => {
  const { body } = await createCaller().call({ body: pin({ code: 'x', visionline_metadata: { auto_join: 'yes' } }) })
  expect(body.error).toEqual({
    type: 'invalid_input',
    message:
      '2 Input Errors: Invalid for "code", Expected boolean, received string for "visionline_metadata.auto_join"',
    validation_errors: {
      _errors: [],
      code: problem('Invalid'),
      visionline_metadata: { _errors: [], auto_join: problem('Expected boolean, received string') },
    },
  })
})

test('half a million problems get one error response', async () => {
  const { status, body } = await createCaller().call({
    body: pin({ allowed_acs_entrance_ids: Array(500_000).fill(1) }),
  })
  expect([status, body.error.type]).toEqual([400, 'invalid_input'])
})

test('a body that is nested two hundred thousand times gets an error response', async () => {
  const nested = '['.repeat(200_000) + ']'.repeat(200_000)
  expect((await createCaller().call({ body: nested })).status).toBe(400)
  expect((await createCaller().call({ body: `{"code":${nested}}` })).status).toBe(400)
})
