import type { Json, OpenApiDocument, Schema } from '@seam-acs/spec/model'
import {
  expand,
  expandItems,
  expandProperty,
  isDeclared,
  isRefuted,
  selectAlive,
  type Case,
  type Replacement,
} from './recordings-cases.ts'

/** A value with one change that its schema forbids. */
export interface ValueMutant {
  /** What was done, such as `drop`. */
  operator: string
  /** Where, such as `/acs_credential/code`. */
  at: string
  value: Json
}

/** A value that no enum lists. */
export const unlisted = 'brand_new'

const brokenFormats: Record<string, ((text: string) => string)[]> = {
  uuid: [
    (text) => text.slice(1),
    (text) => `g${text.slice(1)}`,
    (text) => `{${text}}`,
    (text) => `urn:uuid:${text}`,
    (text) => text.replaceAll('-', ''),
    (text) => `${text}\n`,
    (text) => ` ${text}`,
    () => '',
  ],
  'date-time': [
    (text) => text.slice(0, 10),
    (text) => text.replace(/Z$/, ''),
    (text) => text.replace(/Z$/, '+0200'),
    (text) => text.replace(/Z$/, '+24:00'),
    (text) => text.replace('T', ' '),
    (text) => text.replace('T', '\n'),
    (text) => text.replace(/T\d\d/, 'T24'),
    (text) => text.replace(/-\d\dT/, '-32T'),
    (text) => text.replace(/-\d\d-\d\dT/, '-02-30T'),
    (text) => text.replace(/^(\d{4})-\d\d/, '$1-13'),
    (text) => `${Date.parse(text)}`,
    (text) => `${text}\n`,
    () => '',
  ],
  email: [(text) => text.replace('@', ' '), (text) => `${text}@`, () => ''],
  uri: [(text) => text.replace(':', ''), (text) => `${text} `, () => ''],
  date: [(text) => `${text}T00:00:00Z`, (text) => text.replace(/-\d\d$/, '-32'), (text) => text.slice(2), () => ''],
}

const strangeNames = ['undeclared', 'constructor', 'hasOwnProperty', 'toString', '__proto__']
const strangeTexts = ['', ' ', 'x y', '12a4', ' 1234', '1234\n', '-1', '1.5', '\u0661\u0662', '/', 'É']

/** Every systematic change to a value that its schema, closed, forbids by construction. */
export function* mutateValue(contract: OpenApiDocument, schema: Schema, value: Json): Generator<ValueMutant> {
  yield* mutateInside(contract, expand(contract, schema), value)
}

function* mutateInside(contract: OpenApiDocument, cases: Case[], value: Json): Generator<ValueMutant> {
  const seen = new Set([JSON.stringify(value)])
  for (const { operator, ...replacement } of listReplacements(cases, value)) {
    const text = JSON.stringify(replacement.value)
    if (seen.has(text) || !isRefuted(cases, replacement)) continue
    seen.add(text)
    yield { operator, at: '', value: replacement.value }
  }
  if (Array.isArray(value)) yield* mutateArray(contract, cases, value)
  else if (typeof value === 'object' && value !== null) yield* mutateObject(contract, cases, value)
}

function* listReplacements(cases: Case[], value: Json): Generator<Replacement & { operator: string }> {
  yield { operator: 'null', value: null }
  for (const other of [true, 7, 1.5, 'x', [], [value], {}, { value }]) yield { operator: 'retype', value: other }
  if (typeof value === 'boolean') yield { operator: 'flip', value: !value }
  if (typeof value === 'number') for (const other of [0, 99, 600]) yield { operator: 'out of range', value: other }
  if (typeof value !== 'string') return
  for (const other of [unlisted, value.toUpperCase(), `${value} `]) yield { operator: 'unlisted value', value: other }
  for (const other of strangeTexts) yield { operator: 'break pattern or length', value: other }
  for (const breaks of new Set(cases.flat().flatMap(({ format }) => format ?? []))) {
    for (const change of brokenFormats[breaks] ?? []) {
      const broken = change(value)
      if (broken !== value) yield { operator: `break ${breaks}`, value: broken, breaks }
    }
  }
}

function* mutateObject(contract: OpenApiDocument, cases: Case[], object: Json): Generator<ValueMutant> {
  for (const [name, inner] of Object.entries(object)) {
    const alive = selectAlive(cases, object, name)
    const { [name]: _, ...others } = object
    const isRequired = alive.every((schemas) => schemas.some(({ required = [] }) => required.includes(name)))
    if (isRequired) yield { operator: 'drop', at: `/${name}`, value: others }

    const other = `${name}s`
    if (!isDeclared(cases, other)) {
      const entries = Object.entries(object).map(([each, held]) => [each === name ? other : each, held])
      yield { operator: 'rename', at: `/${name}`, value: Object.fromEntries(entries) }
    }
    for (const mutant of mutateInside(contract, expandProperty(contract, alive, name), inner)) {
      yield { ...mutant, at: `/${name}${mutant.at}`, value: withProperty(object, name, mutant.value) }
    }
  }
  for (const name of strangeNames) {
    if (Object.hasOwn(object, name)) continue
    const isForbidden = !isDeclared(cases, name) || isRefuted(expandProperty(contract, cases, name), { value: 7 })
    if (isForbidden) yield { operator: 'undeclared', at: `/${name}`, value: withProperty(object, name, 7) }
  }
}

function* mutateArray(contract: OpenApiDocument, cases: Case[], items: Json[]): Generator<ValueMutant> {
  const itemCases = expandItems(contract, cases)
  for (const value of [null, true, 7, 'x', [], {}]) {
    if (!isRefuted(itemCases, { value })) continue
    yield { operator: 'broken item', at: `/${items.length}`, value: [...items, value] }
  }
  for (const [index, item] of items.entries()) {
    for (const mutant of mutateInside(contract, itemCases, item)) {
      yield { ...mutant, at: `/${index}${mutant.at}`, value: items.with(index, mutant.value) }
    }
  }
}

/** Unlike an assignment, it gives an object a property of its own that is named `__proto__`. */
function withProperty(object: Json, name: string, value: Json): Json {
  return Object.fromEntries([...Object.entries(object), [name, value]])
}
