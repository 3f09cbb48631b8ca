import type { Json } from '@seam-acs/spec/model'
import { expect, test } from 'vitest'
import { renderValidators } from '../src/validators/render-validators.ts'

/** A document with one path, whose request and response have the same schema. */
function documentOf(schema: Json, schemas: Json = {}): Json {
  const content = { 'application/json': { schema } }
  return {
    paths: { '/': { post: { requestBody: { content }, responses: { 200: { content } } } } },
    components: { schemas },
  }
}

const objectOf = (properties: Json, required: string[] = []) => ({ type: 'object', required, properties })

test('annotations change nothing', () => {
  const annotations = {
    description: 'A',
    default: 'a',
    deprecated: true,
    examples: ['a'],
    'x-enumDescriptions': { a: '' },
  }
  const schema = { type: 'string', enum: ['a'] }
  expect(renderValidators(documentOf({ ...schema, ...annotations }))).toBe(renderValidators(documentOf(schema)))
})

test.each<[string, Json, RegExp]>([
  ['an unknown keyword', { type: 'object', propertyNames: {} }, /^thing: .*`propertyNames`/],
  ['a closed object', { type: 'object', additionalProperties: false }, /^thing: .*`additionalProperties: false`/],
  [
    'an unknown keyword deep inside',
    objectOf({ a: { type: 'array', items: { oneOf: [] } } }),
    /^thing\.a\[\]: .*`oneOf`/,
  ],
  ['a keyword named like a property of every object', { constructor: 1 }, /^thing: .*`constructor`/],
  ['an unknown format', { type: 'string', format: 'ipv4' }, /`format: ipv4`/],
  ['a format of another type', { type: 'string', format: 'int32' }, /`format: int32`/],
  ['an object among the listed values', { enum: [{ a: 1 }] }, /`enum` of arrays or objects/],
  ['a not of something else than values', { not: { type: 'string' } }, /`not` other than of an `enum`/],
  ['a keyword without its type', { minLength: 1 }, /`minLength` without `type: string`/],
  ['a keyword with another type', { type: 'string', minimum: 1 }, /`minimum` without `type: integer or number`/],
  ['integers among other types', { type: ['integer', 'string'] }, /`type: integer` among others/],
  ['itself as its own part', { allOf: [{ $ref: '#/components/schemas/thing' }] }, /^thing: .*`\$ref` to itself/],
])('a schema with %s fails generation, naming both', (_, thing, message) => {
  const document = documentOf({ $ref: '#/components/schemas/thing' }, { thing })
  expect(() => renderValidators(document)).toThrow(message)
})

test('a schema that is described in the operation itself is rejected by method and path', () => {
  expect(() => renderValidators(documentOf(objectOf({ a: { oneOf: [] } })))).toThrow(/^POST \/\.a: .*`oneOf`/)
})

test('an operation without a request body accepts any value', () => {
  const document = documentOf({ type: 'string' })
  delete document.paths['/'].post.requestBody
  expect(renderValidators(document)).toContain("['/', any, type('a string')]")
})
