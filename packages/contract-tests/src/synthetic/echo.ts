import { resolve, type Json, type OpenApiDocument, type Schema } from '@seam-acs/spec/model'
import { isObject } from '../ledger/conditions.ts'
import { mergeSchema, type MergedProperty } from '../ledger/merged-schema.ts'
import type { Repair, Rule } from './rule.ts'

/** Sets a property, or removes it for undefined. */
export function assign(object: Json, name: string, value: Json): void {
  if (value === undefined) delete object[name]
  else if (isObject(object)) object[name] = value
}

/** The rule that an object repeats the properties of its request that it has, too. */
export function createEchoRule(
  contract: OpenApiDocument,
  requestSchema: Schema,
  objectSchema: Schema,
  listExcused: (object: Json) => string[],
): Rule {
  return (request, object) => compare(request, object, requestSchema, objectSchema, listExcused(object))

  function compare(asked: Json, given: Json, askedSchema: Schema, givenSchema: Schema, excused: string[] = []) {
    for (const [property, schema] of listShared(askedSchema, givenSchema)) {
      const repairs = excused.includes(property.name) ? undefined : compareProperty(asked, given, property, schema)
      if (repairs) return repairs
    }
    return undefined
  }

  function compareProperty(
    asked: Json,
    given: Json,
    { name, schema }: MergedProperty,
    givenSchema: Schema,
  ): Repair[] | undefined {
    const [one = resolve(contract, schema).default, other] = [asked[name], given[name]] as Json[]
    if (isObject(one) && isObject(other)) return compare(one, other, schema, givenSchema)
    const echo = isObject(one) ? pick(one, listShared(schema, givenSchema)) : one
    const isEchoed = JSON.stringify(echo) === JSON.stringify(other)
    // A response may have more than was requested, and need not repeat a default.
    if (isEchoed || one === undefined || (other === undefined && asked[name] === undefined)) return undefined
    return [
      () => assign(given, name, structuredClone(echo)),
      () => assign(asked, name, structuredClone(other ?? undefined)),
      () => assign(asked, name, undefined),
      () => assign(given, name, undefined),
    ]
  }

  /** The properties that both schemas have, each with its schema in the second one. */
  function listShared(one: Schema, other: Schema): [MergedProperty, Schema][] {
    const others = mergeSchema(contract, other).properties
    return mergeSchema(contract, one).properties.flatMap((property) =>
      others
        .filter(({ name }) => name === property.name)
        .map(({ schema }): [MergedProperty, Schema] => [property, schema]),
    )
  }
}

function pick(value: Json, properties: [MergedProperty, Schema][]): Json {
  return Object.fromEntries(
    properties.filter(([{ name }]) => name in value).map(([{ name }]) => [name, structuredClone(value[name])]),
  )
}
