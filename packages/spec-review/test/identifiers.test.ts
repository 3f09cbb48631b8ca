import { expect, test } from 'vitest'
import type { Json } from '../src/change.ts'
import { resolveIdentifiers } from '../src/document/identifiers.ts'

/** The references of a schema, as they are after it has been read. */
function referencesOf(schema: Json, kind: 'schema' | 'document' = 'schema'): string[] {
  return [...JSON.stringify(resolveIdentifiers(schema, kind)).matchAll(/"\$ref":"([^"]*)"/g)].map(([, text]) => text!)
}

test.each<[string, Json, string[]]>([
  ['an anchor', { $ref: '#code', $defs: { Code: { $anchor: 'code' } } }, ['#/$defs/Code']],
  [
    'an anchor of a schema with an id',
    { properties: { a: { $id: 'https://a.example/', $ref: '#x', $defs: { b: { $anchor: 'x' } } } } },
    ['#/properties/a/$defs/b'],
  ],
  [
    'a path within a schema with an id',
    { properties: { a: { $id: 'https://a.example/', items: { $ref: '#/$defs/b' }, $defs: { b: {} } } } },
    ['#/properties/a/$defs/b'],
  ],
  [
    'an address of another schema',
    {
      $id: 'https://a.example/door',
      properties: { key: { $ref: 'key#/$defs/code' } },
      $defs: { key: { $id: 'key', $defs: { code: {} } } },
    },
    ['#/$defs/key/$defs/code'],
  ],
  [
    'the one dynamic anchor of its name',
    { items: { $dynamicRef: '#node' }, $defs: { node: { $dynamicAnchor: 'node' } } },
    ['#/$defs/node'],
  ],
  ['a file', { $ref: 'other.yaml#/a', $defs: { x: { $anchor: 'x' } } }, ['other.yaml#/a']],
  ['a path of the file', { $ref: '#/$defs/x', $defs: { x: { $anchor: 'x' } } }, ['#/$defs/x']],
])('a reference to %s leads to its place', (_, schema, expected) => {
  expect(referencesOf(schema)).toEqual(expected)
})

test('a value that is not a schema has no identifiers', () => {
  const example: Json = {
    openapi: '3.1.0',
    paths: {},
    components: { examples: { a: { value: { $anchor: 'x', $ref: '#x' } } } },
  }
  expect(referencesOf(example, 'document')).toEqual(['#x'])
})
