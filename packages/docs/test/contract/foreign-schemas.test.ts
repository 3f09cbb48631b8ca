import type { Schema } from '@seam-acs/spec/model'
import { expect, test } from 'vitest'
import { describe } from '../../src/contract/schemas/describe.ts'

const user = { $ref: '#/components/schemas/acs_user_owner' }

test('constraints beside a reference are added to what it leads to', () => {
  const shape = describe({ ...user, required: ['extra'], properties: { extra: { type: 'string' } } })
  const properties = shape.groups.flatMap((group) => group.properties)
  expect(properties.map(({ property, required }) => [property, required])).toEqual(
    expect.arrayContaining([
      ['acs_user_id', true],
      ['extra', true],
    ]),
  )
  expect(shape.name).toBeUndefined()
})

test('a description beside a reference replaces that of the target, which keeps its name', () => {
  const schema = { ...user, description: 'Own.', 'x-internal': true }
  expect(describe(schema)).toMatchObject({ name: 'acs_user_owner', description: 'Own.' })
})

test.each([true, false])('the schema %j is described', (schema) => {
  expect(describe({ properties: { a: schema as never } }).groups[0]!.properties[0]).toMatchObject({ type: 'any' })
})

test.each<[object, string, string]>([
  [{ prefixItems: [{ type: 'string' }] }, 'First items', '[{"type":"string"}]'],
  [{ contains: { const: 'x' } }, 'Contains', '{"const":"x"}'],
  [{ minContains: 2 }, 'Contains at least', '2'],
  [{ maxContains: 3 }, 'Contains at most', '3'],
  [{ propertyNames: { pattern: '^a' } }, 'Property names', '{"pattern":"^a"}'],
  [{ dependentRequired: { a: ['b'] } }, 'Dependent required', '{"a":["b"]}'],
  [{ dependentSchemas: { a: {} } }, 'Dependent schemas', '{"a":{}}'],
  [{ if: { required: ['a'] } }, 'If', '{"required":["a"]}'],
  // oxlint-disable-next-line unicorn/no-thenable -- nobody awaits it
  [{ then: { required: ['b'] } }, 'Then', '{"required":["b"]}'],
  [{ else: false }, 'Else', 'false'],
  [{ not: { required: ['a', 'b'] } }, 'Never', '{"required":["a","b"]}'],
  [{ not: { type: 'string', enum: ['a'] } }, 'Never', '{"type":"string","enum":["a"]}'],
  [{ not: { enum: ['a'] } }, 'Never', 'a'],
  [{ discriminator: { propertyName: 'kind' } }, 'Distinguished by', 'kind'],
  [
    { discriminator: { propertyName: 'kind', mapping: { a: '#/components/schemas/one', b: 'two' } } },
    'Distinguished by',
    'kind: a is one, b is two',
  ],
  [{ unevaluatedProperties: false }, 'Other properties', 'not allowed'],
  [{ unevaluatedItems: false }, 'Other items', 'not allowed'],
  [{ prefixItems: [{}], items: false }, 'Other items', 'not allowed'],
])('%j is shown as "%s %s"', (schema, label, value) => {
  expect(describe(schema as Schema).facts).toContainEqual({ label, value })
})
