import type { Json, OpenApiDocument } from '@seam-acs/spec/model'
import { readHouseOperations } from '../house-operations.ts'
import { quote } from '../quote.ts'
import { indent, shareRepeated, toArray, toObject, type Expression } from './expression.ts'
import { createSimplify, reject, typesOfKeywords, type Simplify } from './simplify-schema.ts'
import { toLiterals, toRegExp, toTests } from './tests.ts'

/** The schemas of request bodies and successful responses, in the short form that the client's `validator.ts` reads. */
export function renderValidators(document: OpenApiDocument): string {
  const toRequest = createToExpression(createSimplify(document, true))
  const toResponse = createToExpression(createSimplify(document, false))
  const operations = readHouseOperations(document, 'validators').map(({ path, request, success }) => ({
    path,
    request: toRequest(`POST ${path}`, request?.schema ?? {}),
    response: toResponse(`POST ${path}`, success?.schema ?? {}),
  }))
  const { constants, render } = shareRepeated(operations.flatMap(({ request, response }) => [request, response]))
  const entries = operations.map(
    ({ path, request, response }) => `[${quote(path)}, [${render(request)}, ${render(response)}]],`,
  )
  const lines = [
    '// Generated from the spec by the `generate` verb. schema.ts says what the short names mean.',
    '',
    "import type { Schema } from './schema.ts'",
    '',
    ...constants,
    '',
    'export const schemas: ReadonlyMap<string, readonly [request: Schema, response: Schema]> = new Map([',
    ...entries,
    '])',
    '',
  ]
  return indent(lines.join('\n'))
}

/** Makes of a schema an object literal of the client's type `Schema`. */
function createToExpression(simplify: Simplify): (where: string, schema: Json) => Expression {
  const recursive = new Map<string, Expression>()
  return (where, schema) => toExpression(where, simplify(where, schema))

  function toExpression(where: string, schema: Json): Expression {
    if (schema.recursion) return refer(schema.recursion)
    checkTypes(where, schema)
    const { type = [], required = [], properties = {}, items, allOf = [], anyOf = [] } = schema
    const inner = (part: Json, at = '') => toExpression(`${where}${at}`, part)
    const names = new Set<string>([...required, ...Object.keys(properties)])
    const patterns = toPatterns(schema).map(([test, part, at]) => toArray([test, inner(part, `.${at}`)]))
    const members: [key: string, value: string | Expression][] = []
    const add = (key: string, value: string | Expression) => members.push([key, value])

    if (schema.guard) add('g', toLiterals(where, schema.guard))
    else if (type.length > 0)
      add('t', quote([...new Set<string>(type.map((each: string) => words[each]))].join(' or ')))
    if (schema.enum) add('e', toLiterals(where, schema.enum))
    const [test = [], ...tests] = toTests(where, schema)
    members.push(...test)
    if (required.length > 0) add('q', `${required.length}`)
    if (names.size > 0) {
      const entries = [...names].map((name): [string, Expression] => [name, inner(properties[name] ?? {}, `.${name}`)])
      add('p', toObject(entries, true))
    } else if (patterns.length > 0 || declareProperties(anyOf)) add('p', '{}')
    if (patterns.length > 0) add('k', toArray(patterns))
    if (items) add('i', inner(items, '[]'))
    const all = [...allOf.map((part: Json) => inner(part)), ...tests.map((each) => toObject(each))]
    if (all.length > 0) add('a', toArray(all))
    if (anyOf.length > 0) add('o', toArray(anyOf.map((part: Json) => inner(part))))
    if (schema.needs) add('w', quote(`needs ${schema.needs}`))
    return { ...toObject(members, names.size > 0), name: nameOf(where, schema), type: 'Schema' }
  }

  /** A reference to a component from inside of it. */
  function refer(name: string): Expression {
    if (!recursive.has(name)) {
      const definition: Expression = { parts: [] }
      recursive.set(name, definition)
      Object.assign(definition, toExpression(name, simplify.component(name)))
    }
    return { parts: [], refersTo: recursive.get(name)! }
  }
}

/** For each kind of further properties a test of their names, their schema, and their name in errors. */
function toPatterns({ properties = {}, patternProperties = {}, additionalProperties }: Json): [string, Json, string][] {
  const patterns = Object.entries<Json>(patternProperties)
  const further = patterns.map(([pattern, schema]): [string, Json, string] => [toRegExp(pattern), schema, pattern])
  if (!additionalProperties) return further
  const names = Object.keys(properties)
  const conditions = [
    ...(names.length > 0 ? [`![${names.map(quote).join(', ')}].includes(name)`] : []),
    ...patterns.map(([pattern]) => `!${toRegExp(pattern)}.test(name)`),
  ]
  const test = conditions.length > 0 ? `{ test: (name) => ${conditions.join(' && ')} }` : '/^/'
  return [...further, [test, additionalProperties, '*']]
}

/** Whether the branches together declare which properties an object may have. */
function declareProperties(branches: Json[]): boolean {
  const objects = branches.filter(({ type }) => type?.includes('object'))
  const isDeclaration = (keyword: string) =>
    /^(additionalProperties|allOf|anyOf|patternProperties|properties|recursion|required)$/.test(keyword)
  return objects.length > 0 && objects.every((branch) => Object.keys(branch).some(isDeclaration))
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

const words: Record<string, string> = {
  array: 'an array',
  boolean: 'a boolean',
  integer: 'a number',
  null: 'null',
  number: 'a number',
  object: 'an object',
  string: 'a string',
}
