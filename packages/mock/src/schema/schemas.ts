import { dereference, validate, type OutputUnit } from '@cfworker/json-schema'
import type { Json, Schema } from '../contract.ts'

export interface Schemas {
  /** The schema that a reference leads to, or the schema itself. */
  follow(schema: Schema): Schema
  /** Every property that a schema declares, in any branch. */
  properties(schema: Schema): Record<string, Schema>
  /** The schema of an array's items; the schema that accepts everything if there is none. */
  items(schema: Schema): Schema
  /** All parts of a schema, including every branch of its alternatives, with references resolved. */
  parts(schema: Schema): Schema[]
  /** The errors of a value; empty if it is valid. */
  check(schema: Schema, value: Json): OutputUnit[]
  accepts(schema: Schema, value: Json): boolean
}

export function createSchemas(definitions: Record<string, Schema>): Schemas {
  const lookup = dereference({ $defs: definitions })

  const [parts, properties] = [remember(listParts), remember(collectProperties)]

  return {
    follow,
    properties,
    items: remember((schema) => (parts(schema).find(({ items }) => items)?.items ?? {}) as Schema),
    parts,
    check: (schema, value) => validate(value, schema, '2020-12', lookup, false).errors,
    accepts: (schema, value) => validate(value, schema, '2020-12', lookup).valid,
  }

  function follow(schema: Schema): Schema {
    return schema.$ref ? follow(definitions[schema.$ref.slice('#/$defs/'.length)] as Schema) : schema
  }

  function listParts(schema: Schema): Schema[] {
    const { $ref, allOf = [], anyOf = [], oneOf = [], ...own } = schema
    return [own, ...($ref ? parts(follow({ $ref })) : []), ...[...allOf, ...anyOf, ...oneOf].flatMap(parts)]
  }

  function collectProperties(schema: Schema): Record<string, Schema> {
    const all: Record<string, Schema> = Object.create(null)
    for (const part of parts(schema)) {
      for (const [name, property] of Object.entries(part.properties ?? {})) {
        // A value that one branch rejects can be valid in another.
        all[name] = all[name] ? { anyOf: [all[name], property as Schema] } : (property as Schema)
      }
    }
    return all
  }
}

/** Computes what a function says of a schema only once. */
function remember<Result>(compute: (schema: Schema) => Result): (schema: Schema) => Result {
  const known = new WeakMap<Schema, Result>()
  return (schema) => {
    const result = known.get(schema) ?? compute(schema)
    known.set(schema, result)
    return result
  }
}
