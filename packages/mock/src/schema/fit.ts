import type { Json, Schema } from '../contract.ts'
import type { Schemas } from './schemas.ts'

/**
 * A valid value: the candidate without what the schema does not declare or accept, with what it requires from `sample`,
 * which is valid where it is given. Undefined where the candidate cannot be made valid so.
 */
export function fit(schemas: Schemas, schema: Schema, candidate: Json, sample: Json): Json {
  const { accepts } = schemas
  const pruned = prune(schemas, schema, candidate)
  if (pruned === undefined || accepts(schema, pruned)) return pruned
  if (Array.isArray(pruned)) {
    const items = schemas.items(schema)
    const fitted = pruned.map((item, index) => fit(schemas, items, item, sample?.[index] ?? sample?.[0]))
    return ifAccepted(fitted.filter((item) => item !== undefined))
  }
  if (!isObject(pruned)) return undefined

  const required = new Set(schemas.parts(schema).flatMap((part) => part.required ?? []))
  const fitted = Object.entries(schemas.properties(schema)).flatMap(([name, inner]): [string, Json][] => {
    const shown = sample?.[name]
    const value = fit(schemas, inner, pruned[name], shown) ?? (required.has(name) ? shown : undefined)
    return value === undefined ? [] : [[name, value]]
  })
  const whole = ifAccepted(Object.fromEntries(fitted))
  if (whole !== undefined || !isObject(sample)) return whole
  // The properties do not go together, as those of two alternatives: as many of them as the sample takes.
  return fitted.reduce((value, [name, property]) => ifAccepted({ ...value, [name]: property }) ?? value, sample)

  function ifAccepted(value: Json): Json {
    return accepts(schema, value) ? value : undefined
  }
}

/** The value without properties that the schema does not declare, and without those that are undefined. */
export function prune(schemas: Schemas, schema: Schema, value: Json): Json {
  if (Array.isArray(value)) {
    const items = schemas.items(schema)
    return value.map((item) => prune(schemas, items, item))
  }
  if (!isObject(value)) return value
  const properties = schemas.properties(schema)
  const isMap = schemas.parts(schema).some((part) => part.additionalProperties || part.patternProperties)
  const isOpen = isMap || Object.keys(properties).length === 0
  const entries = Object.entries(value).flatMap(([name, inner]): [string, Json][] => {
    const property = properties[name]
    if (inner === undefined || (!property && !isOpen)) return []
    return [[name, property ? prune(schemas, property, inner) : inner]]
  })
  return Object.fromEntries(entries)
}

/** The body with the values that the API puts where the request has none. */
export function applyDefaults(schemas: Schemas, schema: Schema, body: Json): Json {
  if (!isObject(body)) return body
  const entries = Object.entries(schemas.properties(schema)).flatMap(([name, inner]): [string, Json][] => {
    const value = Object.hasOwn(body, name) ? body[name] : schemas.follow(inner)['default']
    return value === undefined ? [] : [[name, applyDefaults(schemas, inner, value)]]
  })
  return Object.fromEntries(entries)
}

export const isObject = (value: Json) => typeof value === 'object' && value !== null && !Array.isArray(value)
