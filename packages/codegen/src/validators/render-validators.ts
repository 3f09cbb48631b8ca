import type { OpenApiDocument } from '@seam-acs/spec/model'
import { readHouseOperations } from '../house-operations.ts'
import { indent, quote, shareRepeated, toArray, toObject, type Expression } from './expression.ts'
import { createSimplify, refuse, typesOfKeywords, type Json } from './simplify-schema.ts'

/** The schemas of request bodies and 200 answers, in the short form that the client's `validate.ts` reads. */
export function renderValidators(document: OpenApiDocument): string {
  const simplifyRequest = createSimplify(document, true)
  const simplifyAnswer = createSimplify(document, false)
  const operations = readHouseOperations(document, 'validators').map(({ path, request, success }) => ({
    path,
    request: toExpression(path, simplifyRequest(path, request?.schema ?? {})),
    answer: toExpression(path, simplifyAnswer(path, success?.schema ?? {})),
  }))
  const { constants, render } = shareRepeated(operations.flatMap(({ request, answer }) => [request, answer]))
  const entries = operations.map((each) => `[${quote(each.path)}, [${render(each.request)}, ${render(each.answer)}]],`)
  const lines = [
    '// Generated from the spec by the `generate` verb. `Schema` in validate.ts says what the short names mean.',
    '',
    "import type { Schema } from './validate.ts'",
    '',
    ...constants,
    '',
    'export const schemas: ReadonlyMap<string, readonly [request: Schema, answer: Schema]> = new Map([',
    ...entries,
    '])',
    '',
  ]
  return indent(lines.join('\n'))
}

/** A simplified schema as an object literal of the client's type `Schema`. */
function toExpression(where: string, schema: Json): Expression {
  checkTypes(where, schema)
  const { type = [], required = [], properties = {}, patternProperties = {}, items, allOf = [], anyOf = [] } = schema
  const inner = (part: Json, at = '') => toExpression(`${where}${at}`, part)
  const names = new Set<string>([...required, ...Object.keys(properties)])
  const patterns = Object.entries(patternProperties)
  const members: [key: string, value: string | Expression][] = []
  const add = (key: string, value: string | Expression) => members.push([key, value])

  if (schema.guard) add('g', toLiterals(schema.guard))
  else if (type.length > 0) add('t', quote([...new Set<string>(type.map((each: string) => words[each]))].join(' or ')))
  if (schema.enum) add('e', toLiterals(schema.enum))
  const [test = [], ...tests] = toTests(where, schema)
  members.push(...test)
  if (required.length > 0) add('q', `${required.length}`)
  if (names.size > 0) {
    const entries = [...names].map((name): [string, Expression] => [name, inner(properties[name] ?? {}, `.${name}`)])
    add('p', toObject(entries, true))
  } else if (patterns.length > 0 || (anyOf.length > 0 && type.includes('object'))) add('p', '{}')
  if (patterns.length > 0) {
    add('k', toArray(patterns.map(([pattern, part]) => toArray([toRegExp(pattern), inner(part, `.${pattern}`)]))))
  }
  if (items) add('i', inner(items, '[]'))
  const all = [...allOf.map((part: Json) => inner(part)), ...tests.map((each) => toObject(each))]
  if (all.length > 0) add('a', toArray(all))
  if (anyOf.length > 0) add('o', toArray(anyOf.map((part: Json) => inner(part))))
  if (schema.needs) add('w', quote(`needs ${schema.needs}`))
  return { ...toObject(members, names.size > 0), name: nameOf(where, schema), type: 'Schema' }
}

/** A keyword says nothing of a value of another type, and the client counts on that type. */
function checkTypes(where: string, schema: Json): void {
  const types = schema.type?.filter((type: string) => type !== 'null')
  for (const keyword of Object.keys(schema)) {
    const fitting = typesOfKeywords[keyword]
    if (!fitting || (types?.length === 1 && fitting.includes(types[0]))) continue
    refuse(where, `${keyword}\` without \`type: ${fitting.join(' or ')}`)
  }
  if (types?.includes('integer') && types.length > 1) refuse(where, 'type: integer` among others, `type')
}

/** `uuid`, `string_or_null`, `uuid_array`; the component or the property where there is more to it. */
function nameOf(where: string, { name, type, format, items, ...others }: Json): string {
  if (name || !type || Object.keys(others).length > 0) return `${name ?? where.split(/[./]/).at(-1)}_schema`
  return [items ? `${nameOf(where, items)}_array` : (format ?? type[0]), ...type.slice(1)].join('_or_')
}

const words: Record<string, string> = {
  array: 'an array',
  boolean: 'a boolean',
  integer: 'a number',
  null: 'null',
  number: 'a number',
  object: 'an object',
  string: 'a string',
}

const dateTime = String.raw`/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])(:[0-5]\d){2}(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i`
const formats: Record<string, string> = {
  uuid: String.raw`/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i`,
  // For the last days of a month: JavaScript takes a day that the month lacks for one of the next month.
  'date-time': toTest(
    'string',
    `${dateTime}.test(value) && (value.slice(8, 10) < '29' || new Date(value.slice(0, 10)).getUTCDate() > 28)`,
  ),
}

const limits: Record<string, (limit: number) => [test: string, message: string]> = {
  // Such a regular expression counts characters, as JSON Schema does, and not the halves of some.
  minLength: (limit) => [`/^.{${limit},}$/su`, `have a length of at least ${limit}`],
  maxLength: (limit) => [`/^.{0,${limit}}$/su`, `have a length of at most ${limit}`],
  minItems: (limit) => [toTest('unknown[]', `value.length >= ${limit}`), `have a length of at least ${limit}`],
  maxItems: (limit) => [toTest('unknown[]', `value.length <= ${limit}`), `have a length of at most ${limit}`],
  minimum: (limit) => [toTest('number', `value >= ${limit}`), `be at least ${limit}`],
  maximum: (limit) => [toTest('number', `value <= ${limit}`), `be at most ${limit}`],
}

/** The members `c` and `m` for each keyword that has a test of its own. */
function toTests(where: string, schema: Json): [key: string, value: string | Expression][][] {
  const { type, format, pattern, not } = schema
  const tests: [test: string | Expression, message: string][] = []
  if (type?.includes('integer')) tests.push([toTest('number', 'Number.isInteger(value)'), 'be an integer'])
  if (format !== undefined) {
    if (!Object.hasOwn(formats, format)) refuse(where, `format: ${format}`)
    tests.push([{ name: `${format}-format`, type: "Schema['c']", parts: [formats[format]!] }, `be a ${format}`])
  }
  if (pattern !== undefined) tests.push([toRegExp(pattern), `match ${pattern}`])
  if (not !== undefined) {
    if (Object.keys(not).join() !== 'enum' || not.enum.includes(null)) refuse(where, 'not` other than of an `enum')
    tests.push([
      toTest('unknown', `!(${toLiterals(not.enum)} as unknown[]).includes(value)`),
      `not be one of ${not.enum.join(', ')}`,
    ])
  }
  for (const [keyword, toLimit] of Object.entries(limits)) {
    if (schema[keyword] !== undefined) tests.push(toLimit(schema[keyword]))
  }
  return tests.map(([test, message]) => Object.entries({ c: test, m: quote(message) }))
}

function toTest(argument: string, condition: string): string {
  return `{ test: (value: ${argument}) => ${condition} }`
}

const toRegExp = (pattern: string) => String(new RegExp(pattern, 'u'))

function toLiterals(values: Json[]): string {
  return `[${values.map((value) => (typeof value === 'string' ? quote(value) : JSON.stringify(value))).join(', ')}]`
}
