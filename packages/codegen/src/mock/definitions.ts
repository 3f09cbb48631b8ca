import { componentName, mapChildren, type OpenApiDocument, type Schema } from '@seam-acs/spec/model'

/** Schemas as the mock validates with them: without documentation, by name, referring to each other as `#/$defs/<name>`. */
export function collectDefinitions(document: OpenApiDocument) {
  const schemas: Record<string, Schema | boolean> = {}
  return { schemas, addSchema }

  /** The name under which a schema and what it refers to are among `schemas`; undefined without one. */
  function addSchema(name: string, schema: Schema | undefined): string | undefined {
    if (!schema) return undefined
    const component = componentName(schema)
    if (component !== undefined && Object.keys(schema).length === 1) return addComponent(component)
    schemas[name] = simplify(schema)
    return name
  }

  function addComponent(name: string): string {
    if (!Object.hasOwn(schemas, name)) {
      // Before its own parts, which may refer to it.
      schemas[name] = true
      schemas[name] = simplify(document.components!.schemas![name]!)
    }
    return name
  }

  function simplify(schema: Schema): Schema {
    if (typeof schema !== 'object') return schema
    const entries = Object.entries(mapChildren(schema, simplify))
      .filter(([keyword]) => !annotations.test(keyword))
      .map(([keyword, value]) => (keyword === '$ref' ? [keyword, toDefinition(schema)] : [keyword, value]))
    return restrictDateTime(Object.fromEntries(entries))
  }

  function toDefinition(schema: Schema): string {
    const name = componentName(schema)
    if (name === undefined) throw new Error(`${schema.$ref}: the mock takes references to whole components only.`)
    return `#/$defs/${addComponent(name)}`
  }
}

const annotations = /^(x-.*|deprecated|description|examples?|readOnly|title|writeOnly)$/

/**
 * RFC 3339 without leap seconds, which neither JavaScript's dates nor the client's validators know.
 * The mock's validator by itself lets a blank pass for the `T`.
 */
const dateTime = String.raw`^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:[0-5]\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$`

function restrictDateTime(schema: Schema): Schema {
  if (schema.format !== 'date-time') return schema
  const { pattern, ...others } = schema
  return { ...others, pattern: dateTime, ...(pattern && { allOf: [...(schema.allOf ?? []), { pattern }] }) }
}
