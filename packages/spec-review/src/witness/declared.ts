import type { Json } from '../change.ts'
import { asArray, asObject, isObject } from '../document/json.ts'
import { HIDDEN } from './plain-schema.ts'

/**
 * The names that a plain schema gives to members, as a tree: `*` stands for any name and for items.
 * A name that only the head gives was free before, and nobody sends a free name on purpose.
 */
export interface Names {
  members: Map<string, Names>
}

const BRANCHES = ['allOf', 'anyOf', 'oneOf']
const SINGLE = ['if', 'then', 'else', 'not']
const DEEPEST = 7

export function listNames(definitions: ReadonlyMap<string, Json>, root: string): Names {
  const names: Names = { members: new Map() }
  add(names, definitions.get(root), 0, new Set())
  return names

  function add(target: Names, schema: Json | undefined, depth: number, above: Set<Json>): void {
    if (!isObject(schema) || depth > DEEPEST || above.has(schema)) return
    const within = new Set([...above, schema])
    const again = (other: Json | undefined) => add(target, other, depth, within)
    if (typeof schema['$ref'] === 'string') again(definitions.get(schema['$ref']))
    for (const keyword of BRANCHES) asArray(schema[keyword]).forEach(again)
    for (const keyword of SINGLE) again(schema[keyword])
    Object.values(asObject(schema['dependentSchemas'])).forEach(again)
    const members = [
      ...Object.entries(asObject(schema['properties'])).filter(([, value]) => value !== HIDDEN),
      ...Object.values(asObject(schema['patternProperties'])).map((value) => ['*', value] as const),
      ...['additionalProperties', 'unevaluatedProperties', 'items', 'contains']
        .filter((keyword) => isObject(schema[keyword]))
        .map((keyword) => ['*', schema[keyword]!] as const),
      ...asArray(schema['prefixItems']).map((value) => ['*', value] as const),
    ]
    for (const [name, value] of members) {
      const child = target.members.get(name) ?? { members: new Map() }
      target.members.set(name, child)
      add(child, value, depth + 1, new Set())
    }
  }
}

/** Whether a value holds a member that the head names and the base does not. */
export function usesNewName(value: Json, base: Names | undefined, head: Names | undefined): boolean {
  if (!base || !head || typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, member]) => {
    const before = (Array.isArray(value) ? undefined : base.members.get(key)) ?? base.members.get('*')
    const after = (Array.isArray(value) ? undefined : head.members.get(key)) ?? head.members.get('*')
    if (!before && !Array.isArray(value) && head.members.has(key)) return true
    return usesNewName(member, before, after)
  })
}
