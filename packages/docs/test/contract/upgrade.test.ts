import type { OpenApiDocument } from '@seam-acs/spec/model'
import { expect, test } from 'vitest'
import { upgrade } from '../../src/contract/document/upgrade.ts'

const documentWith = (schema: object, openapi = '3.0.3') =>
  ({ openapi, info: { title: 'A', version: '1' }, components: { schemas: { thing: schema } } }) as OpenApiDocument
const convert = (schema: object) => upgrade(documentWith(schema)).components!.schemas!['thing']

test.each([
  ['a nullable type', { type: 'string', nullable: true }, { type: ['string', 'null'] }],
  [
    'a nullable list of values',
    { type: 'string', enum: ['a'], nullable: true },
    { type: ['string', 'null'], enum: ['a', null] },
  ],
  [
    'a nullable reference',
    { allOf: [{ $ref: '#/a' }], nullable: true },
    { anyOf: [{ allOf: [{ $ref: '#/a' }] }, { type: 'null' }] },
  ],
  ['what is not nullable', { type: 'string', nullable: false }, { type: 'string' }],
  ['a limit that is excluded', { minimum: 1, exclusiveMinimum: true }, { exclusiveMinimum: 1 }],
  ['a limit that is included', { maximum: 1, exclusiveMaximum: false }, { maximum: 1 }],
  [
    'a property',
    { properties: { a: { type: 'integer', nullable: true } } },
    { properties: { a: { type: ['integer', 'null'] } } },
  ],
  [
    'a property named like data',
    { properties: { value: { type: 'integer', nullable: true } } },
    { properties: { value: { type: ['integer', 'null'] } } },
  ],
  [
    'a property named like a keyword',
    { properties: { nullable: { type: 'boolean' } } },
    { properties: { nullable: { type: 'boolean' } } },
  ],
  ['an example', { example: { nullable: true } }, { example: { nullable: true } }],
])('%s of OpenAPI 3.0 is read as 3.1 writes it', (_, schema, upgraded) => {
  expect(convert(schema)).toEqual(upgraded)
})

test('a document of OpenAPI 3.1 stays as it is', () => {
  const document = documentWith({ type: 'string', nullable: true }, '3.1.0')
  expect(upgrade(document)).toBe(document)
})
