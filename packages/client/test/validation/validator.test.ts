import contract from '@seam-acs/spec' with { type: 'json' }
import { expect, test } from 'vitest'
import { validateRequest, validateResponse } from '@seam-acs/client/validator'

// oxlint-disable-next-line typescript/no-explicit-any -- the tests build bodies of any shape
type Json = any

const path = '/acs/credentials/create'
const { requestBody, responses } = contract.paths[path].post
const accessMethods = contract.components.schemas.access_method.enum.join(', ')
const acsUserId = '0fc82df4-391b-4d00-a234-86378f1c3952'
const acsSystemId = '7113de29-6130-4153-a6ea-1b7ca0fe3198'
const userIdentityId = '4b6ec19d-ba68-46ca-80fd-55247684c2bb'

const requestWith = (change: object) => ({ access_method: 'code', acs_user_id: acsUserId, ...change })

function responseWith(change: (credential: Json, response: Json) => void): Json {
  const response: Json = structuredClone(contract.components.examples.visionline_card_response.value)
  change(response.acs_credential, response)
  return response
}

const warningWith = (change: object) =>
  responseWith((credential) => (credential.warnings = [{ created_at: '2025-06-16T16:54:17Z', message: '', ...change }]))

function readExamples(examples: Record<string, { $ref: string }>): [name: string, value: Json][] {
  const components: Record<string, { value: Json }> = contract.components.examples
  return Object.entries(examples).map(([name, { $ref }]) => [name, components[$ref.split('/').at(-1)!]!.value])
}

test.each(readExamples(requestBody.content['application/json'].examples))(
  'the request example %s is valid',
  (_, body) => {
    expect(validateRequest(path, body)).toEqual([])
  },
)

test.each(readExamples(responses[200].content['application/json'].examples))(
  'the response example %s is valid',
  (_, body) => {
    expect(validateResponse(path, body)).toEqual([])
  },
)

test.each<[string, Json, string, string]>([
  ['no body', undefined, '', 'must be an object'],
  ['null', null, '', 'must be an object'],
  ['an array', [], '', 'must be an object'],
  ['a string', 'code', '', 'must be an object'],
  ['no access method', { acs_user_id: acsUserId }, 'access_method', 'is required'],
  ['an undefined access method', requestWith({ access_method: undefined }), 'access_method', 'is required'],
  ['another access method', requestWith({ access_method: 'key' }), 'access_method', `must be one of ${accessMethods}`],
  ['a number as access method', requestWith({ access_method: 1 }), 'access_method', `must be one of ${accessMethods}`],
  ['null for an optional string', requestWith({ code: null }), 'code', 'must be a string'],
  ['a number as code', requestWith({ code: 1234 }), 'code', 'must be a string'],
  ['letters in the code', requestWith({ code: '12a4' }), 'code', 'must match ^\\d+$'],
  ['an empty code', requestWith({ code: '' }), 'code', 'must match ^\\d+$'],
  ['a code with a line break', requestWith({ code: '1234\n' }), 'code', 'must match ^\\d+$'],
  ['an ID that is not a UUID', requestWith({ acs_user_id: 'x' }), 'acs_user_id', 'must be a uuid'],
  ['a UUID as a URN', requestWith({ acs_user_id: `urn:uuid:${acsUserId}` }), 'acs_user_id', 'must be a uuid'],
  ['an object as ID', requestWith({ acs_user_id: { toString: 1 } }), 'acs_user_id', 'must be a string'],
  ['an array of a UUID as ID', requestWith({ acs_user_id: [acsUserId] }), 'acs_user_id', 'must be a string'],
  [
    'a string for an array',
    requestWith({ allowed_acs_entrance_ids: acsUserId }),
    'allowed_acs_entrance_ids',
    'must be an array',
  ],
  [
    'a bad item',
    requestWith({ allowed_acs_entrance_ids: [acsUserId, 'x'] }),
    'allowed_acs_entrance_ids[1]',
    'must be a uuid',
  ],
  ['an array for an object', requestWith({ hotek_metadata: [] }), 'hotek_metadata', 'must be an object'],
  [
    'a string for a boolean',
    requestWith({ hotek_metadata: { override: 'true' } }),
    'hotek_metadata.override',
    'must be a boolean',
  ],
  [
    'a bad nested enum',
    requestWith({ visionline_metadata: { card_format: 'tlcode' } }),
    'visionline_metadata.card_format',
    'must be one of TLCode, rfid48',
  ],
  [
    'a bad nested item',
    requestWith({ visionline_metadata: { joiner_acs_credential_ids: [1] } }),
    'visionline_metadata.joiner_acs_credential_ids[0]',
    'must be a string',
  ],
  ['a date without time', requestWith({ ends_at: '2025-06-23' }), 'ends_at', 'must be a date-time'],
  ['a date-time with a blank', requestWith({ ends_at: '2025-06-23 12:35:01Z' }), 'ends_at', 'must be a date-time'],
  ['a date-time without offset', requestWith({ ends_at: '2025-06-23T12:35:01' }), 'ends_at', 'must be a date-time'],
  ['an offset without colon', requestWith({ ends_at: '2025-06-23T12:35:01+0200' }), 'ends_at', 'must be a date-time'],
  ['the 31st of June', requestWith({ ends_at: '2025-06-31T12:35:01Z' }), 'ends_at', 'must be a date-time'],
  ['the 29th of February 2025', requestWith({ ends_at: '2025-02-29T12:35:01Z' }), 'ends_at', 'must be a date-time'],
  ['the 29th of February 2100', requestWith({ ends_at: '2100-02-29T12:35:01Z' }), 'ends_at', 'must be a date-time'],
  ['the 13th month', requestWith({ ends_at: '2025-13-01T12:35:01Z' }), 'ends_at', 'must be a date-time'],
  ['the 25th hour', requestWith({ ends_at: '2025-06-23T24:00:00Z' }), 'ends_at', 'must be a date-time'],
  ['the 61st minute', requestWith({ ends_at: '2025-06-23T12:60:00Z' }), 'ends_at', 'must be a date-time'],
  ['an invalid Date', requestWith({ ends_at: new Date('x') }), 'ends_at', 'must be a string'],
  ['no owner', { access_method: 'code' }, '', 'needs acs_user_id, or acs_system_id and user_identity_id'],
  [
    'an undefined owner',
    requestWith({ acs_user_id: undefined }),
    '',
    'needs acs_user_id, or acs_system_id and user_identity_id',
  ],
  [
    'a user identity without system',
    { access_method: 'code', user_identity_id: userIdentityId },
    'acs_system_id',
    'is required',
  ],
  [
    'a system without user identity',
    { access_method: 'code', acs_system_id: acsSystemId },
    'user_identity_id',
    'is required',
  ],
  [
    'a bad ACS user beside a system',
    requestWith({ acs_user_id: 'x', acs_system_id: acsSystemId }),
    'acs_user_id',
    'must be a uuid',
  ],
  ['an unknown property', requestWith({ name: 'Ann' }), 'name', 'is not a known property'],
  [
    'a misspelt nested property',
    requestWith({ salto_space_metadata: { assign_new_card: true } }),
    'salto_space_metadata.assign_new_card',
    'is not a known property',
  ],
  ['a property named constructor', requestWith({ constructor: 1 }), 'constructor', 'is not a known property'],
  ['a property named toString', requestWith({ toString: 1 }), 'toString', 'is not a known property'],
  ['a property named toJSON', requestWith({ toJSON: 1 }), 'toJSON', 'is not a known property'],
  ['a property named hasOwnProperty', requestWith({ hasOwnProperty: 1 }), 'hasOwnProperty', 'is not a known property'],
  ['a property named __proto__', { ...requestWith({}), ['__proto__']: 1 }, '__proto__', 'is not a known property'],
  ['an empty property name', requestWith({ '': 1 }), '', 'is not a known property'],
])('a request with %s has one issue, with its path', (_, body, at, message) => {
  expect(validateRequest(path, body)).toEqual([{ path: at, message }])
})

test.each<[string, Json, string, string]>([
  ['no body', undefined, '', 'must be an object'],
  ['a string', 'ok', '', 'must be an object'],
  ['ok: false', responseWith((_, response) => (response.ok = false)), 'ok', 'must be true'],
  ['a string for ok', responseWith((_, response) => (response.ok = 'true')), 'ok', 'must be true'],
  ['no credential', { ok: true }, 'acs_credential', 'is required'],
  ['null for the credential', { ok: true, acs_credential: null }, 'acs_credential', 'must be an object'],
  [
    'no ID',
    responseWith((credential) => delete credential.acs_credential_id),
    'acs_credential.acs_credential_id',
    'is required',
  ],
  [
    'null where none may be',
    responseWith((credential) => (credential.starts_at = null)),
    'acs_credential.starts_at',
    'must be a string',
  ],
  [
    'a number for a nullable string',
    responseWith((credential) => (credential.code = 1234)),
    'acs_credential.code',
    'must be a string or null',
  ],
  [
    'a number for a nullable boolean',
    responseWith((credential) => (credential.is_latest_desired_state_synced_with_provider = 0)),
    'acs_credential.is_latest_desired_state_synced_with_provider',
    'must be a boolean or null',
  ],
  [
    'a bad nullable date-time',
    responseWith((credential) => (credential.issued_at = 'yesterday')),
    'acs_credential.issued_at',
    'must be a date-time',
  ],
  [
    'an empty name',
    responseWith((credential) => (credential.display_name = '')),
    'acs_credential.display_name',
    'must have a length of at least 1',
  ],
  [
    'an unmanaged credential',
    responseWith((credential) => (credential.is_managed = false)),
    'acs_credential.is_managed',
    'must be true',
  ],
  [
    'an error without code',
    responseWith((credential) => (credential.errors = [{ created_at: '2025-06-16T16:54:17Z', message: '' }])),
    'acs_credential.errors[0].error_code',
    'is required',
  ],
  [
    'a warning that is null',
    responseWith((credential) => credential.warnings.push(null)),
    'acs_credential.warnings[1]',
    'must be an object',
  ],
  ['a warning without code', warningWith({}), 'acs_credential.warnings[0].warning_code', 'is required'],
  [
    'a number as warning code',
    warningWith({ warning_code: 5 }),
    'acs_credential.warnings[0].warning_code',
    'must be a string',
  ],
  [
    'a known warning without what it has',
    warningWith({ warning_code: 'requested_code_unavailable', new_code: '1' }),
    'acs_credential.warnings[0].original_code',
    'is required',
  ],
  [
    'a bad ID in nested metadata',
    responseWith((credential) => (credential.visionline_metadata.guest_acs_entrance_ids = ['x'])),
    'acs_credential.visionline_metadata.guest_acs_entrance_ids[0]',
    'must be a uuid',
  ],
  [
    '__proto__ for the credential',
    JSON.parse('{"ok":true,"__proto__":{"acs_credential":{}}}'),
    'acs_credential',
    'is required',
  ],
])('a response with %s has one issue, with its path', (_, body, at, message) => {
  expect(validateResponse(path, body)).toEqual([{ path: at, message }])
})

test.each<[string, Json]>([
  ['an ACS user and its system', requestWith({ acs_system_id: acsSystemId })],
  ['all three IDs', requestWith({ acs_system_id: acsSystemId, user_identity_id: userIdentityId })],
  ['a Date', requestWith({ ends_at: new Date() })],
  ['something with a toJSON method', requestWith({ code: { toJSON: () => '1234' } })],
  ['undefined properties, known or not', requestWith({ code: undefined, name: undefined })],
  ['a day of a leap year', requestWith({ ends_at: '2000-02-29T23:59:59.5-23:59' })],
  ['an ID of any hexadecimal digits', requestWith({ acs_user_id: 'FFFFFFFF-0000-9999-ffff-000000000000' })],
  ['no prototype', Object.assign(Object.create(null), requestWith({}))],
])('a request with %s is valid', (_, body) => {
  expect(validateRequest(path, body)).toEqual([])
})

test.each<[string, Json]>([
  ['an unknown access method', responseWith((credential) => (credential.access_method = 'face'))],
  ['an unknown type', responseWith((credential) => (credential.external_type = 'new_card'))],
  ['an unlisted warning', warningWith({ warning_code: 'new_warning', more: 1 })],
  [
    'unknown properties',
    responseWith((credential, response) => Object.assign(credential, { more: 1 }) && (response.more = 1)),
  ],
  [
    'properties named like those of every object',
    responseWith((credential) => Object.assign(credential, { constructor: 1, toString: 1, toJSON: 1 })),
  ],
  [
    'a property named __proto__',
    JSON.parse(JSON.stringify(responseWith(() => {})).replace('"ok"', '"__proto__":{"ok":1},"ok"')),
  ],
])('a response with %s is valid', (_, body) => {
  expect(validateResponse(path, body)).toEqual([])
})

test('every issue is reported, and none with a value', () => {
  const body = {
    access_method: 'secret',
    code: 'secret',
    ends_at: 'secret',
    hotek_metadata: 'secret',
    acs_user_id: 'secret',
  }
  const issues = validateRequest(path, body)
  expect(issues.map((issue) => issue.path)).toEqual([
    'access_method',
    'code',
    'ends_at',
    'hotek_metadata',
    'acs_user_id',
  ])
  expect(JSON.stringify(issues)).not.toContain('secret')
})

test.each(['/acs/credentials', 'constructor', '__proto__'])(
  'a body for the unknown path %s has no issues',
  (unknown) => {
    expect([...validateRequest(unknown, 1), ...validateResponse(unknown, 1)]).toEqual([])
  },
)
