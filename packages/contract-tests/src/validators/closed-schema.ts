import { listPossibleParts, mapChildren, type OpenApiDocument, type Schema } from '@seam-acs/spec/model'

/**
 * The schemas of an OpenAPI document, closed: a property that no schema declares is rejected.
 * The published schemas are open, because the API may grow; but an undeclared property in a recording must be noticed.
 *
 * The names come from every branch of an `anyOf`, matching or not: `acs_system_id` beside `acs_user_id` is declared,
 * though only the owner by user identity declares it. `unevaluatedProperties` would reject it.
 */
export function createClose(contract: OpenApiDocument): {
  close: (schema: Schema) => Schema
  closedSchemas: Record<string, Schema>
} {
  const schemas = Object.entries(contract.components?.schemas ?? {})
  return { close, closedSchemas: Object.fromEntries(schemas.map(([name, schema]) => [name, closeInside(schema)])) }

  /** For a schema that describes a value, as opposed to a branch of `allOf` or `anyOf`, which sees only its part of one. */
  function close(schema: Schema): Schema {
    const parts = listPossibleParts(contract, schema)
    const names = [...new Set(parts.flatMap(({ properties = {} }) => Object.keys(properties)))]
    const patterns = parts.flatMap(({ patternProperties = {} }) => Object.keys(patternProperties))
    const declared: Schema[] = [
      ...(names.length > 0 ? [{ enum: names }] : []),
      ...patterns.map((pattern) => ({ pattern })),
    ]
    const isOpen = parts.every(({ properties, patternProperties }) => !properties && !patternProperties)
    if (isOpen || parts.some(({ additionalProperties }) => additionalProperties)) return closeInside(schema)
    return { ...closeInside(schema), propertyNames: { anyOf: declared.length > 0 ? declared : [{ not: {} }] } }
  }

  function closeInside(schema: Schema): Schema {
    return mapChildren(schema, (child, [keyword]) => {
      if (typeof child === 'boolean' || keyword === 'not' || keyword === 'propertyNames') return child
      return keyword === 'allOf' || keyword === 'anyOf' || keyword === 'oneOf' ? closeInside(child) : close(child)
    })
  }
}

/** A schema that stands outside the document, with its references pointing back into it. */
export function pointInto(id: string, schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', `"$ref":"${id}#/`))
}
