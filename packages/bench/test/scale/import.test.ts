import { readOperations, type Json } from '@seam-acs/spec/model'
import { readContract } from '@seam-acs/spec/read-contract'
import { expect, test } from 'vitest'
import { importDocument } from '../../scale/import/import-document.ts'
import { vendorDocument } from './vendor-document.ts'

const { document, dropped } = importDocument(vendorDocument, await readContract())
const schemas: Json = document.components!.schemas
const operations = new Map(readOperations(document).map((operation) => [operation.path, operation]))

test('the POST operations are named after their paths, with the titles as summaries', () => {
  expect([...operations.values()].map(({ id, summary, tags }) => [id, summary, tags])).toEqual([
    ['pets_create', 'Create a Pet', ['pets']],
    ['pets_kind_find_one', '/pets/find', ['pets']],
    ['pets_touch', 'Touch', ['pets']],
  ])
})

test('bodies, results and tagged unions with their alternatives are components', () => {
  const names = Object.keys(schemas).filter((name) => name.startsWith('pet'))
  expect(names.toSorted()).toEqual([
    'pet',
    'pet_errors_item',
    'pet_errors_item_hungry',
    'pet_errors_item_lost',
    'pets_create_request',
    'pets_create_response',
    'pets_kind_find_one_found',
    'pets_kind_find_one_request',
    'pets_kind_find_one_response',
  ])
  expect(schemas.pet.properties.errors.items).toEqual({ $ref: '#/components/schemas/pet_errors_item' })
  expect(operations.get('/pets/create')!.result).toMatchObject({ kind: 'one', key: 'pet' })
})

test('an error response without a body gets the one of the house', () => {
  for (const { failures } of operations.values()) {
    expect(failures.map(({ status }) => status)).toEqual(['400', '401'])
    expect(failures.map(({ schema }) => schema)).toEqual(
      failures.map(() => ({ $ref: '#/components/schemas/error_response' })),
    )
  }
})

test.each<[string, Json]>([
  ['fur/color', { type: ['string', 'null'] }],
  ['owner', { type: 'null', description: 'Always null.' }],
  ['size', { type: ['string', 'null'], enum: ['s', 'm', null] }],
  ['weight', { type: 'number', exclusiveMinimum: 0 }],
  ['vet', { anyOf: [{ allOf: [{ type: 'object', properties: { name: { type: 'string' } } }] }, { type: 'null' }] }],
  ['notes', { type: 'object', additionalProperties: { anyOf: [{ type: 'string' }, { type: 'boolean' }] } }],
  ['litter', { type: 'array', items: { $ref: '#/components/schemas/pet' } }],
])('the property %s has the same meaning in OpenAPI 3.1', (name, expected) => {
  expect(schemas.pet.properties[name]).toEqual(expected)
})

test('an enum of one value is a constant, and a single alternative is merged into its schema', () => {
  expect(schemas.pet_errors_item_lost.properties.kind).toEqual({ type: 'string', const: 'lost' })
  expect(schemas.pets_create_request.properties.nickname).toEqual({ type: 'string' })
})

test('properties and `required` are in alphabetical order', () => {
  expect(Object.keys(schemas.pets_create_request.properties)).toEqual(['count', 'kind', 'nickname'])
  expect(schemas.pets_create_request.required).toEqual(['count', 'kind'])
})

test('what house style has no place for is counted by kind', () => {
  expect(Object.fromEntries(dropped)).toEqual({
    '`additionalProperties: false`': 1,
    '`discriminator`': 1,
    '`format: float`': 1,
    '`x-draft`': 1,
    '`x-route-path`': 1,
    'GET operations': 1,
    'PUT operations': 1,
    'keywords beside `$ref`': 1,
    'query parameters': 1,
    'schemas that no POST operation uses': 1,
  })
})
