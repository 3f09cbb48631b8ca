import { resolve, type Json, type OpenApiDocument, type Schema } from '@seam-acs/spec/model'
import { isObject } from '../ledger/demands.ts'
import { readShape, type ShapeProperty } from '../ledger/shape.ts'
import type { Repair, Rule } from './rule.ts'

/** Sets a property, or removes it for undefined. */
export function assign(object: Json, name: string, value: Json): void {
  if (value === undefined) delete object[name]
  else if (isObject(object)) object[name] = value
}

/** The rule that an object says what its request said, wherever both have a property of one name. */
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
    { name, schema }: ShapeProperty,
    givenSchema: Schema,
  ): Repair[] | undefined {
    const [one = resolve(contract, schema).default, other] = [asked[name], given[name]] as Json[]
    if (isObject(one) && isObject(other)) return compare(one, other, schema, givenSchema)
    const echo = isObject(one) ? pick(one, listShared(schema, givenSchema)) : one
    const isEchoed = JSON.stringify(echo) === JSON.stringify(other)
    // What was not asked for may be given, and what has a default need not be mentioned.
    if (isEchoed || one === undefined || (other === undefined && asked[name] === undefined)) return undefined
    return [
      () => assign(given, name, structuredClone(echo)),
      () => assign(asked, name, structuredClone(other ?? undefined)),
      () => assign(asked, name, undefined),
      () => assign(given, name, undefined),
    ]
  }

  /** The properties of the one schema that the other one has as well, each with its schema there. */
  function listShared(one: Schema, other: Schema): [ShapeProperty, Schema][] {
    const others = readShape(contract, other).properties
    return readShape(contract, one).properties.flatMap((property) =>
      others
        .filter(({ name }) => name === property.name)
        .map(({ schema }): [ShapeProperty, Schema] => [property, schema]),
    )
  }
}

function pick(value: Json, properties: [ShapeProperty, Schema][]): Json {
  return Object.fromEntries(
    properties.filter(([{ name }]) => name in value).map(([{ name }]) => [name, structuredClone(value[name])]),
  )
}
