import type { Json, Schema } from './contract.ts'
import type { Schemas } from './schemas.ts'
import type { Seeded } from './seeded.ts'

/**
 * An object with the properties that the schema declares: those of `candidate` where the schema accepts them, and
 * where one that is required is missing, that of `example` or one made up.
 */
export function fill(schemas: Schemas, seeded: Seeded, schema: Schema, candidate: Json, example?: Json): Json {
  const required = requiredOf(schema)
  const entries = Object.entries(schemas.properties(schema)).flatMap(([name, inner]): [string, Json][] => {
    const value = isObject(candidate[name]) ? fillInner(inner, candidate[name]) : candidate[name]
    if (value !== undefined && schemas.accepts(inner, value)) return [[name, value]]
    if (!required.has(name)) return []
    const shown = example?.[name]
    return [[name, shown !== undefined && schemas.accepts(inner, shown) ? shown : makeUp(inner, name)]]
  })
  return Object.fromEntries(entries)

  function fillInner(inner: Schema, value: Json): Json {
    return Object.keys(schemas.properties(inner)).length > 0 ? fill(schemas, seeded, inner, value) : value
  }

  function requiredOf(part: Schema): Set<string> {
    const { required: own = [], allOf = [] } = schemas.follow(part)
    return new Set([...own, ...allOf.flatMap((each) => [...requiredOf(each)])])
  }

  function makeUp(part: Schema, name: string): Json {
    const {
      const: constant,
      enum: values,
      type,
      format,
      anyOf,
      allOf,
      minLength = 0,
      minimum = 0,
    } = schemas.follow(part)
    if (constant !== undefined) return constant
    if (values) return values[0]
    if (anyOf ?? allOf) return makeUp((anyOf ?? allOf)![0]!, name)
    switch ([type].flat()[0]) {
      case 'object':
        return fill(schemas, seeded, part, {})
      case 'array':
        return []
      case 'string':
        if (format === 'uuid') return seeded.uuid(name)
        return format === 'date-time' ? '2025-06-16T16:54:17.946000Z' : name.padEnd(minLength, '.')
      case 'number':
      case 'integer':
        return minimum
      case 'boolean':
        return false
      default:
        return null
    }
  }
}

/** The body with the values that the API puts where the request has none. */
export function applyDefaults(schemas: Schemas, schema: Schema, body: Json): Json {
  const entries = Object.entries(schemas.properties(schema)).flatMap(([name, inner]): [string, Json][] => {
    const value = Object.hasOwn(body, name) ? body[name] : schemas.follow(inner)['default']
    if (value === undefined) return []
    return [[name, isObject(value) ? applyDefaults(schemas, inner, value) : value]]
  })
  return Object.fromEntries(entries)
}

const isObject = (value: Json) => typeof value === 'object' && value !== null && !Array.isArray(value)
