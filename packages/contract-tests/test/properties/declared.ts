import { resolve } from '../check.ts'
import type { Json } from '../recording.ts'

const known = new WeakMap<Json, Map<string, Json[]>>()

/** The properties that a schema declares, in any of its branches, each with its schemas. */
export function listDeclared(contract: Json, reference: Json): Map<string, Json[]> {
  const found = known.get(reference) ?? collectDeclared(contract, reference)
  known.set(reference, found)
  return found
}

function collectDeclared(contract: Json, reference: Json): Map<string, Json[]> {
  const { properties = {}, allOf = [], anyOf = [] } = resolve(contract, reference)
  const declared = new Map(Object.entries<Json>(properties).map(([name, schema]) => [name, [schema]]))
  for (const branch of [...allOf, ...anyOf]) {
    for (const [name, schemas] of listDeclared(contract, branch)) {
      declared.set(name, [...(declared.get(name) ?? []), ...schemas])
    }
  }
  return declared
}

/** What the API sees of a value: it drops properties that it does not know. */
export function dropUndeclared(contract: Json, reference: Json, value: Json): Json {
  if (Array.isArray(value)) {
    const { items } = resolve(contract, reference)
    return items ? value.map((item) => dropUndeclared(contract, items, item)) : value
  }
  if (typeof value !== 'object' || value === null) return value
  const declared = listDeclared(contract, reference)
  if (declared.size === 0) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      const [schema] = declared.get(name) ?? []
      return schema ? [[name, dropUndeclared(contract, schema, inner)]] : []
    }),
  )
}
