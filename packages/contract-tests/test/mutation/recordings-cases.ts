import { resolve } from '../check.ts'
import type { Json } from '../recording.ts'

/** Schemas without `$ref`, `allOf` and `anyOf` that hold for a value together. */
export type Case = Json[]

/** A value that is put in the place of another. `breaks` is a format that it is known not to have. */
export interface Replacement {
  value: Json
  breaks?: string
}

/** Every way to meet a schema: a value is valid if it is so in one of the cases. */
export function expand(contract: Json, schema: Json): Case[] {
  const { $ref, allOf = [], anyOf, ...simple } = schema
  const together = [...($ref ? [resolve(contract, { $ref })] : []), ...allOf].map((part) => expand(contract, part))
  const branches = anyOf ? [anyOf.flatMap((branch: Json) => expand(contract, branch))] : []
  return combine([[[simple]], ...together, ...branches])
}

/** One case of each, in every combination. */
function combine(choices: Case[][]): Case[] {
  return choices.reduce((cases, choice) => cases.flatMap((one) => choice.map((other) => [...one, ...other])), [[]])
}

/**
 * Whether no case can hold: the simplest possible reading of the spec, far less than a validator,
 * so that what it calls a violation is one by construction. It knows nothing of what is inside the value.
 */
export function isRefuted(cases: Case[], replacement: Replacement): boolean {
  return cases.every((schemas) => schemas.some((schema) => refutes(schema, replacement)))
}

function refutes(schema: Json, { value, breaks }: Replacement): boolean {
  if (schema.type !== undefined && ![schema.type].flat().some((type) => isOfType(value, type))) return true
  if (schema.enum && !schema.enum.includes(value)) return true
  if ('const' in schema && schema.const !== value) return true
  if (schema.not?.enum?.includes(value)) return true
  if (typeof value === 'number') return value < schema.minimum || value > schema.maximum
  if (typeof value !== 'string') return false
  if (value.length < schema.minLength) return true
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value)) return true
  return breaks !== undefined && schema.format === breaks
}

function isOfType(value: Json, type: string): boolean {
  if (type === 'null') return value === null
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value)
  return type === 'integer' ? Number.isInteger(value) : typeof value === type
}

/** The cases that may still hold for an object whatever becomes of one of its properties. */
export function selectAlive(cases: Case[], object: Json, except: string): Case[] {
  return cases.filter((schemas) => schemas.every((schema) => !isDead(schema, object, except)))
}

function isDead({ required = [], properties = {} }: Json, object: Json, except: string): boolean {
  return (
    required.some((name: string) => name !== except && !Object.hasOwn(object, name)) ||
    Object.entries(properties).some(
      ([name, schema]) => name !== except && Object.hasOwn(object, name) && refutes(schema, { value: object[name] }),
    )
  )
}

/** What holds for a property of that name. A case in which nothing is said of it has no schemas. */
export function expandProperty(contract: Json, cases: Case[], name: string): Case[] {
  return cases.flatMap((schemas) =>
    combine(schemas.flatMap((schema) => findProperties(schema, name)).map((schema) => expand(contract, schema))),
  )
}

export function expandItems(contract: Json, cases: Case[]): Case[] {
  return cases.flatMap((schemas) => combine(schemas.flatMap(({ items }) => (items ? [expand(contract, items)] : []))))
}

/** Whether an object of these cases, closed, may have a property of that name. */
export function isDeclared(cases: Case[], name: string): boolean {
  const schemas = cases.flat()
  const isOpen = schemas.every((schema) => !schema.properties && !schema.patternProperties)
  return isOpen || schemas.some((schema) => findProperties(schema, name).length > 0)
}

function findProperties({ properties = {}, patternProperties = {} }: Json, name: string): Json[] {
  return [
    ...(Object.hasOwn(properties, name) ? [properties[name]] : []),
    ...Object.keys(patternProperties)
      .filter((pattern) => new RegExp(pattern, 'u').test(name))
      .map((pattern) => patternProperties[pattern]),
  ]
}
