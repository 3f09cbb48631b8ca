import { dereference, validate, type OutputUnit } from '@cfworker/json-schema'
import type { Json, Schema } from '../contract.ts'

export interface Schemas {
  /** A schema behind its references. */
  follow(schema: Schema): Schema
  /** Every property that a schema declares, in whichever branch. */
  properties(schema: Schema): Record<string, Schema>
  /** The schema of an array's items; one that accepts everything where it says nothing of them. */
  items(schema: Schema): Schema
  /** The parts that hold together and, of each alternative, all branches; none of them refers to another. */
  parts(schema: Schema): Schema[]
  /** What is wrong with a value; empty where nothing is. */
  check(schema: Schema, value: Json): OutputUnit[]
  accepts(schema: Schema, value: Json): boolean
}

export function createSchemas(definitions: Record<string, Schema>): Schemas {
  const lookup = dereference({ $defs: definitions })

  function check(schema: Schema, value: Json): OutputUnit[] {
    return attempt(false) ?? attempt(true) ?? [tooDeep]

    /** Undefined where the validator runs out of stack: over many problems, unless it stops at the first, or deep nesting. */
    function attempt(stopsAtFirst: boolean): OutputUnit[] | undefined {
      try {
        return validate(value, schema, '2020-12', lookup, stopsAtFirst).errors
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        return undefined
      }
    }
  }

  return {
    follow,
    properties,
    items: (schema) => (parts(schema).find(({ items }) => items)?.items ?? {}) as Schema,
    parts,
    check,
    accepts: (schema, value) => validate(value, schema, '2020-12', lookup).valid,
  }

  function follow(schema: Schema): Schema {
    return schema.$ref ? follow(definitions[schema.$ref.slice('#/$defs/'.length)] as Schema) : schema
  }

  function parts(schema: Schema): Schema[] {
    const { $ref, allOf = [], anyOf = [], oneOf = [], ...own } = schema
    return [own, ...($ref ? parts(follow({ $ref })) : []), ...[...allOf, ...anyOf, ...oneOf].flatMap(parts)]
  }

  function properties(schema: Schema): Record<string, Schema> {
    const all: Record<string, Schema> = Object.create(null)
    for (const part of parts(schema)) {
      for (const [name, property] of Object.entries(part.properties ?? {})) {
        // What one branch refuses, another may accept.
        all[name] = all[name] ? { anyOf: [all[name], property as Schema] } : (property as Schema)
      }
    }
    return all
  }
}

const tooDeep: OutputUnit = {
  keyword: 'depth',
  keywordLocation: '#/depth',
  instanceLocation: '#',
  error: 'Nested too deeply',
}
