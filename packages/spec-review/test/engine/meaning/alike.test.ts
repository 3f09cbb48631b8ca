import { expect, test } from 'vitest'
import type { Json, Side } from '../../../src/change.ts'
import { got, sent, verdict } from './small-api.ts'

type Members = Record<string, Json>

const object = (properties: Members, more: Members = {}): Json => ({ type: 'object', properties, ...more })
const text = { type: 'string' }
/** Two alternatives of which a value can satisfy both, so that `oneOf` rejects it. */
const overlapping = (shared: Members, more: Members = {}): Json => ({
  oneOf: [object({ a: { ...text, ...shared } }, more), object({ a: { ...text, ...shared }, b: text }, more)],
})
const ofLists = (items: Json): Json => {
  const a = { type: 'array', items }
  return { oneOf: [object({ a }), object({ a, b: text })] }
}

const check = (base: Json, head: Json) => {
  const sides: [Side, (schema: Json) => Json][] = [
    ['request', sent],
    ['response', got],
  ]
  return sides.filter(([side, at]) => {
    const { level, breaks, defects } = verdict(at(base), at(head))
    expect(defects).toEqual([])
    expect(breaks).toEqual(level === 'major' ? [side] : [])
    return level === 'major'
  })
}
const breaksOf = (base: Json, head: Json) => check(base, head).map(([side]) => side)

test.each<[string, Json, Json]>([
  ['a length', overlapping({}), overlapping({ maxLength: 5 })],
  ['a pattern', overlapping({}), overlapping({ pattern: '^a' })],
  ['a value', overlapping({ enum: ['x', 'y'] }), overlapping({ enum: ['x'] })],
  ['a required property', overlapping({}), overlapping({}, { required: ['a'] })],
  ['two things', overlapping({}), overlapping({ minLength: 1, maxLength: 5 })],
  ['items', ofLists(text), ofLists({ ...text, maxLength: 5 })],
  [
    'the alternatives themselves',
    {
      oneOf: [
        { ...text, minLength: 2 },
        { ...text, maxLength: 8 },
      ],
    },
    {
      oneOf: [
        { ...text, minLength: 2, pattern: '^a' },
        { ...text, maxLength: 8, pattern: '^a' },
      ],
    },
  ],
])('alternatives that overlap and are all narrowed alike break senders only: %s', (_, wide, narrow) => {
  expect([breaksOf(wide, narrow), breaksOf(narrow, wide)]).toEqual([['request'], ['response']])
})

const [short, long] = [{ maxLength: 5 }, { maxLength: 9 }]
test.each<[string, Json, Json]>([
  [
    'one of them',
    { oneOf: [object({ a: text }), object({ a: text, b: text })] },
    { oneOf: [object({ a: { ...text, ...short } }), object({ a: text, b: text })] },
  ],
  [
    'each to another length',
    { oneOf: [object({ a: text }), object({ a: text, b: text })] },
    { oneOf: [object({ a: { ...text, ...short } }), object({ a: { ...text, ...long }, b: text })] },
  ],
  ['closed', overlapping({}), overlapping({}, { additionalProperties: false })],
])('alternatives that overlap and are narrowed in different ways break both: %s', (_, wide, narrow) => {
  expect(breaksOf(wide, narrow)).toEqual(['request', 'response'])
})
