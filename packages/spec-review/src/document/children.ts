import { findTarget, type OpenApi, type Place } from './document.ts'
import { asArray, asObject } from './json.ts'
import { below } from './pointer.ts'

/** Components by name. */
export type Children = Map<string, Place>

/** The components that include a schema, at any depth, by name. */
export function listChildren(document: OpenApi, pointer: string): Children {
  const including = includersOf(document)
  const found: Children = new Map()
  const pointers = [pointer]
  for (const current of pointers) {
    for (const [name, place] of including.get(current) ?? []) {
      if (found.has(name) || place.pointer === pointer) continue
      found.set(name, place)
      pointers.push(place.pointer)
    }
  }
  return found
}

const known = new WeakMap<OpenApi, Map<string, [string, Place][]>>()

/** The components that include each schema by `allOf`. */
function includersOf(document: OpenApi): Map<string, [string, Place][]> {
  const result = known.get(document) ?? new Map<string, [string, Place][]>()
  if (known.has(document)) return result
  known.set(document, result)
  const schemas = asObject(asObject(document.root['components'])['schemas'])
  for (const [name, node] of Object.entries(schemas)) {
    const place = { node, pointer: below('/components/schemas', name) }
    for (const part of asArray(asObject(node)['allOf'])) {
      const reference = asObject(part)['$ref']
      const target = typeof reference === 'string' ? findTarget(document, reference) : undefined
      if (target) result.set(target.pointer, [...(result.get(target.pointer) ?? []), [name, place]])
    }
  }
  return result
}
