import contract from '@seam-acs/spec' with { type: 'json' }
import { expect, test } from 'vitest'
import type { Json } from '../../src/change.ts'
import { compareDocuments } from '../../src/engine/index.ts'
import { findDefects, findWitnesses } from '../../src/witness/index.ts'
import { documentOf, type Loose } from './fixture.ts'

type Side = 'request' | 'response'

const text = { type: 'string' }

/** The smallest payload that proves what breaks a side, for each cause. */
function prove(before: Json, after: Json, side: Side, components: Record<string, Json> = {}) {
  const [base, head] = [documentOf(before, [side], components), documentOf(after, [side], components)]
  return [...findWitnesses(base, head, compareDocuments(base, head)).values()].map(({ value }) => value)
}

test.each<[string, Json, Json, Side, Json]>([
  [
    'a missing property',
    { type: 'object', properties: { a: text } },
    { type: 'object', properties: { a: text }, required: ['a'] },
    'request',
    {},
  ],
  [
    'null',
    { type: 'object', properties: { a: text } },
    { type: 'object', properties: { a: { type: ['string', 'null'] } } },
    'response',
    { a: null },
  ],
  ['a value that goes', { enum: ['a', 'b'] }, { enum: ['a'] }, 'request', 'b'],
  ['a new value', { enum: ['a'] }, { enum: ['a', 'b'] }, 'response', 'b'],
  [
    'a string of another pattern',
    { type: 'string', pattern: '^\\d$' },
    { type: 'string', pattern: '^[a0]$' },
    'response',
    'a',
  ],
  [
    'a list that is too long',
    { type: 'array', items: text },
    { type: 'array', items: text, maxItems: 1 },
    'request',
    ['x', 'x'],
  ],
  [
    'an undeclared property',
    { type: 'object' },
    { type: 'object', additionalProperties: false },
    'request',
    { zz_undeclared: 1 },
  ],
  ['a value that a oneOf now rejects', { oneOf: [{ const: 'x' }] }, { oneOf: [{ const: 'x' }, text] }, 'request', 'x'],
])('the smallest payload that proves a break is %s', (_, before, after, side, value) => {
  expect(prove(before, after, side)).toEqual([value])
})

test('each cause has a payload of its own', () => {
  const before = { type: 'object', properties: { a: text, b: { type: 'integer' } } }
  const after = {
    type: 'object',
    properties: { a: { type: 'string', maxLength: 2 }, b: { type: 'integer', minimum: 1 } },
  }
  expect(prove(before, after, 'request')).toEqual([{ a: 'xxx' }, { b: 0 }])
})

test('each cause has a payload of a side that it breaks', () => {
  const sides: Side[] = ['request', 'response']
  const of = (...values: string[]) =>
    documentOf({ $ref: '#/components/schemas/kind' }, sides, { kind: { enum: values } })
  const [base, head] = [of('aaa', 'b'), of('b', 'c')]
  const witnesses = findWitnesses(base, head, compareDocuments(base, head))
  expect([...witnesses].map(([{ rule }, { usage, value }]) => [rule, usage.side, value])).toEqual([
    ['enum-value-added', 'response', 'c'],
    ['enum-value-removed', 'request', 'aaa'],
  ])
})

test('a break of our spec is proven in the whole body of its operation', () => {
  const head = structuredClone(contract) as Loose
  head.components.schemas.create_acs_credential_options.required.push('starts_at')
  const changes = compareDocuments(contract as unknown as Json, head)
  const witness = findWitnesses(contract as unknown as Json, head, changes).get(changes[0]!)
  expect(witness).toMatchObject({
    usage: { operation: 'POST /acs/credentials/create', side: 'request' },
    problem: "must have required property 'starts_at'",
  })
  expect(witness!.value).not.toHaveProperty('starts_at')
})

test('every property of the contract that may be null in a response is proven by a response in which it is null', () => {
  const { properties } = contract.components.schemas.acs_credential as Loose
  const unproven = Object.keys(properties).filter((name) => {
    const head = structuredClone(contract) as Loose
    const property = head.components.schemas.acs_credential.properties[name]
    if (typeof property.type !== 'string') return false
    property.type = [property.type, 'null']
    // A constant beside the type still rejects null.
    if (property.const !== undefined) return false
    return findDefects(contract as unknown as Json, head, []).length === 0
  })
  expect(unproven).toEqual([])
})

test('a break that the rules miss is a defect', () => {
  const [base, head] = [documentOf(text, ['request']), documentOf({ type: 'string', maxLength: 3 }, ['request'])]
  const changes = compareDocuments(base, head).map((change) => ({ ...change, level: 'minor' as const, breaks: [] }))
  expect(findDefects(base, head, compareDocuments(base, head))).toEqual([])
  expect(findDefects(base, head, changes)).toMatchObject([
    { verdict: { rule: 'max-length-lowered' }, usage: { side: 'request' } },
  ])
})

test('a break at one place does not excuse a miss at another', () => {
  const sides: Side[] = ['request', 'response']
  const [base, head] = [
    documentOf({ type: ['string', 'integer'] }, sides),
    documentOf({ type: ['string', 'null'] }, sides),
  ]
  const changes = compareDocuments(base, head).map((change) => ({ ...change, breaks: ['request' as const] }))
  expect(findDefects(base, head, changes)).toMatchObject([{ usage: { side: 'response' } }])
})

test('a name that nothing declared before is not a proof', () => {
  const [base, head] = [
    documentOf({ type: 'object' }, ['request']),
    documentOf({ type: 'object', properties: { a: text } }, ['request']),
  ]
  expect(findDefects(base, head, [])).toEqual([])
})

test.each<[Side, string]>([
  ['request', 'readOnly'],
  ['response', 'writeOnly'],
])('what a %s never holds proves nothing', (side, flag) => {
  const schema = (maxLength: number): Json => ({
    type: 'object',
    required: ['a'],
    properties: { a: { type: 'string', maxLength, [flag]: true } },
  })
  const [short, long] = [documentOf(schema(1), [side]), documentOf(schema(9), [side])]
  expect([...findDefects(short, long, []), ...findDefects(long, short, [])]).toEqual([])
})

test('a schema that refers to itself is searched to an end', () => {
  const tree = (label: Json) => ({
    tree: {
      type: 'object',
      properties: { label, children: { type: 'array', items: { $ref: '#/components/schemas/tree' } } },
    },
  })
  const at = (label: Json) => documentOf({ $ref: '#/components/schemas/tree' }, ['response'], tree(label))
  expect(findDefects(at(text), at({ type: 'integer' }), [])).toMatchObject([{ value: { label: 0 } }])
})
