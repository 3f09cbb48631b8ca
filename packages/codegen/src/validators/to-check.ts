import type { Json } from '@seam-acs/spec/model'
import { quote } from '../quote.ts'
import { toArray, toCall, toObject, type Expression } from './expression.ts'
import { declareProperties, isOneOf, toPatterns } from './properties.ts'
import { reject, typesOfKeywords, type Simplify } from './simplify-schema.ts'
import { toLiterals, toTests } from './tests.ts'

/** Converts a schema to a check: source text that calls the functions of the client's `checks.ts`. */
export function createToCheck(simplify: Simplify, isRequest: boolean): (where: string, schema: Json) => Expression {
  const recursive = new Map<string, Expression>()
  return (where, schema) => toCheck(where, simplify(where, schema))

  /** @param isPart Whether other schemas apply to the value too, so that this one alone does not know its properties. */
  function toCheck(where: string, schema: Json, isPart = false): Expression {
    if (schema.recursion) return refer(schema.recursion, isPart)
    checkTypes(where, schema)
    const { type = [], items, allOf = [], anyOf = [], enum: values } = schema
    // Listed values say their types themselves.
    const isSaid = values?.every((value: Json) => type.includes(value === null ? 'null' : typeof value))
    const words = isSaid ? '' : [...new Set<string>(type.map((each: string) => nouns[each]))].join(' or ')
    const toPart = (part: Json) => toCheck(where, part, true)
    // Branches without a type in common are not all objects, so that the one that is knows all properties.
    const isWhole = type.length === 0 && allOf.length === 0 && !isPart
    const branches = toArray(anyOf.map((branch: Json) => toCheck(where, branch, !isWhole)))
    const others: Expression[] = [
      ...(values ? [toCall('oneOf', toLiterals(where, values))] : []),
      ...toTests(where, schema).map((parameters) => toCall('test', parameters)),
      ...allOf.map(toPart),
      ...(anyOf.length > 0
        ? [toCall('anyOf', [branches, ...(schema.needs ? [quote(`needs ${schema.needs}`)] : [])])]
        : []),
    ]
    const object = toObjectCheck(where, schema, isPart, words, others)
    const check = object ?? (items ? toAll([toArrayCheck(where, items, words), ...others]) : toTypeCheck(words, others))
    if (schema.guard) return toCall('where', [...toLiterals(where, schema.guard), check])
    if (check.parts[0] === 'any') return check
    return { ...check, name: nameOf(where, schema) + (isPart ? '_part' : ''), type: 'Check' }
  }

  /** @param others What else the object has to pass. Undefined for a schema that says nothing about properties. */
  function toObjectCheck(
    where: string,
    schema: Json,
    isPart: boolean,
    words: string,
    others: Expression[],
  ): Expression | undefined {
    const { required = [], properties = {}, anyOf = [], type = [] } = schema
    const own = new Set<string>([...required, ...Object.keys(properties)])
    const patterns = toPatterns(schema)
    const isDeclaration = own.size > 0 || patterns.length > 0
    const isClosed = isRequest && !isPart && type.includes('object') && (isDeclaration || declareProperties(anyOf))
    if (!isDeclaration && !isClosed) return undefined
    // In a request, a property is known if any part or branch declares it.
    const names = isClosed ? namesOf(schema) : [...own]
    const isKnown = isClosed ? conditionsOf(schema) : []
    const entries = names.map((name): [string, Expression] => [
      name,
      toCheck(`${where}.${name}`, properties[name] ?? {}),
    ])
    const pairs = patterns.map(({ test, schema: inner, at }) => toArray([test, toCheck(`${where}.${at}`, inner)]))
    const rest = [
      ...(pairs.length > 0 ? [toCall('patterns', pairs)] : []),
      ...others,
      ...(isKnown.length > 0 && !isKnown.includes('true') ? [toOnly([...isOneOf(names), ...isKnown])] : []),
    ]
    const parameters = [
      toObject(entries, true),
      `${required.length}`,
      `${isClosed && isKnown.length === 0}`,
      toAll(rest),
      quote(words || nouns['object']!),
    ]
    return toCall('object', trim(parameters, ['', '0', 'false', 'any', quote(nouns['object']!)]))
  }

  function toArrayCheck(where: string, items: Json, words: string): Expression {
    return toCall('array', trim([toCheck(`${where}[]`, items), quote(words)], ['', quote(nouns['array']!)]))
  }

  /** A reference to a component from inside of it. */
  function refer(name: string, isPart: boolean): Expression {
    const key = `${name} ${isPart}`
    if (!recursive.has(key)) {
      const definition: Expression = { parts: [] }
      recursive.set(key, definition)
      Object.assign(definition, toCheck(name, simplify.component(name), isPart))
    }
    return toCall('later', [{ parts: ['() => ', { parts: [], refersTo: recursive.get(key)! }] }])
  }

  /** The names of the properties that a schema, its parts or its branches declare, the required ones first. */
  function namesOf(schema: Json): string[] {
    const { required = [], properties = {} } = schema
    return [...new Set<string>([...required, ...Object.keys(properties), ...partsOf(schema).flatMap(namesOf)])]
  }

  /** Conditions for the names of further properties that a schema, its parts or its branches declare. */
  function conditionsOf(schema: Json): string[] {
    return [...toPatterns(schema).map(({ condition }) => condition), ...partsOf(schema).flatMap(conditionsOf)]
  }

  function partsOf({ allOf = [], anyOf = [] }: Json): Json[] {
    return [...allOf, ...anyOf].map((part: Json) => (part.recursion ? simplify.component(part.recursion) : part))
  }
}

function toAll(checks: Expression[]): Expression {
  if (checks.length === 0) return { parts: ['any'] }
  return checks.length === 1 ? checks[0]! : toCall('all', checks)
}

function toTypeCheck(words: string, others: Expression[]): Expression {
  if (!words) return toAll(others)
  return toCall('type', [quote(words), ...(others.length > 0 ? [toAll(others)] : [])])
}

const toOnly = (conditions: string[]) => toCall('only', [`(name) => ${conditions.join(' || ')}`])

/** Parameters without those at the end that are the defaults of the client's function. */
function trim(parameters: (string | Expression)[], defaults: string[]): (string | Expression)[] {
  const toText = (parameter: string | Expression) =>
    typeof parameter === 'string' ? parameter : parameter.parts.join('')
  return parameters.slice(0, parameters.findLastIndex((each, index) => toText(each) !== defaults[index]) + 1)
}

/** A keyword does not constrain a value of another type, so the client needs the type. */
function checkTypes(where: string, schema: Json): void {
  const types = schema.type?.filter((type: string) => type !== 'null')
  for (const keyword of Object.keys(schema)) {
    const fitting = typesOfKeywords[keyword]
    if (!fitting || (types?.length === 1 && fitting.includes(types[0]))) continue
    reject(where, `${keyword}\` without \`type: ${fitting.join(' or ')}`)
  }
  if (types?.includes('integer') && types.length > 1) reject(where, 'type: integer` among others, `type')
}

/** `uuid`, `string_or_null`, `uuid_array`; the component or the property for a schema with more keywords. */
function nameOf(where: string, { name, type, format, items, ...others }: Json): string {
  if (name || !type || Object.keys(others).length > 0) return `${name ?? where.split(/[./]/).at(-1)}_schema`
  return [items ? `${nameOf(where, items)}_array` : (format ?? type[0]), ...type.slice(1)].join('_or_')
}

const nouns: Record<string, string> = {
  array: 'an array',
  boolean: 'a boolean',
  integer: 'a number',
  null: 'null',
  number: 'a number',
  object: 'an object',
  string: 'a string',
}
