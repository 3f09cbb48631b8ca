import { componentName, mapChildren, type OpenApiDocument, type Schema } from '@seam-acs/spec/model'

/**
 * Collects schemas for the mock's validator: by name, without documentation, with references such as
 * `#/$defs/<name>`.
 */
export function collectDefinitions(document: OpenApiDocument) {
  const schemas: Record<string, Schema | boolean> = {}
  return { schemas, addSchema }

  /** Adds a schema and everything that it refers to, and returns its name; undefined if there is no schema. */
  function addSchema(name: string, schema: Schema | undefined): string | undefined {
    if (!schema) return undefined
    const component = componentName(schema)
    if (component !== undefined && Object.keys(schema).length === 1) return addComponent(component)
    schemas[name] = simplify(schema)
    return name
  }

  function addComponent(name: string): string {
    if (!Object.hasOwn(schemas, name)) {
      // Reserves the name first, because a part of the schema may refer to it.
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
    if (name === undefined) throw new Error(`${schema.$ref}: the mock supports references to whole components only.`)
    return `#/$defs/${addComponent(name)}`
  }
}

const annotations = /^(x-.*|deprecated|description|examples?|readOnly|title|writeOnly)$/

/**
 * RFC 3339 without leap seconds, which neither JavaScript's dates nor the client's validators support.
 * The mock's validator alone would also accept a space instead of the `T`.
 */
const dateTime = String.raw`^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:[0-5]\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$`

function restrictDateTime(schema: Schema): Schema {
  if (schema.format !== 'date-time') return schema
  const { pattern, ...others } = schema
  return { ...others, pattern: dateTime, ...(pattern && { allOf: [...(schema.allOf ?? []), { pattern }] }) }
}
