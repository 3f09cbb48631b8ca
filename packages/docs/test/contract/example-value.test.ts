import type { Schema } from '@seam-acs/spec/model'
import { expect, test } from 'vitest'
import { makeExample } from '../../src/contract/schemas/example-value.ts'
import { parseExactly } from '../../src/text/exact-json.ts'

const text: Schema = { type: 'string' }
const large = parseExactly('9007199254740993') as number

test.each<[string, Schema, unknown]>([
  ['an example of its own', { type: 'string', example: 'a', default: 'b' }, 'a'],
  ['the first of several', { type: 'integer', examples: [3, 4] }, 3],
  ['a fixed value', { const: false }, false],
  ['the first value of an enum', { enum: ['x', 'y'] }, 'x'],
  ['null only where nothing else is allowed', { anyOf: [{ type: 'null' }, { type: 'integer', minimum: 5 }] }, 5],
  ['a UUID', { type: 'string', format: 'uuid' }, expect.stringMatching(/^[\da-f]{8}-[\da-f-]{27}$/)],
  ['a text that is long enough', { type: 'string', minLength: 9 }, 'text text'],
  ['a text that is short enough', { type: 'string', maxLength: 2 }, 'te'],
  ['an address', { type: 'string', format: 'ipv4' }, '192.0.2.1'],
  ['a number between limits that are not allowed', { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 }, 0.5],
  ['a multiple within the limits', { type: 'integer', minimum: 5, multipleOf: 10 }, 10],
  ['an integer above a limit that is not one', { type: 'integer', minimum: 1.5 }, 2],
  ['an integer below its limit', { type: 'integer', exclusiveMaximum: -3 }, -4],
  ['a number below its limit', { type: 'number', maximum: -5 }, -5],
  ['a number whose limits contradict each other', { type: 'number', minimum: 5, maximum: 3 }, 1],
  ['a step that is not exact in JavaScript', { type: 'integer', multipleOf: large }, 0],
  ['a limit that is not exact in JavaScript', { type: 'integer', minimum: large }, large],
  ['a list with an item', { type: 'array', items: { type: 'boolean' } }, [true]],
  ['a list that is long enough', { type: 'array', minItems: 2, items: text }, ['text', 'text']],
  ['a tuple', { type: 'array', prefixItems: [text, { type: 'integer' }] } as Schema, ['text', 1]],
  ['what is required', { type: 'object', required: ['a'], properties: { a: text, b: text } }, { a: 'text' }],
  [
    'the parts of allOf',
    {
      allOf: [
        { properties: { a: text }, required: ['a'] },
        { required: ['b'], properties: { b: text } },
      ],
    },
    { a: 'text', b: 'text' },
  ],
  [
    'the example of one part, with what the others need',
    {
      allOf: [
        { type: 'object', example: { a: 'own' } },
        { required: ['b'], properties: { b: text } },
      ],
    },
    { a: 'own', b: 'text' },
  ],
  [
    'what the first branch needs',
    { properties: { a: text, b: text }, anyOf: [{ required: ['b'] }, { required: ['a'] }] },
    { b: 'text' },
  ],
  [
    'a branch with its own properties',
    { type: 'object', oneOf: [{ required: ['c'], properties: { c: text } }] },
    { c: 'text' },
  ],
])('an example is made of %s', (_, schema, value) => {
  expect(makeExample(schema, 'request')).toEqual(value)
})

test('of a choice, a branch that ends comes before a recursive one', () => {
  const node: Schema = { type: 'object', required: ['left'] }
  node.properties = { left: { oneOf: [node, { type: 'integer' }] } }
  expect(makeExample(node, 'request')).toEqual({ left: 1 })
})

test.each([
  ['request', { a: 'text', secret: 'text' }],
  ['response', { a: 'text', id: 'text' }],
] as const)('in a %s, the properties of the other side are left out', (side, value) => {
  const schema: Schema = {
    required: ['a', 'id', 'secret'],
    properties: { a: text, id: { ...text, readOnly: true }, secret: { ...text, writeOnly: true } },
  }
  expect(makeExample(schema, side)).toEqual(value)
})
