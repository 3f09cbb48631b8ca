import type { Place } from '../../document/document.ts'
import { asArray, asObject } from '../../document/json.ts'
import { below } from '../../document/pointer.ts'
import { readClosing } from './members.ts'
import type { Reader } from './view.ts'

/** What a base says of one object as a whole, for the schemas that see a part of it. */
export interface Scope {
  /** Names that it declares in any branch or condition, so that a further use of one does not add a name. */
  names: Set<string>
  /** Whether `unevaluatedProperties` rejects or restricts names that no branch declares. */
  isClosed: boolean
  /** Whether the part holds under a condition only, where it tests members rather than offering them. */
  isCondition: boolean
}

export function readScope(reader: Reader, places: Place[]): Scope {
  return {
    names: declaredNames(reader, places),
    isClosed: readClosing(reader.read(places)).length > 0,
    isCondition: false,
  }
}

/** Every property name that a schema declares for the object itself, in any branch or condition. */
function declaredNames(reader: Reader, places: Place[]): Set<string> {
  const names = new Set<string>()
  const seen = new Set<string>()
  const queue = [...places]
  for (const place of queue) {
    if (seen.has(place.pointer)) continue
    seen.add(place.pointer)
    const view = reader.read([place])
    for (const { node, pointer } of view.parts) {
      for (const name of Object.keys(asObject(node['properties']))) names.add(name)
      for (const keyword of ['if', 'then', 'else', 'not']) {
        if (node[keyword] !== undefined) queue.push({ node: node[keyword], pointer: below(pointer, keyword) })
      }
      for (const [name, schema] of Object.entries(asObject(node['dependentSchemas']))) {
        queue.push({ node: schema, pointer: below(pointer, 'dependentSchemas', name) })
      }
      for (const keyword of ['anyOf', 'oneOf']) {
        asArray(node[keyword]).forEach((branch, index) => {
          queue.push({ node: branch, pointer: below(pointer, keyword, index) })
        })
      }
    }
  }
  return names
}
