import contract from '@seam-acs/spec' with { type: 'json' }
import { findJson, readOperations, type Content, type Json, type OpenApiDocument } from '@seam-acs/spec/model'
import { expect, test } from 'vitest'
import { createResponseChecker } from '../fixtures/response-checker.ts'
import { acsSystemId, acsUserId, createCaller, path, pin, userIdentityId, uuid } from '../create-caller.ts'

const identity = { acs_user_id: undefined, user_identity_id: userIdentityId, acs_system_id: acsSystemId }
const entrance = '21805570-4706-4c21-99fc-3ed873a5e014'
const other = 'a1b2c3d4-e5f6-4a3b-2c1d-0e9f8a7b6c5d'

async function create(changes?: object) {
  const { status, body } = await createCaller().call({ body: pin(changes) })
  expect([status, body.ok]).toEqual([200, true])
  return body.acs_credential
}

test('a credential has new IDs and the time of the clock, and is managed', async () => {
  expect(await create()).toMatchObject({
    acs_credential_id: expect.stringMatching(uuid),
    connected_account_id: expect.stringMatching(uuid),
    workspace_id: expect.stringMatching(uuid),
    created_at: '2025-06-16T16:54:17.946000Z',
    display_name: expect.stringMatching(/./),
    errors: [],
    is_managed: true,
  })
})

test('each response has its own request ID', async () => {
  const { call } = createCaller()
  const ids = [await call(), await call(), await call({ body: {} })].map(({ headers }) =>
    headers.get('seam-request-id'),
  )
  for (const id of ids) expect(id).toMatch(uuid)
  expect(new Set(ids).size).toBe(3)
})

test.each<[string, object, object]>([
  ['the access method', { access_method: 'cloud_key' }, { access_method: 'cloud_key' }],
  ['the user', {}, { acs_user_id: acsUserId }],
  ['the user and the system', { acs_system_id: acsSystemId }, { acs_user_id: acsUserId, acs_system_id: acsSystemId }],
  ['the user identity and the system', identity, { user_identity_id: userIdentityId, acs_system_id: acsSystemId }],
  ['all three ids', { ...identity, acs_user_id: acsUserId }, { ...identity, acs_user_id: acsUserId }],
  ['the code', { code: '0042' }, { code: '0042' }],
  [
    'the start as it is written',
    { starts_at: '2025-06-20T08:00:00+02:00' },
    { starts_at: '2025-06-20T08:00:00+02:00' },
  ],
  ['the end as it is written', { ends_at: '2030-01-01t00:00:00z' }, { ends_at: '2030-01-01t00:00:00z' }],
  ['phone sync', { is_multi_phone_sync_credential: true }, { is_multi_phone_sync_credential: true }],
  ['no phone sync by default', {}, { is_multi_phone_sync_credential: false }],
  [
    'metadata with its defaults',
    { visionline_metadata: { auto_join: true, card_format: 'rfid48', joiner_acs_credential_ids: [other] } },
    { visionline_metadata: { auto_join: true, card_function_type: 'guest', joiner_acs_credential_ids: [other] } },
  ],
  [
    'metadata and entrances',
    { allowed_acs_entrance_ids: [entrance], visionline_metadata: { card_function_type: 'staff' } },
    { visionline_metadata: { card_function_type: 'staff', guest_acs_entrance_ids: [entrance] } },
  ],
  [
    'metadata of another manufacturer',
    { assa_abloy_vostio_metadata: { auto_join: false, override_guest_acs_entrance_ids: [entrance] } },
    { assa_abloy_vostio_metadata: { auto_join: false, override_guest_acs_entrance_ids: [entrance] } },
  ],
])('a credential has %s of its request', async (_, changes, expected) => {
  const credential = await create(changes)
  const repeated = Object.keys(expected).map((name) => [name, credential[name]])
  expect(Object.fromEntries(repeated)).toEqual(expected)
})

test.each([
  ['code', {}, 'brivo_credential', 'Brivo Credential'],
  ['card', {}, 'salto_ks_tag', 'Salto KS Tag'],
  ['mobile_key', {}, 'salto_ks_credential', 'Salto KS Credential'],
  ['cloud_key', {}, 'avigilon_alta_credential', 'Avigilon Alta Credential'],
  ['card', { visionline_metadata: {} }, 'visionline_card', 'Visionline Card'],
  ['card', { hotek_metadata: {} }, 'hotek_card', 'Hotek Card'],
  ['card', { salto_space_metadata: {} }, 'salto_space_key', 'Salto Space Key'],
  ['mobile_key', { assa_abloy_vostio_metadata: {} }, 'assa_abloy_vostio_key', 'ASSA ABLOY Vostio Key'],
])('a %s with %o is a %s', async (access_method, metadata, type, name) => {
  expect(await create({ access_method, ...metadata })).toMatchObject({
    external_type: type,
    external_type_display_name: name,
  })
})

test('the mock chooses a code if the request has none', async () => {
  expect((await create()).code).toMatch(/^\d{4}$/)
})

test.each([
  ['Salto KS', { access_method: 'card' }, 'salto_ks_credential'],
  ['Latch', { example: 'latch_access' }, 'latch_access'],
])('a system of %s assigns another code than the requested one, and warns', async (_, earlier, external_type) => {
  const { mock, call } = createCaller()
  const first = await call({ body: pin({ access_method: 'card' }) })
  // The mock creates no credential of Latch by itself.
  Object.assign(mock.credentials[0]!, 'example' in earlier ? { external_type: earlier.example } : {})
  const { acs_system_id } = first.body.acs_credential
  const { body } = await call({ body: pin({ acs_system_id, acs_user_id: other, code: '4711' }) })
  const { code, warnings } = body.acs_credential
  expect(code).toMatch(/^(?!4711)\d{4}$/)
  expect(body.acs_credential).toMatchObject({ acs_system_id, external_type })
  expect(warnings).toEqual([
    {
      created_at: '2025-06-16T16:54:17.946000Z',
      message: expect.stringMatching(/./),
      new_code: code,
      original_code: '4711',
      warning_code: 'requested_code_unavailable',
    },
  ])
  const chosen = await call({ body: pin({ acs_system_id }) })
  expect(chosen.body.acs_credential).toMatchObject({ external_type, warnings: [] })
  expect(await createResponseChecker(contract as unknown as OpenApiDocument)(path, Response.json(body))).toEqual([])
})

test('a system keeps its manufacturer', async () => {
  const { call } = createCaller()
  const types = []
  for (const access_method of ['code', 'card', 'mobile_key']) {
    types.push((await call({ body: pin({ access_method }) })).body.acs_credential.external_type)
  }
  expect(types).toEqual(['brivo_credential', 'brivo_credential', 'brivo_credential'])
})

test('other kinds of credential have no code', async () => {
  expect(await create({ access_method: 'mobile_key', code: '1234' })).not.toHaveProperty('code')
})

test('a card waits to be issued and has no number yet', async () => {
  expect(await create({ access_method: 'card' })).toMatchObject({
    card_number: null,
    is_issued: false,
    issued_at: null,
    warnings: [{ warning_code: 'waiting_to_be_issued', created_at: '2025-06-16T16:54:17.946000Z' }],
  })
})

test('a credential that needs no encoding has no properties about issuing', async () => {
  const credential = await create()
  for (const name of ['card_number', 'is_issued', 'issued_at']) expect(credential).not.toHaveProperty(name)
  expect(credential.warnings).toEqual([])
})

test('an unknown property is dropped silently', async () => {
  const credential = await create({ unheard_of: 1, visionline_metadata: { cardFormat: 'rfid48' }, constructor: {} })
  expect(credential).not.toHaveProperty('unheard_of')
  expect(Object.hasOwn(credential, 'constructor')).toBe(false)
  expect(credential.visionline_metadata).toEqual({ card_function_type: 'guest' })
})

test('a property named __proto__ is dropped as well', async () => {
  const text = `{"__proto__":{"code":1},"access_method":"card","acs_user_id":"${acsUserId}"}`
  const { status, body } = await createCaller().call({ body: text })
  expect(status).toBe(200)
  expect(Object.hasOwn(body.acs_credential, '__proto__')).toBe(false)
})

test('an ID that the API ignores is not returned if it is invalid', async () => {
  const credential = await create({ acs_system_id: 'x', user_identity_id: 'y' })
  expect(credential.acs_system_id).toMatch(uuid)
  expect(credential).not.toHaveProperty('user_identity_id')
})

test('a user identity has one user in each system', async () => {
  const { call } = createCaller()
  const findUser = async (changes: object) =>
    (await call({ body: pin({ ...identity, ...changes }) })).body.acs_credential.acs_user_id
  const first = await findUser({})
  expect(first).toMatch(uuid)
  expect(await findUser({ access_method: 'card' })).toBe(first)
  expect(await findUser({ acs_system_id: other })).not.toBe(first)
  expect(await findUser({ user_identity_id: other })).not.toBe(first)
})

test('a user keeps the system of an earlier request', async () => {
  const { call } = createCaller()
  await call({ body: pin({ acs_system_id: acsSystemId }) })
  expect((await call()).body.acs_credential.acs_system_id).toBe(acsSystemId)
})

test('a credential has the workspace of the personal access token', async () => {
  const workspace = '005f1e54-5360-40db-8c31-4ef6baaad1fd'
  const headers = { authorization: 'Bearer seam_at1_token', 'seam-workspace': workspace }
  expect((await createCaller().call({ headers })).body.acs_credential.workspace_id).toBe(workspace)
})

test('two mocks with the same seed and clock respond identically', async () => {
  const texts = await Promise.all(
    [1, 1, 2].map(async (seed) => {
      const { call } = createCaller({ seed })
      const both = [await call(), await call({ body: pin({ access_method: 'card' }) })]
      return both.map(({ headers, text }) => [headers.get('seam-request-id'), text])
    }),
  )
  expect(texts[0]).toEqual(texts[1])
  expect(texts[0]![0]![0]).not.toBe(texts[2]![0]![0])
  expect(texts[0]![0]![1]).not.toBe(texts[2]![0]![1])
})

test('a thousand credentials have a thousand IDs', async () => {
  const { mock, call } = createCaller()
  await Promise.all(Array.from({ length: 1000 }, () => call()))
  expect(new Set(mock.credentials.map(({ acs_credential_id: id }) => id)).size).toBe(1000)
})

test('the mock lists the created credentials, and forgets them on reset', async () => {
  const { mock, call } = createCaller()
  const first = await call()
  await call({ body: {} })
  await call({ headers: { prefer: 'example=mobile_key' }, body: pin({ access_method: 'mobile_key' }) })
  expect(mock.credentials.map(({ access_method: method }) => method)).toEqual(['code', 'mobile_key'])
  expect(mock.credentials[0]).toEqual(first.body.acs_credential)
  mock.reset()
  expect(mock.credentials).toEqual([])
  expect((await call()).text).toBe(first.text)
})

const { request, success } = readOperations(contract).find((operation) => operation.path === path)!
const readExamples = (contents: Content[]) => findJson(contents)!.examples
const responses = new Map(readExamples(success!.contents).map(({ name, value }) => [name, value as Json]))

test.each(readExamples(request!.contents).map(({ name, value }) => [name, value as Json] as const))(
  'the documented request %s gets a credential with the values that its response example repeats',
  async (name, body) => {
    const expected = responses.get(name).acs_credential
    const repeated = Object.entries(body).filter(
      ([property, value]) => JSON.stringify(expected[property]) === JSON.stringify(value),
    )
    const { body: actual } = await createCaller().call({ body })
    expect(actual.acs_credential).toMatchObject(Object.fromEntries(repeated))
  },
)
