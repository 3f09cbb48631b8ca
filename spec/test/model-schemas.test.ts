import { expect, test } from 'vitest'
import {
  acceptsEmptyObject,
  camelCase,
  componentName,
  follow,
  isNullable,
  listOpenValues,
  listParts,
  listPossibleParts,
  listProperties,
  listPropertySchemas,
  listReachable,
  mapChildren,
  nameTypes,
  pascalCase,
  resolve,
  splitPointer,
  toPointer,
  type Schema,
} from '../model/index.ts'

const schemas: Record<string, Schema> = {
  'a/b~c': { type: 'string', description: 'Text.' },
  loop: { $ref: '#/components/schemas/loop' },
  node: { type: 'object', required: ['next'], properties: { next: { $ref: '#/components/schemas/node' } } },
  left: { type: 'object', required: ['id'], properties: { id: { type: 'string' }, left: { type: 'integer' } } },
  right: { allOf: [{ $ref: '#/components/schemas/left' }, { required: ['right'], properties: { right: {} } }] },
  known: { type: 'string', enum: ['n', 's'] },
}
const document = { openapi: '3.1.0', info: { title: 'T', version: '1' }, components: { schemas } }
const to = (name: string): Schema => ({ $ref: toPointer(['components', 'schemas', name]) })
const describe = (schema: Schema, alternatives?: 'ignored') =>
  listProperties(document, schema, alternatives).map(({ name, isRequired }) => `${name}${isRequired ? '' : '?'}`)

test('pointers are read and written with their escapes', () => {
  expect(splitPointer('#/components/schemas/a~1b~0c')).toEqual(['components', 'schemas', 'a/b~c'])
  expect(splitPointer('#/paths/~1users~1%7Bid%7D')).toEqual(['paths', '/users/{id}'])
  expect(toPointer(['components', 'schemas', 'a/b~c'])).toBe('#/components/schemas/a~1b~0c')
  expect(follow(document, '#')).toBe(document)
})

test('the fields beside a reference replace those of its target', () => {
  expect(resolve(document, { ...to('a/b~c'), description: 'Mine.' })).toEqual({ type: 'string', description: 'Mine.' })
})

test('an error names a reference that leads nowhere, outside the document or to itself', () => {
  expect(() => resolve(document, to('gone'))).toThrow('#/components/schemas/gone: nothing is there')
  expect(() => resolve(document, { $ref: 'other.yaml#/a' })).toThrow('other.yaml#/a: nothing is there')
  expect(() => resolve(document, { $ref: '#/constructor' })).toThrow('nothing is there')
  expect(() => resolve(document, to('loop'))).toThrow('#/components/schemas/loop: refers to itself')
})

test('a component has a name, and a schema inside a component does not', () => {
  expect(componentName(to('a/b~c'))).toBe('a/b~c')
  expect(componentName({ $ref: '#/components/schemas/left/properties/id' })).toBeUndefined()
  expect(componentName({})).toBeUndefined()
})

test('the parts of a schema all apply to a value', () => {
  const own = { ...to('right'), minProperties: 1 }
  expect(listParts(document, own)).toEqual([
    { minProperties: 1 },
    schemas['left'],
    { required: ['right'], properties: { right: {} } },
  ])
  expect(listParts(document, to('node'))).toEqual([schemas['node']])
  expect(listParts(document, to('loop'))).toEqual([])
})

test('the possible parts of a schema include those of its alternatives', () => {
  const own = { anyOf: [to('left'), { oneOf: [to('known'), { type: 'null' }] }] }
  expect(listPossibleParts(document, own)).toEqual([
    own,
    schemas['left'],
    own.anyOf[1],
    schemas['known'],
    { type: 'null' },
  ])
  const nested: Schema = { anyOf: [{ type: 'null' }] }
  nested.anyOf!.push(nested)
  expect(listPossibleParts(document, nested)).toEqual([nested, { type: 'null' }])
})

test('a property has the schemas of its name and of matching patterns, or else that of `additionalProperties`', () => {
  const [one, other, rest] = [{ type: 'string' }, { minLength: 1 }, { type: 'integer' }]
  const schema = { properties: { one }, patternProperties: { '^o': other }, additionalProperties: rest }
  expect(listPropertySchemas(schema, 'one')).toEqual([one, other])
  expect(listPropertySchemas(schema, 'other')).toEqual([other])
  expect(listPropertySchemas(schema, 'toString')).toEqual([rest])
  expect(listPropertySchemas({ additionalProperties: false }, 'one')).toEqual([])
})

test('properties come from references, `allOf` and alternatives; a property that only one alternative requires is optional', () => {
  expect(describe(to('right'))).toEqual(['id', 'left?', 'right'])
  const choice = { allOf: [{ required: ['kind'], properties: { kind: {} } }, { anyOf: [to('left'), to('right')] }] }
  expect(describe(choice)).toEqual(['kind', 'id?', 'left?', 'right?'])
  expect(describe(choice, 'ignored')).toEqual(['kind'])
  expect(describe(to('node'))).toEqual(['next'])
})

test('every schema is reached once, however it is nested', () => {
  const root: Schema = { not: { items: to('node') }, additionalProperties: { propertyNames: to('known') }, maximum: 4 }
  const reached = [...listReachable(document, [root])]
  expect(reached).toContain(schemas['node'])
  expect(reached).toContain(schemas['known'])
  expect(reached.filter((schema) => schema === schemas['node'])).toHaveLength(1)
})

test('the schemas inside a schema are replaced, and a property named like a keyword is a property', () => {
  const schema = { type: 'object', properties: { items: { type: 'string' } }, anyOf: [{}], additionalProperties: false }
  const mapped = mapChildren(schema, (_, keys) => keys.join('.'))
  expect(mapped).toEqual({ ...schema, properties: { items: 'properties.items' }, anyOf: ['anyOf.0'] })
})

test.each<[Schema, boolean]>([
  [{ type: ['string', 'null'] }, true],
  [{ type: 'string' }, false],
  [{ anyOf: [to('known'), { type: 'null' }] }, true],
  [{ type: ['string', 'null'], enum: ['a'] }, false],
  [{ allOf: [{ type: ['object', 'null'] }, to('left')] }, false],
  [{ const: null }, true],
])('%j accepts null: %s', (schema, expected) => {
  expect(isNullable(document, schema)).toBe(expected)
})

test('an open enum is an enum or a constant beside any string', () => {
  expect(listOpenValues(document, { anyOf: [to('known'), { const: 'x' }, { type: 'string' }] })).toEqual([
    'n',
    's',
    'x',
  ])
  expect(listOpenValues(document, { anyOf: [to('known'), { type: 'null' }] })).toBeUndefined()
  expect(listOpenValues(document, to('known'))).toBeUndefined()
})

test('names become valid names in TypeScript', () => {
  expect(camelCase('add_user-by/id')).toBe('addUserById')
  expect(camelCase('_hidden')).toBe('hidden')
  expect(pascalCase('acs_user')).toBe('AcsUser')
  expect([...nameTypes(['acs_user'])]).toEqual([['acs_user', 'AcsUser']])
})

test('an error names a schema whose type has the name of another type', () => {
  expect(() => nameTypes(['acs_user', 'acs__user'])).toThrow('Rename the schema `acs__user` in spec/')
  expect(() => nameTypes(['date'], ['Date'])).toThrow('another type is named `Date`')
})

test('an empty object is valid if the schema, its parts and one of its alternatives require nothing', () => {
  const accepts = (schema: Schema) => acceptsEmptyObject(document, schema)
  expect([{}, { type: 'object', properties: { id: {} } }, { type: ['object', 'null'] }].map(accepts)).toEqual([
    true,
    true,
    true,
  ])
  expect([to('left'), { minProperties: 1 }, { type: 'array' }, { allOf: [{}, to('right')] }].map(accepts)).toEqual([
    false,
    false,
    false,
    false,
  ])
  expect(accepts({ anyOf: [to('left'), { type: 'object' }] })).toBe(true)
  expect(accepts({ anyOf: [to('left'), to('node')] })).toBe(false)
})
