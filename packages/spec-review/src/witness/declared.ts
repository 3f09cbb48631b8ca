import type { Json } from '../change.ts'
import { asArray, asObject, isObject } from '../document/json.ts'
import { HIDDEN } from './plain-schema.ts'

/**
 * The names that plain schemas give to members, as a tree that grows when it is asked: `*` stands for any name and for items.
 * A name that only the head gives was free before, and nobody sends a free name on purpose.
 */
export interface Names {
  members: () => Map<string, Names>
}

const BRANCHES = ['allOf', 'anyOf', 'oneOf']
const SINGLE = ['if', 'then', 'else', 'not']
const OF_ANY_NAME = ['additionalProperties', 'unevaluatedProperties', 'items', 'contains']

export function listNames(definitions: ReadonlyMap<string, Json>, root: string): Names {
  return namesOf([{ $ref: root }])

  function namesOf(schemas: Json[]): Names {
    let members: Map<string, Names> | undefined
    return { members: () => (members ??= readMembers(schemas)) }
  }

  function readMembers(schemas: Json[]): Map<string, Names> {
    const members = new Map<string, Json[]>()
    for (const schema of inPlace(schemas)) {
      for (const [name, value] of membersOf(schema)) members.set(name, [...(members.get(name) ?? []), value])
    }
    return new Map([...members].map(([name, values]) => [name, namesOf(values)]))
  }

  /** All that schemas say of the value at hand. */
  function inPlace(schemas: Json[]) {
    const found = new Set(schemas.filter(isObject))
    for (const schema of found) {
      const { $ref } = schema
      const parts = [
        ...(typeof $ref === 'string' ? [definitions.get($ref)] : []),
        ...BRANCHES.flatMap((keyword) => asArray(schema[keyword])),
        ...SINGLE.map((keyword) => schema[keyword]),
        ...Object.values(asObject(schema['dependentSchemas'])),
      ]
      for (const part of parts) if (isObject(part)) found.add(part)
    }
    return found
  }
}

function membersOf(schema: { [key: string]: Json }): [string, Json][] {
  const ofAny = [
    ...Object.values(asObject(schema['patternProperties'])),
    ...OF_ANY_NAME.map((keyword) => schema[keyword]).filter(isObject),
    ...asArray(schema['prefixItems']),
  ]
  const named = Object.entries(asObject(schema['properties'])).filter(([, value]) => value !== HIDDEN)
  return [...named, ...ofAny.map((value): [string, Json] => ['*', value])]
}

/** Whether a value holds a member that the head names and the base does not. */
export function usesNewName(value: Json, base: Names | undefined, head: Names | undefined): boolean {
  if (!base || !head || typeof value !== 'object' || value === null) return false
  const [before, after] = [base.members(), head.members()]
  return Object.entries(value).some(([key, member]) => {
    const isItem = Array.isArray(value)
    if (!isItem && !before.has(key) && !before.has('*') && after.has(key)) return true
    const find = (names: Map<string, Names>) => (isItem ? undefined : names.get(key)) ?? names.get('*')
    return usesNewName(member, find(before), find(after))
  })
}
