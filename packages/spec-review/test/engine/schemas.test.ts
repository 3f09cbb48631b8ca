import { expect, test } from 'vitest'
import type { Json, Level } from '../../src/change.ts'
import { levelsOf } from './fixture.ts'

const text = { type: 'string' }
const object = (properties: Record<string, Json>, more: Record<string, Json> = {}): Json => ({
  type: 'object',
  properties,
  ...more,
})
const list = (more: Record<string, Json>): Json => ({ type: 'array', items: text, ...more })

/** What fewer values need of each side, and what more values need. */
const NARROWER = ['major', 'minor'] as const
const WIDER = ['minor', 'major'] as const

type Row = [name: string, before: Json, after: Json, levels?: readonly [Level, Level]]

const narrowing: Row[] = [
  ['a type is left out', { type: ['string', 'integer'] }, text],
  ['a number becomes whole', { type: 'number' }, { type: 'integer' }],
  ['null is left out', { type: ['string', 'null'] }, text],
  ['a value of an enum is left out', { enum: ['a', 'b'] }, { enum: ['a'] }],
  ['an enum is introduced', text, { type: 'string', enum: ['a'] }],
  ['a const is introduced', { type: 'boolean' }, { type: 'boolean', const: true }],
  ['an open enum is closed', { anyOf: [{ enum: ['a'] }, text] }, { enum: ['a'] }],
  ['a smallest length grows', { type: 'string', minLength: 1 }, { type: 'string', minLength: 2 }],
  ['a pattern takes less', { type: 'string', pattern: '^[0-9a-f]+$' }, { type: 'string', pattern: '^\\d+$' }],
  ['a format is set', text, { type: 'string', format: 'uuid' }],
  ['a format of numbers holds less', { type: 'integer', format: 'int64' }, { type: 'integer', format: 'int32' }],
  ['a minimum excludes itself', { type: 'number', minimum: 0 }, { type: 'number', exclusiveMinimum: 0 }],
  ['a step grows', { type: 'integer', multipleOf: 5 }, { type: 'integer', multipleOf: 10 }],
  ['a list is limited', list({}), list({ maxItems: 3 })],
  ['items may not repeat', list({}), list({ uniqueItems: true })],
  ['items are limited', list({}), { type: 'array', items: { type: 'string', maxLength: 3 } }],
  ['a first item is described', list({}), list({ prefixItems: [{ const: 'a' }] })],
  ['a kind of item is asked for', list({}), list({ contains: { const: 'a' } })],
  ['more such items are asked for', list({ contains: text }), list({ contains: text, minContains: 2 })],
  ['fewer such items are allowed', list({ contains: text, maxContains: 3 }), list({ contains: text, maxContains: 2 })],
  ['a property becomes required', object({ a: text }), object({ a: text }, { required: ['a'] })],
  ['an undeclared property becomes required', object({}), object({}, { required: ['a'] })],
  ['further properties are rejected', object({ a: text }), object({ a: text }, { additionalProperties: false })],
  ['further properties are typed', object({ a: text }), object({ a: text }, { additionalProperties: text })],
  ['unnamed properties are rejected', object({}), object({}, { unevaluatedProperties: false })],
  ['names of a kind are typed', object({}), object({}, { patternProperties: { '^x_': text } })],
  ['names are limited', object({}), object({}, { propertyNames: { maxLength: 9 } })],
  ['a property is asked for', object({}), object({}, { minProperties: 1 })],
  ['one property asks for another', object({ a: text }), object({ a: text }, { dependentRequired: { a: ['b'] } })],
  ['one property asks for a shape', object({}), object({}, { dependentSchemas: { a: { required: ['b'] } } })],
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
  ['a condition is set', object({}), object({}, { if: { required: ['a'] }, then: { required: ['b'] } })],
  ['values are excluded', text, { type: 'string', not: { const: 'a' } }],
  ['more values are excluded', { not: { enum: ['a'] } }, { not: { enum: ['a', 'b'] } }],
  ['a further schema is to satisfy', text, { allOf: [text, { maxLength: 5 }] }],
  [
    'one of the types that alternatives tell apart gets alternatives of its own',
    { type: 'object', anyOf: [{ type: 'object' }, { type: 'string', anyOf: [{ minLength: 3 }, { pattern: '^a' }] }] },
    {
      type: 'object',
      anyOf: [
        { type: 'object', anyOf: [{ required: ['a'] }, { required: ['b'] }] },
        { type: 'string', anyOf: [{ minLength: 3 }, { pattern: '^a' }] },
      ],
    },
  ],
  ['an alternative goes', { anyOf: [object({ a: text }, { required: ['a'] }), list({})] }, list({})],
]

test.each(narrowing)('fewer values, as when %s, break those who send them', (_, before, after) => {
  expect(levelsOf(before, after)).toEqual({ request: NARROWER[0], response: NARROWER[1] })
})

test.each(narrowing)('more values, as when it is undone that %s, break those who read them', (_, after, before) => {
  expect(levelsOf(before, after)).toEqual({ request: WIDER[0], response: WIDER[1] })
})

test.each<Row>([
  ['a property is added', object({}), object({ a: text }), ['minor', 'minor']],
  ['a property is added that must be there', object({}), object({ a: text }, { required: ['a'] }), ['major', 'minor']],
  ['a property is removed', object({ a: text }), object({}), ['major', 'major']],
  ['a type is another', text, { type: 'integer' }, ['major', 'major']],
  ['a format is another', { type: 'string', format: 'date' }, { type: 'string', format: 'uuid' }, ['major', 'major']],
  [
    'a closed object gets a property',
    object({}, { additionalProperties: false }),
    object({ a: text }, { additionalProperties: false }),
    ['minor', 'major'],
  ],
  [
    'a map gets a property of its type',
    { type: 'object', additionalProperties: text },
    object({ a: text }, { additionalProperties: text }),
    ['minor', 'minor'],
  ],
  [
    'a map gets a property of another type',
    { type: 'object', additionalProperties: text },
    object({ a: list({}) }, { additionalProperties: text }),
    ['major', 'major'],
  ],
  [
    'an open enum gets a value',
    { anyOf: [{ enum: ['a'] }, text] },
    { anyOf: [{ enum: ['a', 'b'] }, text] },
    ['minor', 'minor'],
  ],
  [
    'an open enum loses a value',
    { anyOf: [{ enum: ['a', 'b'] }, text] },
    { anyOf: [{ enum: ['a'] }, text] },
    ['major', 'minor'],
  ],
  [
    'a pattern takes other values',
    { type: 'string', pattern: '^a' },
    { type: 'string', pattern: 'b$' },
    ['major', 'major'],
  ],
  [
    'a pattern cannot be read',
    { type: 'string', pattern: '\\bfoo' },
    { type: 'string', pattern: 'foo' },
    ['major', 'major'],
  ],
  ['a default is another', { type: 'string', default: 'a' }, { type: 'string', default: 'b' }, ['major', 'minor']],
  ['a default goes', { type: 'string', default: 'a' }, text, ['major', 'minor']],
  ['a default is written down', text, { type: 'string', default: 'a' }, ['minor', 'minor']],
  ['it is deprecated', text, { type: 'string', deprecated: true }, ['minor', 'minor']],
  [
    'it is described in other words',
    { type: 'string', description: 'One.' },
    { type: 'string', description: 'Two.' },
    ['patch', 'patch'],
  ],
  ['it is no longer sent', object({ a: text }), object({ a: { type: 'string', readOnly: true } }), ['major', 'minor']],
  [
    'it is no longer answered',
    object({ a: text }),
    object({ a: { type: 'string', writeOnly: true } }),
    ['minor', 'major'],
  ],
  [
    'a name is required and no longer declared',
    object({ a: text }),
    object({}, { required: ['a'] }),
    ['major', 'major'],
  ],
  [
    'a name is declared and no longer required',
    object({}, { required: ['a'] }),
    object({ a: text }),
    ['minor', 'major'],
  ],
  [
    'a branch of a oneOf takes more, which another has already',
    {
      oneOf: [
        { type: 'string', maxLength: 3 },
        { type: 'string', minLength: 5 },
      ],
    },
    {
      oneOf: [
        { type: 'string', maxLength: 6 },
        { type: 'string', minLength: 5 },
      ],
    },
    ['major', 'major'],
  ],
  [
    'a oneOf may reject what two accept',
    { oneOf: [{ minLength: 2 }, { type: 'integer' }] },
    { oneOf: [{ minLength: 2 }, { type: 'integer' }, { maxLength: 2 }] },
    ['major', 'major'],
  ],
])('when %s, each side needs its own', (_, before, after, levels) => {
  expect(levelsOf(before, after)).toEqual({ request: levels![0], response: levels![1] })
})

test.each<[string, Json, Json]>([
  ['a list of one type', text, { type: ['string'] }],
  ['an enum of one', { const: 'a' }, { enum: ['a'] }],
  ['alternatives of values', { enum: ['a', 'b'] }, { oneOf: [{ const: 'a', title: 'A' }, { const: 'b' }] }],
  [
    'null as an alternative',
    { type: ['string', 'null'], minLength: 1 },
    { anyOf: [{ type: 'string', minLength: 1 }, { type: 'null' }] },
  ],
  ['types as alternatives', { type: ['string', 'integer'] }, { oneOf: [text, { type: 'integer' }] }],
  ['one alternative', object({ a: text }), { anyOf: [object({ a: text })] }],
  ['one schema in an allOf', object({ a: text }), { allOf: [object({ a: text })] }],
  [
    'two schemas in an allOf',
    object({ a: text, b: text }, { required: ['a'] }),
    { allOf: [object({ a: text }, { required: ['a'] }), object({ b: text })] },
  ],
  ['values in another order', { enum: ['a', 'b'] }, { enum: ['b', 'a'] }],
  [
    'names in another order',
    object({ a: text, b: text }, { required: ['a', 'b'] }),
    object({ b: text, a: text }, { required: ['b', 'a'] }),
  ],
  ['further properties allowed aloud', object({ a: text }), object({ a: text }, { additionalProperties: true })],
  ['an integer above one half', { type: 'integer', minimum: 1 }, { type: 'integer', exclusiveMinimum: 0.5 }],
  ['a length on a number', { type: 'integer' }, { type: 'integer', maxLength: 5 }],
  [
    'a pattern of the same strings',
    { type: 'string', pattern: '^\\d+$' },
    { type: 'string', pattern: '^[0-9][0-9]*$' },
  ],
  [
    'what is required is asked for again',
    object({ a: text }, { required: ['a'] }),
    object({ a: text }, { required: ['a'], dependentRequired: { b: ['a'] } }),
  ],
  ['a condition without a consequence', object({ a: text }), object({ a: text }, { if: { required: ['a'] } })],
])('%s says the same and is a patch', (_, before, after) => {
  expect(levelsOf(before, after).request).toMatch(/patch/)
  expect(levelsOf(after, before).response).toMatch(/patch/)
})

test('a reference and what it refers to are the same', () => {
  const components = { name: { type: 'string', minLength: 1 } }
  expect(levelsOf({ $ref: '#/components/schemas/name' }, components.name, components)).toEqual({
    request: 'patch',
    response: 'patch',
  })
})
