import { expect, test } from 'vitest'
import type { Json } from '../../../src/change.ts'
import { createDefinitions, createToPlain } from '../../../src/witness/plain-schema.ts'
import { createValidator } from '../../../src/witness/validator.ts'
import { got, sent, verdict } from './small-api.ts'

type Members = Record<string, Json>

const variant = (kind: string, more: Members = { type: 'object' }): Json => ({
  required: ['kind'],
  properties: { kind: { const: kind } },
  ...more,
})
const nullable = { type: ['object', 'null'] }
const shape = (...variants: Json[]): Json => ({ type: 'object', properties: { shape: { oneOf: variants } } })

test.each<[string, Json]>([
  ['may be null too', shape(variant('circle', nullable), variant('square', nullable))],
  ['has no type any more', shape(variant('circle', nullable), variant('square', {}))],
])('null that one variant took is rejected where another %s', (_, head) => {
  const base = shape(variant('circle', nullable), variant('square'))
  expect(verdict(sent(base), sent(head))).toMatchObject({ level: 'major', breaks: ['request'], defects: [] })
  expect(verdict(got(head), got(base))).toMatchObject({ level: 'major', breaks: ['response'], defects: [] })
})

test('variants without a type are told apart by their tags', () => {
  const variants = [variant('circle', {}), variant('square', {})]
  const base = { type: 'object', anyOf: variants }
  expect(verdict(sent(base), sent({ type: 'object', oneOf: variants }))).toMatchObject({ level: 'patch' })
})

test('the search takes no empty list for one that holds an item of a kind', () => {
  const definitions = createDefinitions('request')
  const text = { type: 'string' }
  const list: Json = { type: 'array', prefixItems: [text], items: text, contains: text, minContains: 1, maxContains: 4 }
  const name = createToPlain({ root: {} }, definitions)(list)
  const { accepts, validate } = createValidator(definitions.schemas)(name)
  expect([[], ['a'], ['a', 'b', 'c', 'd', 'e']].map(accepts)).toEqual([false, true, false])
  expect(validate([])).not.toEqual([])
})
