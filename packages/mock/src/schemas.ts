import { dereference, validate, type OutputUnit } from '@cfworker/json-schema'
import type { Json, Schema } from './contract.ts'

export interface Schemas {
  /** A schema behind its references. */
  follow(schema: Schema): Schema
  /** Every property that a schema declares, in whichever branch. */
  properties(schema: Schema): Record<string, Schema>
  /** The values that an enum lists, though it may be open. */
  listed(schema: Schema): Json[]
  /** What is wrong with a value; empty where nothing is. */
  check(schema: Schema, value: Json): OutputUnit[]
  accepts(schema: Schema, value: Json): boolean
}

export function createSchemas(definitions: Record<string, Schema>): Schemas {
  const lookup = dereference({ $defs: definitions })

  function check(schema: Schema, value: Json): OutputUnit[] {
    try {
      return validate(value, schema, '2020-12', lookup, false).errors
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      // So many problems that the validator runs out of stack: the first is enough.
      return validate(value, schema, '2020-12', lookup).errors
    }
  }

  return {
    follow,
    properties: (schema) => Object.assign({}, ...parts(schema).map(({ properties }) => properties)),
    listed: (schema) => parts(schema).flatMap((part) => part.enum ?? []),
    check,
    accepts: (schema, value) => check(schema, value).length === 0,
  }

  function follow(schema: Schema): Schema {
    return schema.$ref ? follow(definitions[schema.$ref.slice('#/$defs/'.length)] as Schema) : schema
  }

  function parts(schema: Schema): Schema[] {
    const { allOf = [], anyOf = [], oneOf = [], ...rest } = follow(schema)
    return [rest, ...[...allOf, ...anyOf, ...oneOf].flatMap(parts)]
  }
}
