import type { Json, Schema } from '../contract.ts'
import type { Schemas } from './schemas.ts'

/**
 * Makes a candidate valid: removes what the schema does not declare or accept, and adds required properties from
 * `sample`.
 * Returns undefined if that does not make it valid.
 *
 * @param sample A valid value, if there is one.
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
  // The properties exclude each other, such as those of two alternatives: keeps as many as fit the sample.
  return fitted.reduce((value, [name, property]) => ifAccepted({ ...value, [name]: property }) ?? value, sample)

  function ifAccepted(value: Json): Json {
    return accepts(schema, value) ? value : undefined
  }
}

/**
 * Removes properties that are undefined or that the schema does not declare, and orders the others as in the schema.
 */
export function prune(schemas: Schemas, schema: Schema, value: Json): Json {
  if (Array.isArray(value)) {
    const items = schemas.items(schema)
    return value.map((item) => prune(schemas, items, item))
  }
  if (!isObject(value)) return value
  const properties = schemas.properties(schema)
  const isMap = schemas.parts(schema).some((part) => part.additionalProperties || part.patternProperties)
  const isOpen = isMap || Object.keys(properties).length === 0
  const names = new Set([...Object.keys(properties), ...(isOpen ? Object.keys(value) : [])])
  const entries = [...names]
    .filter((name) => Object.hasOwn(value, name) && value[name] !== undefined)
    .map((name) => [name, properties[name] ? prune(schemas, properties[name], value[name]) : value[name]])
  return Object.fromEntries(entries)
}

/** Adds the API's default values. */
export function applyDefaults(schemas: Schemas, schema: Schema, value: Json): Json {
  if (!isObject(value)) return value
  const entries = Object.entries(schemas.properties(schema)).flatMap(([name, inner]): [string, Json][] => {
    const given = Object.hasOwn(value, name) ? value[name] : schemas.follow(inner)['default']
    return given === undefined ? [] : [[name, applyDefaults(schemas, inner, given)]]
  })
  return { ...value, ...Object.fromEntries(entries) }
}

export const isObject = (value: Json) => typeof value === 'object' && value !== null && !Array.isArray(value)
