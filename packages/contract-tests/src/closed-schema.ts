import type { Json } from './recording.ts'

/**
 * The schemas of an OpenAPI document, closed: a property that no schema declares is refused.
 * The published schemas are open, for the API may grow; a recording with an undeclared property is news all the same.
 *
 * The names come from every branch of an `anyOf`, matching or not: `acs_system_id` beside `acs_user_id` is declared,
 * though only the owner by user identity declares it. `unevaluatedProperties` would refuse it.
 */
export function createClose(schemas: Json): { close: (schema: Json) => Json; closedSchemas: Json } {
  return { close, closedSchemas: mapValues(schemas, closeInside) }

  /** For a schema that describes a value, as opposed to a branch of `allOf` or `anyOf`, which sees only its part of one. */
  function close(schema: Json): Json {
    const { names, patterns } = collectDeclared(schema)
    const isDeclared = [{ enum: names }, ...patterns.map((pattern) => ({ pattern }))].slice(names.length > 0 ? 0 : 1)
    if (isDeclared.length === 0) return closeInside(schema)
    return { ...closeInside(schema), propertyNames: isDeclared.length > 1 ? { anyOf: isDeclared } : isDeclared[0] }
  }

  function closeInside(schema: Json): Json {
    const closed = { ...schema }
    for (const keyword of ['properties', 'patternProperties']) {
      if (closed[keyword]) closed[keyword] = mapValues(closed[keyword], close)
    }
    if (closed.items) closed.items = close(closed.items)
    for (const keyword of ['allOf', 'anyOf']) {
      if (closed[keyword]) closed[keyword] = closed[keyword].map(closeInside)
    }
    return closed
  }

  function collectDeclared(schema: Json): { names: string[]; patterns: string[] } {
    const { $ref, properties = {}, patternProperties = {}, allOf = [], anyOf = [] } = schema
    const branches = [...allOf, ...anyOf, ...($ref ? [schemas[$ref.split('/').at(-1)]] : [])].map(collectDeclared)
    return {
      names: [...new Set([...Object.keys(properties), ...branches.flatMap(({ names }) => names)])],
      patterns: [...Object.keys(patternProperties), ...branches.flatMap(({ patterns }) => patterns)],
    }
  }
}

function mapValues(object: Json, change: (value: Json) => Json): Json {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]))
}
