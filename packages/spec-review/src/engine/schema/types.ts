import type { Json } from '../../change.ts'
import { asStrings } from '../../document/json.ts'

/** JSON Schema's types, with `number` cut into whole numbers and the others so that sets compare. */
export type TypeName = 'null' | 'boolean' | 'integer' | 'fraction' | 'string' | 'array' | 'object'

/** In the order in which a sentence lists them. */
export const ALL_TYPES: TypeName[] = ['boolean', 'integer', 'fraction', 'string', 'array', 'object', 'null']

export function readTypes(type: Json): Set<TypeName> {
  const names = typeof type === 'string' ? [type] : asStrings(type)
  return new Set(names.flatMap((name) => (name === 'number' ? ['integer', 'fraction'] : [name])) as TypeName[])
}

export function typeOf(value: Json): TypeName {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'fraction'
  return typeof value as 'boolean' | 'string' | 'object'
}

/** The types in words, such as `string or null`. */
export function nameTypes(types: Set<TypeName>): string {
  if (types.size === 0) return 'nothing'
  if (types.size === ALL_TYPES.length) return 'anything'
  return listTypes(types).join(' or ')
}

const PHRASES: Record<string, string> = {
  array: 'an array',
  boolean: 'a boolean',
  integer: 'an integer',
  number: 'a number',
  object: 'an object',
  string: 'a string',
}

/** The types as part of a sentence, such as `a string or null`. */
export function sayTypes(types: Set<TypeName>): string {
  if (types.size === 0 || types.size === ALL_TYPES.length) return nameTypes(types)
  return listTypes(types)
    .map((name) => PHRASES[name] ?? name)
    .join(' or ')
}

/** The types as a schema spells them. */
export function listTypes(types: Set<TypeName>): string[] {
  const isNumber = types.has('fraction') && types.has('integer')
  return ALL_TYPES.filter((name) => types.has(name) && !(isNumber && name === 'integer')).map((name) =>
    name === 'fraction' ? 'number' : name,
  )
}
