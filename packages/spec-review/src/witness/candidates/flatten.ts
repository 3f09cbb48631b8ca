import type { Json } from '../../change.ts'
import { asArray, asObject, asStrings, isObject, type JsonObject } from '../../document/json.ts'

const MOST = 24

/**
 * Schemas without `$ref`, `allOf` and branches that together cover most of what a schema accepts:
 * good enough to make candidates, of which a validator chooses.
 */
export function flatten(schema: Json, definitions: ReadonlyMap<string, Json>, depth = 0): JsonObject[] {
  if (!isObject(schema) || depth > 8) return schema === false ? [] : [{}]
  const { $ref, allOf, anyOf, oneOf, if: condition, then: consequence, else: alternative, ...own } = schema
  let result: JsonObject[] = [own]
  const join = (others: JsonObject[]) => {
    if (others.length === 0) return
    result = result.flatMap((one) => others.map((other) => merge(one, other))).slice(0, MOST)
  }
  if (typeof $ref === 'string') join(flatten(definitions.get($ref) ?? true, definitions, depth + 1))
  for (const part of asArray(allOf)) join(flatten(part, definitions, depth + 1))
  for (const branches of [anyOf, oneOf]) {
    if (branches === undefined) continue
    join(asArray(branches).flatMap((branch) => flatten(branch, definitions, depth + 1)))
  }
  if (condition !== undefined) {
    const yes = { allOf: [condition, consequence ?? true] }
    join([...flatten(yes, definitions, depth + 1), ...flatten(alternative ?? true, definitions, depth + 1)])
  }
  for (const part of Object.values(asObject(own['dependentSchemas']))) {
    join([{}, ...flatten(part, definitions, depth + 1)])
  }
  return result
}

function merge(one: JsonObject, other: JsonObject): JsonObject {
  const result: JsonObject = { ...one, ...other }
  for (const keyword of ['properties', 'patternProperties']) {
    if (!isObject(one[keyword]) || !isObject(other[keyword])) continue
    const members: JsonObject = { ...one[keyword] }
    for (const [name, schema] of Object.entries(other[keyword])) {
      members[name] = name in members ? { allOf: [members[name]!, schema] } : schema
    }
    result[keyword] = members
  }
  if (one['required'] && other['required']) {
    result['required'] = [...new Set([...asStrings(one['required']), ...asStrings(other['required'])])]
  }
  return result
}
