import { isObject } from '../ledger/demands.ts'
import { readShape, type Property } from '../ledger/shape.ts'
import type { Json } from '../recording.ts'
import type { Rule } from './coherence.ts'
import { assign, type Mend } from './mends.ts'

/** The rule that a credential says what its request said, wherever both have a property of one name. */
export function createEchoRule(contract: Json, requestSchema: Json, resultSchema: Json): Rule {
  return (request, credential) => {
    const codes = new Set((credential.warnings ?? []).map((warning: Json) => warning.warning_code))
    const excused = new Set([
      ...(codes.has('requested_code_unavailable') ? ['code'] : []),
      ...(codes.has('schedule_modified') ? ['starts_at', 'ends_at'] : []),
      // A kind that no request knows yet.
      ...(String(credential.access_method).endsWith('_of_tomorrow') ? ['access_method'] : []),
    ])
    return compare(request, credential, requestSchema, resultSchema, excused)
  }

  function compare(asked: Json, given: Json, askedSchema: Json, givenSchema: Json, excused = new Set<string>()) {
    for (const [property, schema] of listShared(askedSchema, givenSchema)) {
      const mends = excused.has(property.name) ? undefined : compareProperty(asked, given, property, schema)
      if (mends) return mends
    }
    return undefined
  }

  function compareProperty(
    asked: Json,
    given: Json,
    { name, schema }: Property,
    givenSchema: Json,
  ): Mend[] | undefined {
    const [one = schema.default, other] = [asked[name], given[name]]
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
  function listShared(one: Json, other: Json): [Property, Json][] {
    const others = readShape(contract, other).properties
    return readShape(contract, one).properties.flatMap((property) =>
      others.filter(({ name }) => name === property.name).map(({ schema }): [Property, Json] => [property, schema]),
    )
  }
}

function pick(value: Json, properties: [Property, Json][]): Json {
  return Object.fromEntries(
    properties.filter(([{ name }]) => name in value).map(([{ name }]) => [name, structuredClone(value[name])]),
  )
}
