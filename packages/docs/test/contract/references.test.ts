import type { OpenApiDocument, Schema } from '@seam-acs/spec/model'
import { expect, test } from 'vitest'
import { DocumentError } from '../../src/contract/document/document-error.ts'
import { rejectBadReferences } from '../../src/contract/document/references.ts'
import { listSchemes } from '../../src/contract/operations/security.ts'

const check = (schemas: Record<string, object>) => () =>
  rejectBadReferences({
    openapi: '3.1.1',
    info: { title: 'A', version: '1.0.0' },
    components: { schemas: schemas as Record<string, Schema> },
  } satisfies OpenApiDocument)

const to = (name: string) => ({ $ref: `#/components/schemas/${name}` })

test.each([
  ['to nothing', { a: { properties: { b: to('c') } } }, ['`$ref` at #/components/schemas/a/properties/b', 'schemas/c']],
  ['into nothing', { a: { items: to('a/properties/b') } }, ['#/components/schemas/a/items', 'schemas/a/properties/b']],
  ['to itself', { a: to('a') }, ['`$ref` at #/components/schemas/a', 'leads back to itself']],
  ['in a circle', { a: to('b'), b: to('a') }, ['`$ref` at #/components/schemas/b', 'leads back to itself']],
  ['to all of itself', { a: { allOf: [to('a')] } }, ['`allOf` at #/components/schemas/a']],
  [
    'to all of itself by another',
    { a: { allOf: [to('b')] }, b: { allOf: [to('a')] } },
    ['`allOf` at #/components/schemas/b'],
  ],
  ['to one of itself', { a: { anyOf: [{ type: 'string' }, to('a')] } }, ['`anyOf` at #/components/schemas/a']],
  [
    'to one of itself, in all of another',
    { a: { oneOf: [{ type: 'string' }, { allOf: [to('b')] }] }, b: { anyOf: [to('a')] } },
    ['`oneOf` at #/components/schemas/a:', '`anyOf` at #/components/schemas/b:'],
  ],
  ['to another file', { a: { $ref: 'b.yaml#/c' } }, ['`$ref` at #/components/schemas/a', 'b.yaml#/c']],
])('a reference %s is rejected with its place', (_, schemas, words) => {
  for (const word of words) expect(check(schemas)).toThrow(word)
})

test.each([
  ['a property', { a: { properties: { b: to('a') } } }],
  ['an item', { a: { items: { anyOf: [{ type: 'string' }, to('a')] } } }],
  ['a property that is named so', { a: { properties: { $ref: { type: 'string' } } } }],
  ['an example', { a: { example: { $ref: 'x' }, examples: [{ $ref: 'x' }], default: { $ref: 'x' } } }],
  ["a schema's inside", { a: { properties: { b: {} } }, c: to('a/properties/b') }],
])('a reference in %s is fine', (_, schemas) => {
  expect(check(schemas)).not.toThrow()
})

test('a way to authenticate that the document does not describe is rejected by name', () => {
  const list = () => listSchemes([{ nothing: [] }])
  expect(list).toThrow(DocumentError)
  expect(list).toThrow('there is no `nothing`')
})
