import { expect, test } from 'vitest'
import type { Change, Step, Usage } from '../../src/change.ts'
import { joinCauses } from '../../src/causes.ts'
import type { TypeEffect } from '../../src/source/compare-types.ts'

const items = { all: 'items' } as const
const usage = (steps: Step[], more: Partial<Usage> = {}): Usage => ({
  operation: 'POST /keys',
  side: 'request',
  mediaType: 'application/json',
  steps,
  ...more,
})

function makeChange(rule: string, at: Usage): Change {
  return { rule, level: 'major', breaks: [at.side], pointer: `/${rule}`, says: rule, usages: [at] }
}

function makeEffect(kind: TypeEffect['kind'], at: Usage): TypeEffect {
  return { kind, breaks: [at.side], usages: [at] }
}

/** The rules of the causes that each effect goes to. */
function join(changes: Change[], effects: TypeEffect[]) {
  return joinCauses(changes, { effects, operations: new Set() }, [], new Map()).map(({ rule, types }) => [
    rule,
    types.length,
  ])
}

const { mediaType: _, ...rest } = usage([])
const inHeader = (name: string): Usage => ({ ...rest, parameter: { in: 'header', name } })

test.each<[string, Change[], TypeEffect[], [string, number][]]>([
  [
    'at its path',
    [makeChange('one', usage(['door'])), makeChange('other', usage(['door', 'name']))],
    [makeEffect('changed', usage(['door', 'name']))],
    [
      ['one', 0],
      ['other', 1],
    ],
  ],
  [
    'above its path',
    [makeChange('one', usage(['door']))],
    [makeEffect('gone', usage(['door', items, 'name']))],
    [['one', 1]],
  ],
  [
    'below its path',
    [makeChange('one', usage(['door', 'name']))],
    [makeEffect('changed', usage(['door']))],
    [['one', 1]],
  ],
  [
    'of its kind',
    [makeChange('became-required', usage(['door'])), makeChange('type-changed', usage(['door']))],
    [makeEffect('changed', usage(['door']))],
    [
      ['became-required', 0],
      ['type-changed', 1],
    ],
  ],
  [
    'in a header of any case',
    [makeChange('one', inHeader('X-Key'))],
    [makeEffect('gone', inHeader('x-key'))],
    [['one', 1]],
  ],
  [
    'of the operation whose name is gone',
    [makeChange('operation-removed', usage([])), makeChange('type-changed', usage([]))],
    [makeEffect('name gone', usage([]))],
    [
      ['operation-removed', 1],
      ['type-changed', 0],
    ],
  ],
])('an effect belongs to the change %s', (_name, changes, effects, expected) => {
  expect(join(changes, effects)).toEqual(expected)
})

test.each<[string, Usage, Usage]>([
  ['another property', usage(['door']), usage(['doors'])],
  ['the other side', usage(['door']), usage(['door'], { side: 'response', status: '200' })],
  ['another status', usage(['door'], { status: '200' }), usage(['door'], { status: '400' })],
  ['another media type', usage(['door']), usage(['door'], { mediaType: 'text/plain' })],
  ['a parameter and not the body', usage([]), { ...rest, parameter: { in: 'query', name: 'door' } }],
])('an effect at %s is a cause of its own, which only the compiler sees', (_name, one, other) => {
  const [change, effect] = joinCauses(
    [makeChange('one', one)],
    { effects: [makeEffect('gone', other)], operations: new Set() },
    [],
    new Map(),
  )
  expect(change).toMatchObject({ rule: 'one', types: [] })
  expect(effect).toMatchObject({ rule: 'types-gone', seenBy: 'compiler', level: 'major', breaks: [other.side] })
})
