import type { Json } from '../../change.ts'
import { asArray, isObject, type JsonObject } from '../../document/json.ts'
import { flatten } from './flatten.ts'
import { inTurn, Lazy, unique, type Generate } from './generate.ts'
import { arrayCandidates } from './array-candidates.ts'
import { objectCandidates } from './object-candidates.ts'
import { numberCandidates, stringCandidates } from './scalar-candidates.ts'

const DEEPEST = 6
const MOST = 3000
/** How many times more candidates than asked for near the top, where most changes of a contract are. */
const DETAIL = [12, 3]
/** Characters in all values that are made, those within others too; real documents of 12 MB take half of it. */
const MOST_WORK = 16_000_000
/** What it takes to begin with the values of a schema. */
const COST = 500
const TYPES = ['string', 'integer', 'object', 'null', 'boolean', 'array']

type Schemas = ReadonlyMap<string, Json>

/**
 * Values near the edges of what a named schema accepts, valid or not.
 *
 * @param sample The values of a schema that is not worth more, undefined for any other.
 * @param onCut Called where schemas lead to each other in so many ways that there are more values than are made.
 */
export function createCandidates(
  definitions: Schemas,
  name: string,
  sample: (name: string) => Json[] | undefined,
  onCut: () => void,
): Iterable<Json> {
  let work = 0
  const spend = (length: number) => {
    work += length
    if (work <= MOST_WORK) return true
    onCut()
    return false
  }
  return generate({ $ref: name }, MOST, 0)

  function generate(schema: Json | undefined, most: number, depth: number): Iterable<Json> {
    if (schema === false || depth > DEEPEST || !spend(COST)) return []
    if (schema === undefined || schema === true) return ['x', 1, null, {}, []]
    const known = isObject(schema) && typeof schema['$ref'] === 'string' ? sample(schema['$ref']) : undefined
    if (known && known.length > 0) return known
    return unique(inTurn(flatten(schema, definitions).map((flat) => ofFlat(flat, depth))), most, spend)
  }

  function* ofFlat(flat: JsonObject, depth: number): Generator<Json> {
    const below: Generate = (schema, most) => new Lazy(generate(schema, most * (DETAIL[depth] ?? 1), depth + 1))
    const listed = [...asArray(flat['enum']), ...(flat['const'] === undefined ? [] : [flat['const']])]
    yield* listed
    for (const type of typesOf(flat, listed)) yield* ofType(type, flat, below)
    if (isObject(flat['not'])) yield* below(flat['not'], 8)
  }
}

function ofType(type: string, flat: JsonObject, below: Generate): Iterable<Json> {
  if (type === 'string') return stringCandidates(flat)
  if (type === 'integer' || type === 'number') return numberCandidates(flat)
  if (type === 'boolean') return [true, false]
  if (type === 'null') return [null]
  return type === 'array' ? arrayCandidates(flat, below) : objectCandidates(flat, below)
}

const HINTS: [string, string[]][] = [
  ['object', ['properties', 'required', 'additionalProperties', 'patternProperties', 'minProperties', 'propertyNames']],
  ['array', ['items', 'prefixItems', 'contains', 'minItems', 'maxItems', 'uniqueItems']],
  ['string', ['pattern', 'minLength', 'maxLength', 'format']],
  ['number', ['minimum', 'maximum', 'multipleOf', 'exclusiveMinimum', 'exclusiveMaximum']],
]

function typesOf(flat: JsonObject, listed: Json[]): string[] {
  if (flat['type'] !== undefined) return [flat['type']].flat() as string[]
  const hinted = HINTS.filter(([, keywords]) => keywords.some((keyword) => flat[keyword] !== undefined))
  if (hinted.length > 0) return [...hinted.map(([type]) => type), 'null']
  return listed.length > 0 ? [] : TYPES
}
