import { expect, test } from 'vitest'
import type { Json } from '../../../src/change.ts'
import { compareDocuments } from '../../../src/engine/index.ts'
import { sayChange } from '../../../src/render/text/say.ts'
import { findWitnesses } from '../../../src/witness/index.ts'
import { got, operation, ref, schemas, sent } from './small-api.ts'

const text = { type: 'string' }
const variant = (code: string, more: Record<string, Json> = {}): Json => ({
  type: 'object',
  required: ['class', 'error_code', 'message'],
  properties: { class: { const: 'lock' }, error_code: { enum: [code] }, message: text, ...more },
})
const list = (...branches: Json[]): Json => ({
  type: 'object',
  properties: { errors: { type: 'array', items: { oneOf: branches } } },
})

/** What each entry on a variant says, and the tag in its payload. */
function entries(base: Json, head: Json) {
  const changes = compareDocuments(base, head).filter(({ level }) => level === 'major')
  const witnesses = findWitnesses(base, head, changes)
  return changes.map((change) => {
    const codes = [...JSON.stringify(witnesses.get(change)?.value ?? null).matchAll(/"error_code":"(\w+)"/g)].map(
      ([, code]) => code,
    )
    return [sayChange(change).message, codes]
  })
}

test('each variant that is new is named by the tag that tells it apart, with a payload of its own', () => {
  const base = got(list(variant('jammed')))
  expect(entries(base, got(list(variant('jammed'), variant('frozen'), variant('offline'))))).toEqual([
    ['`errors[]` may now be the one with `error_code` `frozen`.', ['frozen']],
    ['`errors[]` may now be the one with `error_code` `offline`.', ['offline']],
  ])
})

test('each removed variant is named in the same way, for senders', () => {
  const head = sent(list(variant('jammed')))
  expect(entries(sent(list(variant('jammed'), variant('frozen'), variant('offline'))), head)).toEqual([
    ['`errors[]` may no longer be the one with `error_code` `frozen`.', ['frozen']],
    ['`errors[]` may no longer be the one with `error_code` `offline`.', ['offline']],
  ])
})

test('a variant that is a component or has a title is named by it, and by its tag', () => {
  const named = schemas({ Frozen: variant('frozen'), Jammed: variant('jammed') })
  const titled = { ...Object(variant('offline')), title: 'Offline' }
  expect(entries(got(list(ref('Jammed')), named), got(list(ref('Jammed'), ref('Frozen'), titled), named))).toEqual([
    ['`errors[]` may now be `Frozen` (`error_code` `frozen`).', ['frozen']],
    ['`errors[]` may now be `Offline` (`error_code` `offline`).', ['offline']],
  ])
})

test('variants without a tag are told apart by what they consist of', () => {
  const card = { type: 'object', required: ['card'], properties: { card: text } }
  const code = { type: 'object', required: ['code'], properties: { code: text } }
  const messages = entries(got({ type: 'string' }), got({ anyOf: [text, card, code] })).map(([message]) => message)
  expect(messages).toEqual(['The body is a string or an object instead of a string.'])
  const changes = compareDocuments(
    got({ anyOf: [{ type: 'object', required: ['a'] }, card] }),
    got({ anyOf: [{ type: 'object', required: ['a'] }] }),
  )
  expect(changes.map((change) => sayChange(change).message)).toContain(
    'The body may no longer be another object with `card`.',
  )
})

test('two variants with one tag are told apart by what else they have', () => {
  const said = entries(
    got(list(variant('jammed'))),
    got(
      list(variant('jammed'), variant('frozen', { since: text }), variant('frozen', { degrees: { type: 'integer' } })),
    ),
  )
  expect(said.map(([message]) => message)).toEqual([
    expect.stringMatching(/`error_code` `frozen` and `since`\.?$/),
    expect.stringMatching(/`error_code` `frozen` and `degrees`\.?$/),
  ])
})

const choice = (...codes: string[]): Json => ({
  type: 'object',
  required: ['code'],
  properties: { code: { enum: codes } },
})
const inner = (code: string): Json => ({
  type: 'object',
  required: ['error'],
  properties: { error: variant(code) },
})
const range = (minimum: number): Json => ({
  type: 'object',
  required: ['floor'],
  properties: { floor: { type: 'integer', minimum, maximum: minimum + 1 } },
})

test.each<[string, (one: number) => Json, [string, string]]>([
  [
    'values of which one is its tag',
    (one) => choice(`a${one}`, `b${one}`),
    ['the one with `code` `a2` or `b2`', 'the one with `code` `a3` or `b3`'],
  ],
  [
    'a tag of what it holds',
    (one) => inner(`a${one}`),
    ['the one with `error.error_code` `a2`', 'the one with `error.error_code` `a3`'],
  ],
  [
    'its number where nothing else tells it',
    (one) => range(one * 10),
    ['another object with `floor` (number 2 of 3)', 'another object with `floor` (number 3 of 3)'],
  ],
])('each of two variants that are new is named by %s', (_, make, names) => {
  const base = got(list(make(1)))
  const head = got(list(make(1), make(2), make(3)))
  const says = compareDocuments(base, head).map((change) => sayChange(change).message)
  expect(says).toEqual(names.map((name) => `\`errors[]\` may now be ${name}.`))
})

test('what a header or parameter is as a whole is shown by no value in it', () => {
  const header = (required: boolean): Json =>
    operation({
      responses: {
        200: { description: '', headers: { rate: { required, schema: required ? { type: 'integer' } : text } } },
      },
    })
  const [base, head] = [header(true), header(false)]
  const changes = compareDocuments(base, head)
  const shown = [...findWitnesses(base, head, changes).keys()].map(({ rule }) => rule)
  expect(changes.map(({ rule }) => rule)).toEqual(['response-header-became-optional', 'type-changed'])
  expect(shown).toEqual(['type-changed'])
})

test('what changes below an exclusion is said of the exclusion', () => {
  const not = (...required: string[]): Json =>
    sent({ type: 'object', properties: { a: text, b: text }, not: { required } })
  const [change] = compareDocuments(not('a', 'b'), not('b'))
  expect(sayChange(change!).message).toBe('`a` may now be missing in what `not` excludes.')
})
