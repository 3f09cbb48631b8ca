import { toMockContract } from '@seam-acs/codegen/mock'
import type { Schema } from '@seam-acs/spec/model'
import { createMockFor, type Json, type MockOptions } from '@seam-acs/mock/contract'
import { expect, test } from 'vitest'
import { now, toInit, uuid as anUuid } from '../create-caller.ts'
import { createDocument, dateTime, object, text, to, uuid, type Described } from '../fixtures/documents.ts'
import { createResponseChecker } from '../fixtures/response-checker.ts'

const [petId, ownerId, otherId] = [1, 2, 3].map((digit) => `0fc82df4-391b-4d00-a234-86378f1c395${digit}`) as [
  string,
  string,
  string,
]
const schemas: Record<string, Schema> = {
  pet: object({ pet_id: uuid, owner_id: uuid, name: text, created_at: dateTime, 'nickname?': text }),
  cat: object({ kind: { const: 'cat' }, kind_id: uuid, lives: { type: 'integer' } }),
  dog: object({ kind: { const: 'dog' }, kind_id: uuid, tricks: { type: 'array', items: text } }),
}
const pet = { pet_id: petId, owner_id: ownerId, name: 'Rex', created_at: '2020-01-01T00:00:00Z' }
const ok = { type: 'boolean' }

/** Calls the only operation of a document, and checks the response against the document. */
async function call(described: Described, body: unknown = {}, options: MockOptions = {}) {
  const document = createDocument({ '/pets/try': described }, schemas)
  const mock = createMockFor(toMockContract(document), { now: () => now, ...options })
  const response = await mock.fetch('/pets/try', toInit({ body }))
  expect(await createResponseChecker(document)('/pets/try', response.clone())).toEqual([])
  expect(mock.credentials).toEqual([])
  const read = await response.text()
  return { status: response.status, text: read, body: (read ? JSON.parse(read) : undefined) as Json }
}

const one = (request: Schema): Described => ({
  request,
  response: object({ pet: to('pet'), ok }),
  examples: { rex: { pet, ok: true } },
})

test('one object is the example with the IDs and values of the request', async () => {
  const request = object({ pet_id: uuid, name: text, 'size?': { type: 'integer', default: 3 } })
  const { body } = await call(one(request), { pet_id: otherId, name: 'Tom', owner_id: petId })
  expect(body).toEqual({ pet: { ...pet, pet_id: otherId, name: 'Tom' }, ok: true })
})

test('one object gets a new ID if the request does not name one, and the same seed gives the same ID', async () => {
  const create = async (seed: number) =>
    (await call(one(object({ owner_id: uuid })), { owner_id: otherId }, { seed })).body
  const { pet: created } = await create(1)
  expect(created).toEqual({
    ...pet,
    pet_id: expect.stringMatching(anUuid),
    owner_id: otherId,
    created_at: now.toISOString(),
  })
  expect(created.pet_id).not.toBe(petId)
  expect((await create(1)).pet).toEqual(created)
  expect((await create(2)).pet.pet_id).not.toBe(created.pet_id)
})

test('a request value that the result cannot have is ignored', async () => {
  const request = object({ owner_id: text, nickname: { type: 'integer' } })
  const { body } = await call(one(request), { owner_id: 'nobody', nickname: 4 })
  expect(body.pet).toMatchObject({ owner_id: ownerId, name: 'Rex' })
  expect(body.pet).not.toHaveProperty('nickname')
})

test('each object of a list has the IDs of the request', async () => {
  const response = object({ pets: { type: 'array', items: to('pet') }, ok })
  const examples = { two: { pets: [pet, { ...pet, pet_id: otherId }], ok: true } }
  const { body } = await call({ request: object({ owner_id: uuid }), response, examples }, { owner_id: otherId })
  expect(body.pets).toEqual([
    { ...pet, owner_id: otherId },
    { ...pet, owner_id: otherId, pet_id: otherId },
  ])
})

test('a page is the last one, so that reading all pages ends', async () => {
  const pagination = object({ has_next_page: ok, next_page_cursor: { type: ['string', 'null'] } })
  const response = object({ pets: { type: 'array', items: to('pet') }, ok, pagination })
  const examples = { first: { pets: [pet], ok: true, pagination: { has_next_page: true, next_page_cursor: 'x' } } }
  const { body } = await call({ response, examples })
  expect(body).toEqual({ pets: [pet], ok: true, pagination: { has_next_page: false, next_page_cursor: null } })
})

test('a generated page is the last one, too', async () => {
  const cursor = { type: ['string', 'null'] }
  const pagination = object({ next_page_url: cursor, next_page_cursor: cursor, has_next_page: ok, page: text })
  const response = object({ pets: { type: 'array', items: to('pet') }, ok, pagination })
  const { body } = await call({ response }, {}, { prefer: 'example=made_up' })
  expect(body.pagination).toEqual({
    page: expect.any(String),
    has_next_page: false,
    next_page_cursor: null,
    next_page_url: null,
  })
})

test('several properties are those of the example, each with the IDs of the request', async () => {
  const response = object({ pet: to('pet'), owner_id: uuid, count: { type: 'integer' }, ok })
  const examples = { all: { pet, owner_id: ownerId, count: 3, ok: true } }
  const { body } = await call({ request: object({ owner_id: uuid }), response, examples }, { owner_id: otherId })
  expect(body).toEqual({ pet: { ...pet, owner_id: otherId }, owner_id: otherId, count: 3, ok: true })
})

test.each<[string, Described, number, string]>([
  ['`ok` alone', { response: object({ ok }) }, 200, '{"ok":true}'],
  ['an optional `ok`', { response: object({ 'ok?': ok }) }, 200, '{"ok":true}'],
  ['no body', {}, 200, ''],
  ['another status without a body', { status: 204 }, 204, ''],
  ['a status that forbids a body', { status: 205 }, 205, ''],
  ['another status with a body', { status: 201, response: object({ ok }) }, 201, '{"ok":true}'],
  [
    'an example that is not a success',
    { response: object({ ok }), examples: { no: { ok: false } } },
    200,
    '{"ok":true}',
  ],
])('an empty result has %s', async (_, described, status, expected) => {
  const response = await call(described)
  expect([response.status, response.text]).toEqual([status, expected])
})

test('an operation without a body accepts any request with any content type', async () => {
  const { fetch } = createMockFor(toMockContract(createDocument({ '/pets/count': { response: object({ ok }) } })))
  const headers = { authorization: 'Bearer seam_test_key' }
  expect((await fetch('/pets/count', { method: 'POST', headers })).status).toBe(200)
  expect((await fetch('/pets/count', toInit({ body: { any: 1 } }))).status).toBe(200)
  expect((await fetch('/pets/count', toInit({ method: 'GET' }))).status).toBe(405)
})

test('the mock uses the first valid example', async () => {
  const examples = { broken: { pet: { name: 1 }, ok: true }, rex: { pet, ok: true } }
  const { body } = await call({ ...one(object({ pet_id: uuid })), examples }, { pet_id: petId })
  expect(body.pet).toEqual(pet)
})

test('a request with values of another union shape changes only those that fit the shape of the example', async () => {
  const response = object({ animal: { anyOf: [to('cat'), to('dog')] }, ok })
  const examples = { tom: { animal: { kind: 'cat', kind_id: petId, lives: 9 }, ok: true } }
  const request = object({ kind: text, kind_id: uuid })
  const { body } = await call({ request, response, examples }, { kind: 'dog', kind_id: otherId })
  expect(body.animal).toEqual({ kind: 'cat', kind_id: otherId, lives: 9 })
})

test('a map keeps its entries', async () => {
  const response = object({ sizes: { type: 'object', additionalProperties: { type: 'integer' } }, ok })
  const { body } = await call({ response, examples: { some: { sizes: { pet_id: 1, tail: 2 }, ok: true } } })
  expect(body.sizes).toMatchObject({ pet_id: 1, tail: 2 })
})
