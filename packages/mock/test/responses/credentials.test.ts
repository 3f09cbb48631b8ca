import { toMockContract } from '@seam-acs/codegen/mock'
import { createMockFor, type Json, type MockOptions } from '@seam-acs/mock/contract'
import { expect, test } from 'vitest'
import { acsSystemId, acsUserId, now, pin, toInit, userIdentityId } from '../create-caller.ts'
import { credentialsDocument } from '../fixtures/credentials-document.ts'
import { object, to } from '../fixtures/documents.ts'
import { createResponseChecker } from '../fixtures/response-checker.ts'

const checkResponse = createResponseChecker(credentialsDocument)
const unknownId = 'a1b2c3d4-e5f6-4a3b-2c1d-0e9f8a7b6c5d'

/** Calls the operations on credentials, and checks every response against the contract. */
function createCaller(options: MockOptions = {}) {
  const mock = createMockFor(toMockContract(credentialsDocument), { now: () => now, ...options })
  const call = async (operation: string, body: object, headers?: Record<string, string>) => {
    const path = `/acs/credentials/${operation}`
    const response = await mock.fetch(path, toInit({ body, ...(headers && { headers }) }))
    expect(await checkResponse(path, response.clone())).toEqual([])
    return { status: response.status, body: (await response.json()) as Json }
  }
  const create = async (changes: object = {}) =>
    (await call('create', { access_method: 'code', acs_user_id: acsUserId, ...changes })).body.acs_credential
  const list = async (body: object = {}) => (await call('list', body)).body
  return { mock, call, create, list }
}

const idsOf = (credentials: Json[]): string[] => credentials.map(({ acs_credential_id: id }) => id)

test('get returns a credential as it was created', async () => {
  const { call, create, mock } = createCaller()
  await create()
  const created = await create({ code: '77' })
  const { status, body } = await call('get', { acs_credential_id: created.acs_credential_id })
  expect([status, body]).toEqual([200, { acs_credential: created, ok: true }])
  expect(mock.credentials).toHaveLength(2)
})

test.each(['get', 'update', 'delete'])(
  '%s of an unknown credential returns a 404 and changes nothing',
  async (operation) => {
    const { call, create, mock } = createCaller()
    const created = await create()
    const { status, body } = await call(operation, { acs_credential_id: unknownId })
    expect([status, body.ok, body.error.type]).toEqual([404, false, 'acs_credential_not_found'])
    expect(mock.credentials).toEqual([created])
  },
)

test.each(['get', 'update', 'delete'])('%s without an ID is rejected', async (operation) => {
  const { status, body } = await createCaller().call(operation, {})
  expect([status, body.error.message]).toEqual([400, 'acs_credential_id is required'])
})

test('an update changes only the given properties, for all later calls', async () => {
  const { call, create, list, mock } = createCaller()
  const created = await create({ code: '1' })
  const { acs_credential_id } = created
  const { body } = await call('update', { acs_credential_id, code: '2', display_name: 'not for requests' })
  expect(body.acs_credential).toEqual({ ...created, code: '2' })
  expect((await call('get', { acs_credential_id })).body).toEqual(body)
  expect((await list()).acs_credentials).toEqual([body.acs_credential])
  expect(mock.credentials).toEqual([body.acs_credential])
})

test('an update checks the period against the start that was set on creation', async () => {
  const { call, create } = createCaller()
  const { acs_credential_id } = await create({ starts_at: '2025-07-01T00:00:00Z' })
  const findProblem = async (ends_at: string) =>
    (await call('update', { acs_credential_id, ends_at })).body.error.message
  expect(await findProblem('2025-06-30T00:00:00Z')).toBe('Must be after starts_at for "ends_at"')
  const other = await create()
  const { body } = await call('update', { acs_credential_id: other.acs_credential_id, ends_at: '2020-01-01T00:00:00Z' })
  expect(body.error.message).toBe('Must be in the future for "ends_at"')
})

test('a deleted credential is gone', async () => {
  const { call, create, list, mock } = createCaller()
  const [first, second] = [await create(), await create()]
  const { status, body } = await call('delete', { acs_credential_id: first.acs_credential_id })
  expect([status, body]).toEqual([200, { ok: true }])
  expect((await call('get', { acs_credential_id: first.acs_credential_id })).status).toBe(404)
  expect((await list()).acs_credentials).toEqual([second])
  expect(mock.credentials).toEqual([second])
})

test('a list has the credentials that match the IDs and the other filters of the request, oldest first', async () => {
  let time = '2025-01-01T00:00:00Z'
  const { create, list } = createCaller({ now: () => new Date(time) })
  const first = await create({ acs_user_id: unknownId, code: '4711' })
  time = '2025-02-01T00:00:00Z'
  const second = await create({ acs_system_id: acsSystemId, user_identity_id: userIdentityId })
  const third = await create({ access_method: 'card', is_multi_phone_sync_credential: true })
  const find = async (body: object) => (await list(body)).acs_credentials
  expect(await find({})).toEqual([first, second, third])
  expect(await find({ acs_user_id: unknownId })).toEqual([first])
  expect(await find({ acs_system_id: acsSystemId, acs_user_id: acsUserId })).toEqual([second, third])
  expect(await find({ user_identity_id: userIdentityId })).toEqual([second])
  expect(await find({ user_identity_id: unknownId })).toEqual([])
  expect(await find({ is_multi_phone_sync_credential: false })).toEqual([first, second])
  expect(await find({ created_before: time })).toEqual([first])
  expect(await find({ search: '471' })).toEqual([first])
  expect(await find({ display_name: 'not for requests' })).toHaveLength(3)
})

test('each page of a list leads to the next one by its cursor', async () => {
  const { call, create, list } = createCaller()
  const created = []
  for (const _ of Array(5)) created.push(await create())
  const ids: string[] = []
  let pagination: Json = { has_next_page: true, next_page_cursor: null }
  while (pagination.has_next_page) {
    const page = await list({ acs_user_id: acsUserId, limit: 2, page_cursor: pagination.next_page_cursor })
    // A credential can be deleted before the next page is requested.
    for (const { acs_credential_id } of page.acs_credentials) await call('delete', { acs_credential_id })
    ids.push(...idsOf(page.acs_credentials))
    pagination = page.pagination
  }
  expect(ids).toEqual(idsOf(created))
  expect(pagination).toEqual({ has_next_page: false, next_page_cursor: null, next_page_url: null })
})

test('a cursor is rejected with other filters, and so is an invalid cursor', async () => {
  const { call, create, list } = createCaller()
  await create()
  await create()
  const { pagination } = await list({ limit: 1 })
  const page_cursor = pagination.next_page_cursor
  const mismatch = await call('list', { acs_user_id: acsUserId, limit: 1, page_cursor })
  expect([mismatch.status, mismatch.body.error.type]).toEqual([400, 'mismatched_page_parameters'])
  for (const unreadable of ['', 'x', 'bnVsbA==', btoa('["x"]').slice(1), btoa('{}')]) {
    const { status, body } = await call('list', { limit: 1, page_cursor: unreadable })
    expect([status, body.ok]).toEqual([400, false])
  }
})

test('a list without pages respects the limit', async () => {
  const document = structuredClone(credentialsDocument)
  const { content } = document.paths!['/acs/credentials/list']!.post!.responses!['200']!
  content!['application/json']!.schema = object({
    acs_credentials: { type: 'array', items: to('acs_credential') },
    ok: {},
  })
  const { fetch } = createMockFor(toMockContract(document))
  for (const _ of Array(3)) await fetch('/acs/credentials/create', toInit({}))
  const response = await fetch('/acs/credentials/list', toInit({ body: { limit: 2 } }))
  const body = (await response.json()) as Json
  expect([body.ok, body.acs_credentials.length, Object.keys(body).length]).toEqual([true, 2, 2])
})

test('only create and update store a requested example of a success', async () => {
  const { call, create, mock } = createCaller()
  const prefer = { prefer: 'example=made_up' }
  const body = { access_method: 'code', acs_user_id: acsUserId }
  const { acs_credential: example } = (await call('create', body, prefer)).body
  expect(mock.credentials).toEqual([example])
  const created = await create()
  await call('get', { acs_credential_id: created.acs_credential_id }, prefer)
  await call('list', {}, prefer)
  await call('update', { acs_credential_id: created.acs_credential_id }, prefer)
  expect(mock.credentials).toEqual([example, created])
})

test('only a new required property is taken from the example', async () => {
  const { acs_credential: credential } = (await createCaller().call('create', pin({ ends_at: '2030-01-01T00:00:00Z' })))
    .body
  const document = structuredClone(credentialsDocument)
  const { required, properties } = document.components!.schemas!['acs_credential']!
  required!.push('shape')
  properties!['shape'] = { type: 'string' }
  const { content } = document.paths!['/acs/credentials/create']!.post!.responses!['200']!
  const value = { acs_credential: { ...credential, shape: 'round' }, ok: true }
  content!['application/json']!.examples = { round: { value } }
  const response = await createMockFor(toMockContract(document)).fetch('/acs/credentials/create', toInit({}))
  const { acs_credential: created } = (await response.json()) as Json
  expect(created.shape).toBe('round')
  expect(created).not.toHaveProperty('ends_at')
})
