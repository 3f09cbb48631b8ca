import type { Json } from '../../change.ts'
import { asObject, asStrings, asText, type JsonObject } from '../../document/json.ts'
import { exampleWords } from '../../engine/schema/patterns.ts'
import { inTurn, type Generate } from './generate.ts'

/** A name that no document declares. */
const UNDECLARED = 'zz_undeclared'

/** Objects with all, with the required and with each one property, and each value that is near an edge. */
export function* objectCandidates(schema: JsonObject, below: Generate): Generator<Json> {
  const values = new Map(
    Object.entries(asObject(schema['properties'])).map(([name, value]) => [name, below(value, 60)]),
  )
  const required = asStrings(schema['required'])
  const pick = (names: Iterable<string>) =>
    Object.fromEntries(
      [...names].flatMap((name) => {
        const options = values.get(name)
        const first = options?.at(0)
        return options && first === undefined ? [] : [[name, first ?? 'x']]
      }),
    )
  const least: JsonObject = pick(required)
  const full: JsonObject = pick(new Set([...values.keys(), ...required]))
  yield* [least, full, {}]
  yield* inTurn([...values].map(([name, options]) => ofMember(name, options, least, full)))
  for (const value of ['x', 1, null, {}, ...below(schema['additionalProperties'], 8)]) {
    yield { ...least, [UNDECLARED]: value }
  }
  for (const [pattern, value] of Object.entries(asObject(schema['patternProperties']))) {
    const names = [...exampleWords(pattern), UNDECLARED].filter((name) => new RegExp(pattern, 'u').test(name))
    for (const name of names.slice(0, 2)) {
      for (const option of ['x', 1, ...below(value, 12)]) yield { ...least, [name]: option }
    }
  }
  if (schema['propertyNames'] !== undefined) {
    for (const name of [...below(schema['propertyNames'], 12), 'A', 'a_b', '0 x'])
      yield { ...least, [asText(name)]: 'x' }
  }
  yield* sized(schema, least, full)
  yield* dependent(schema, least, full)
}

function* ofMember(name: string, options: Iterable<Json>, least: JsonObject, full: JsonObject): Generator<Json> {
  yield omit(full, name)
  yield omit(least, name)
  for (const value of options) yield { ...least, [name]: value }
}

function omit(value: JsonObject, name: string): JsonObject {
  const { [name]: _, ...rest } = value
  return rest
}

/** Objects with as many properties as the bounds name, declared ones first. */
function sized(schema: JsonObject, least: JsonObject, full: JsonObject): Json[] {
  const counts = ['minProperties', 'maxProperties'].flatMap((keyword) => {
    const bound = schema[keyword]
    return typeof bound === 'number' ? [bound - 1, bound, bound + 1] : []
  })
  const entries = Object.entries({ ...least, ...full })
  return counts
    .filter((count) => count >= 0 && count <= 60)
    .flatMap((count) => {
      const extra = Array.from({ length: count }, (_, index): [string, Json] => [`${UNDECLARED}_${index}`, 'x'])
      return [Object.fromEntries([...entries, ...extra].slice(0, count)), Object.fromEntries(extra)]
    })
}

function dependent(schema: JsonObject, least: JsonObject, full: JsonObject): Json[] {
  const rules = [
    ...Object.entries(asObject(schema['dependentRequired'])),
    ...Object.entries(asObject(schema['dependentSchemas'])),
  ]
  return rules.flatMap(([name, others]) => [
    { ...least, [name]: full[name] ?? 'x' },
    ...asStrings(others).map((other) => omit({ ...full, [name]: full[name] ?? 'x' }, other)),
  ])
}
