import type { Schema } from '@seam-acs/spec/model'
import { expect, test } from 'vitest'
import { makeExample } from '../../src/contract/schemas/example-value.ts'

const text: Schema = { type: 'string' }

test.each<[string, Schema, unknown]>([
  ['an example of its own', { type: 'string', example: 'a', default: 'b' }, 'a'],
  ['the first of several', { type: 'integer', examples: [3, 4] }, 3],
  ['a fixed value', { const: false }, false],
  ['the first value of an enum', { enum: ['x', 'y'] }, 'x'],
  ['null only where nothing else is allowed', { anyOf: [{ type: 'null' }, { type: 'integer', minimum: 5 }] }, 5],
  ['a UUID', { type: 'string', format: 'uuid' }, expect.stringMatching(/^[\da-f]{8}-[\da-f-]{27}$/)],
  ['a text that is long enough', { type: 'string', minLength: 9 }, 'text text'],
  ['a text that is short enough', { type: 'string', maxLength: 2 }, 'te'],
  ['a list with an item', { type: 'array', items: { type: 'boolean' } }, [true]],
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
  expect(makeExample(schema)).toEqual(value)
})

test('of a choice, a branch that ends comes before a recursive one', () => {
  const node: Schema = { type: 'object', required: ['left'] }
  node.properties = { left: { oneOf: [node, { type: 'integer' }] } }
  expect(makeExample(node)).toEqual({ left: 1 })
})
