import { listPossibleParts, mapChildren, type OpenApiDocument, type Schema } from '@seam-acs/spec/model'

/**
 * The schemas of an OpenAPI document, closed: a property that no schema declares is rejected.
 * The published schemas are open, because the API may grow, but an undeclared property in a recording must be reported.
 *
 * A name counts as declared if any branch of an `anyOf` declares it: `acs_system_id` is allowed beside `acs_user_id`,
 * although only `user_identity_owner` declares it. `unevaluatedProperties` would reject it.
 */
export function createClose(contract: OpenApiDocument): {
  close: (schema: Schema) => Schema
  closedSchemas: Record<string, Schema>
} {
  const schemas = Object.entries(contract.components?.schemas ?? {})
  return { close, closedSchemas: Object.fromEntries(schemas.map(([name, schema]) => [name, closeInside(schema)])) }

  /** Closes a schema that describes a whole value, unlike a branch of `allOf` or `anyOf`. */
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

/** A copy of a schema for use outside of the document, with its references into the document. */
export function pointInto(id: string, schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', `"$ref":"${id}#/`))
}
