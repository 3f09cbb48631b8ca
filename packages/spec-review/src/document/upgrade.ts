import type { Json } from '../change.ts'
import type { JsonObject } from './json.ts'
import { mapObjects } from './object-types.ts'

/** A 3.0 document in the syntax of 3.1. */
export function upgrade(document: Json): Json {
  return mapObjects(document, 'document', (node, kind) => {
    // What stands beside a reference says nothing in 3.0, except in a path item.
    if (typeof node['$ref'] === 'string' && kind !== 'pathItem') return { $ref: node['$ref'] }
    return kind === 'schema' ? allowNull(moveExclusive(node)) : node
  })
}

/** The two booleans are numbers of their own in 3.1. */
function moveExclusive(schema: JsonObject): JsonObject {
  const copy = { ...schema }
  for (const [flag, bound] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    const { [flag]: isExclusive, [bound]: value } = schema
    if (typeof isExclusive !== 'boolean') continue
    delete copy[flag]
    if (!isExclusive || value === undefined) continue
    copy[flag] = value
    delete copy[bound]
  }
  return copy
}

const COMPOUND = ['allOf', 'anyOf', 'oneOf']
const CONSTRAINT = [...COMPOUND, 'enum', 'not', 'properties', 'required', 'type']

/** `nullable` adds null to all that stands beside it. Strictly it adds to a `type` only, but people and generators read it so. */
function allowNull({ nullable, ...schema }: JsonObject): JsonObject {
  if (nullable !== true) return schema
  if (COMPOUND.some((keyword) => schema[keyword] !== undefined)) {
    const own = Object.entries(schema).filter(([key]) => CONSTRAINT.includes(key))
    const rest = Object.entries(schema).filter(([key]) => !CONSTRAINT.includes(key))
    return { ...Object.fromEntries(rest), anyOf: [Object.fromEntries(own), { type: 'null' }] }
  }
  const { type, enum: values } = schema
  return {
    ...schema,
    ...(typeof type === 'string' && { type: [type, 'null'] }),
    ...(Array.isArray(values) && !values.includes(null) && { enum: [...values, null] }),
  }
}
