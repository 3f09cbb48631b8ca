import { expect, test } from 'vitest'
import type { Side } from '../src/change.ts'
import { fingerprint } from '../src/gate/approvals.ts'
import { bumpFor, largest, type Bump } from '../src/gate/bump.ts'
import { compareWithChangesets, writeChangeset } from '../src/gate/verdicts.ts'

test.each<[version: string, change: Bump, bump: Bump]>([
  ['1.2.3', 'major', 'major'],
  ['1.2.3', 'minor', 'minor'],
  ['1.2.3', 'patch', 'patch'],
  ['1.2.3', 'none', 'none'],
  ['0.2.3', 'major', 'minor'],
  ['0.2.3', 'minor', 'patch'],
  ['0.2.3', 'patch', 'patch'],
  ['0.0.0', 'major', 'minor'],
  ['0.2.3', 'none', 'none'],
  ['10.0.0', 'major', 'major'],
])('at %s a %s change needs %s', (version, change, bump) => {
  expect(bumpFor(change, version)).toBe(bump)
})

test('the larger of the two axes counts', () => {
  const packages = [{ name: 'a', version: '1.0.0', announced: 'minor' as const }]
  expect(compareWithChangesets(packages, 'minor', 'major')).toMatchObject([{ needed: 'major', verdict: 'too small' }])
  expect(compareWithChangesets(packages, 'minor', 'patch')).toMatchObject([{ needed: 'minor', verdict: 'fits' }])
  expect(compareWithChangesets(packages, 'none', 'patch')).toMatchObject([{ needed: 'patch', verdict: 'too large' }])
  expect(compareWithChangesets(packages, 'none', 'none')).toMatchObject([{ needed: 'none', verdict: 'fits' }])
})

test('the changeset to commit has a line for each sentence', () => {
  const packages = compareWithChangesets(
    [{ name: '@keys/types', version: '1.0.0', announced: 'none' }],
    'minor',
    'none',
  )
  expect(writeChangeset(packages, ['`door` is new.', '`floor` is new.'])?.split('\n')).toEqual([
    '---',
    "'@keys/types': minor",
    '---',
    '',
    '`door` is new.',
    '`floor` is new.',
    '',
  ])
})

test('the largest of an empty list of bumps is `none`', () => {
  expect([largest([]), largest(['patch', 'major', 'minor'])]).toEqual(['none', 'major'])
})

const cause = {
  rule: 'required',
  breaks: ['request', 'response'] as Side[],
  pointer: '/components/schemas/key/allOf/0/required/2',
  path: 'door',
  usages: [{ operation: 'POST /keys', side: 'request' as const, steps: ['door'] }],
  before: { a: 1, b: 2 },
  after: ['x'],
}

test.each([
  ['the order of the sides', { breaks: ['response', 'request'] as Side[] }],
  ['the position in a list', { pointer: '/components/schemas/key/allOf/3/required/0' }],
  ['the order of keys', { before: { b: 2, a: 1 } }],
  [
    'the operation that comes first',
    { path: 'key.door', usages: [{ operation: 'POST /all', side: 'request' as const, steps: ['key', 'door'] }] },
  ],
])('%s does not change a fingerprint', (_, other) => {
  expect(fingerprint({ ...cause, ...other })).toBe(fingerprint(cause))
})

test.each([
  ['the rule', { rule: 'other' }],
  ['who breaks', { breaks: ['request'] as Side[] }],
  ['the schema', { pointer: '/components/schemas/lock/allOf/0/required/2' }],
  ['the value before', { before: { a: 1 } }],
  ['the value after', { after: ['y'] }],
])('%s changes a fingerprint', (_, other) => {
  expect(fingerprint({ ...cause, ...other })).not.toBe(fingerprint(cause))
})
