import {
  listAlternatives,
  listParts,
  listPropertySchemas,
  listTypes,
  type Json,
  type OpenApiDocument,
  type Schema,
} from '@seam-acs/spec/model'

/** Schemas without `$ref`, `allOf` and `anyOf` that hold for a value together. */
export type Case = Schema[]

/** A value that replaces another one. `breaks` is a format that it is known not to have. */
export interface Replacement {
  value: Json
  breaks?: string
}

/** Every way to meet a schema: a value is valid if it is so in one of the cases. */
export function expand(contract: OpenApiDocument, schema: Schema): Case[] {
  return combine(
    listParts(contract, schema).map((part) => {
      const { anyOf: _anyOf, oneOf: _oneOf, ...simple } = part
      const branches = listAlternatives(part)
      if (branches.length === 0) return [[simple]]
      return branches.flatMap((branch) => expand(contract, branch)).map((schemas) => [simple, ...schemas])
    }),
  )
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

function refutes(schema: Schema, { value, breaks }: Replacement): boolean {
  const types = listTypes(schema)
  if (types.length > 0 && !types.some((type) => isOfType(value, type))) return true
  if (schema.enum && !schema.enum.includes(value)) return true
  if (schema.const !== undefined && schema.const !== value) return true
  if (schema.not?.enum?.includes(value)) return true
  if (typeof value === 'number') return value < (schema.minimum ?? value) || value > (schema.maximum ?? value)
  if (typeof value !== 'string') return false
  if (value.length < (schema.minLength ?? 0)) return true
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

function isDead({ required = [], properties = {} }: Schema, object: Json, except: string): boolean {
  return (
    required.some((name: string) => name !== except && !Object.hasOwn(object, name)) ||
    Object.entries(properties).some(
      ([name, schema]) => name !== except && Object.hasOwn(object, name) && refutes(schema, { value: object[name] }),
    )
  )
}

/** What holds for a property of that name. A case in which nothing is said of it has no schemas. */
export function expandProperty(contract: OpenApiDocument, cases: Case[], name: string): Case[] {
  return cases.flatMap((schemas) =>
    combine(schemas.flatMap((schema) => listPropertySchemas(schema, name)).map((schema) => expand(contract, schema))),
  )
}

export function expandItems(contract: OpenApiDocument, cases: Case[]): Case[] {
  return cases.flatMap((schemas) => combine(schemas.flatMap(({ items }) => (items ? [expand(contract, items)] : []))))
}

/** Whether an object of these cases, closed, may have a property of that name. */
export function isDeclared(cases: Case[], name: string): boolean {
  const schemas = cases.flat()
  const isOpen = schemas.every((schema) => !schema.properties && !schema.patternProperties)
  return isOpen || schemas.some((schema) => listPropertySchemas(schema, name).length > 0)
}
