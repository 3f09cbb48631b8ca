import type { Json } from '@seam-acs/spec/model'
import { quote } from '../quote.ts'
import type { Expression } from './expression.ts'
import { numberFormats, stringFormats, toTest } from './formats.ts'
import { reject } from './simplify-schema.ts'

type Test = [test: string | Expression, message: string]

const limits: Record<string, (limit: number) => Test> = {
  // Such a regular expression counts characters, as JSON Schema does, and not the halves of some.
  minLength: (limit) => [`/.{${limit}}/su`, `have a length of at least ${limit}`],
  maxLength: (limit) => [`/^.{0,${limit}}$/su`, `have a length of at most ${limit}`],
  minItems: (limit) => [toTest('unknown[]', `value.length >= ${limit}`), `have a length of at least ${limit}`],
  maxItems: (limit) => [toTest('unknown[]', `value.length <= ${limit}`), `have a length of at most ${limit}`],
  minimum: (limit) => [toTest('number', `value >= ${limit}`), `be at least ${limit}`],
  maximum: (limit) => [toTest('number', `value <= ${limit}`), `be at most ${limit}`],
  exclusiveMinimum: (limit) => [toTest('number', `value > ${limit}`), `be more than ${limit}`],
  exclusiveMaximum: (limit) => [toTest('number', `value < ${limit}`), `be less than ${limit}`],
  multipleOf: (unit) => [toTest('number', `Number.isInteger(value / ${unit})`), `be a multiple of ${unit}`],
  minProperties: (limit) => [toTest('object', `${size} >= ${limit}`), `have at least ${limit} properties`],
  maxProperties: (limit) => [toTest('object', `${size} <= ${limit}`), `have at most ${limit} properties`],
}

const size = 'Object.keys(value).length'

/** Two items are equal when they are the same JSON, whatever the order of their properties. */
const uniqueItems = toTest(
  'unknown[]',
  "new Set(value.map((item) => JSON.stringify(item, (_, part) => typeof part !== 'object' || !part || Array.isArray(part) ? part : Object.fromEntries(Object.keys(part).sort().map((key) => [key, part[key]]))))).size === value.length",
)

/** A test and what a value must, for each keyword that has a test of its own. */
export function toTests(where: string, schema: Json): [test: string | Expression, message: string][] {
  const { type = [], format, pattern, not } = schema
  const tests: Test[] = []
  if (format !== undefined) tests.push(...toFormatTest(where, type, format))
  if (type.includes('integer')) tests.push([toTest('number', 'Number.isInteger(value)'), 'be an integer'])
  if (pattern !== undefined) tests.push([toRegExp(pattern), `match ${pattern}`])
  if (not !== undefined) {
    if (Object.keys(not).join() !== 'enum') reject(where, 'not` other than of an `enum')
    tests.push([
      toTest('unknown', `!([${toLiterals(where, not.enum).join(', ')}] as unknown[]).includes(value)`),
      `not be one of ${not.enum.join(', ')}`,
    ])
  }
  for (const [keyword, toLimit] of Object.entries(limits)) {
    if (schema[keyword] !== undefined) tests.push(toLimit(schema[keyword]))
  }
  if (schema.uniqueItems) tests.push([share('unique-items', uniqueItems), 'have no item twice'])
  return tests.map(([test, message]) => [test, quote(message)])
}

function toFormatTest(where: string, type: string[], format: string): Test[] {
  const isNumber = type.includes('integer') || type.includes('number')
  if (isNumber && numberFormats.includes(format)) return []
  if (isNumber || !Object.hasOwn(stringFormats, format)) reject(where, `format: ${format}`)
  return [[share(`${format}-format`, stringFormats[format]!), `be ${format === 'email' ? 'an' : 'a'} ${format}`]]
}

const share = (name: string, test: string): Expression => ({ name, type: 'Test', parts: [test] })

export const toRegExp = (pattern: string) => String(new RegExp(pattern, 'u'))

/** The literals of values other than arrays and objects. */
export function toLiterals(where: string, values: Json[]): string[] {
  return values.map((value) => {
    if (typeof value === 'object' && value !== null) reject(where, 'enum` of arrays or objects, `enum')
    return typeof value === 'string' ? quote(value) : JSON.stringify(value)
  })
}
