import { mapChildren, type Json, type Schema } from '@seam-acs/spec/model'
import { formats, keywords } from '@seam-acs/spec/schema-keywords'
import type { Dropped } from './dropped.ts'

/** A schema of OpenAPI 3.0 in house style, with the same meaning apart from what is counted as dropped. */
export function importSchema(schema: Json, dropped: Dropped): Schema {
  if (schema.$ref !== undefined) {
    // OpenAPI 3.0 ignores keywords beside a reference.
    dropped.add('keywords beside `$ref`', Object.keys(schema).length - 1)
    return { $ref: schema.$ref }
  }
  const renamed = allowNull(renameConstants(renameBounds(renameAlternatives(schema))))
  return orderKeys(dropUnsupported(mapChildren(renamed, (child) => importChild(child, dropped)) as Json, dropped))
}

/** Imports a schema within a schema; `additionalProperties` may be a boolean. */
function importChild(child: Json, dropped: Dropped): Json {
  if (typeof child === 'object') return importSchema(child, dropped)
  return child ? {} : false
}

/** `oneOf` becomes `anyOf`, and a single alternative is merged into the schema. */
function renameAlternatives({ oneOf, ...schema }: Json): Json {
  if (!oneOf) return schema
  return oneOf.length === 1 ? { ...oneOf[0], ...schema } : { ...schema, anyOf: oneOf }
}

/** `minimum: 0, exclusiveMinimum: true` becomes `exclusiveMinimum: 0`. */
function renameBounds(schema: Json): Json {
  const renamed = { ...schema }
  for (const bound of ['Minimum', 'Maximum']) {
    const exclusive = renamed[`exclusive${bound}`]
    if (typeof exclusive !== 'boolean') continue
    delete renamed[`exclusive${bound}`]
    if (!exclusive) continue
    renamed[`exclusive${bound}`] = renamed[bound.toLowerCase()]
    delete renamed[bound.toLowerCase()]
  }
  return renamed
}

function renameConstants({ enum: values, ...schema }: Json): Json {
  if (!values) return schema
  return values.length === 1 && !schema.nullable ? { ...schema, const: values[0] } : { ...schema, enum: values }
}

/** The vendor writes `nullable` without a type for a property that is always null. */
function allowNull({ nullable, ...schema }: Json): Json {
  if (nullable !== true) return schema
  const { type, enum: values, anyOf, allOf, ...others } = schema
  if (anyOf) return { ...schema, anyOf: [...anyOf, { type: 'null' }] }
  if (allOf) return { ...others, anyOf: [{ ...(type && { type }), allOf }, { type: 'null' }] }
  if (type === undefined) return { ...schema, type: 'null' }
  return { ...schema, type: [type, 'null'], ...(values && !values.includes(null) && { enum: [...values, null] }) }
}

function dropUnsupported(schema: Json, dropped: Dropped): Json {
  const kept = Object.entries(schema).filter(([keyword, value]) => {
    const kind = findUnsupported(keyword, value)
    if (kind) dropped.add(kind)
    return !kind
  })
  return Object.fromEntries(kept)
}

function findUnsupported(keyword: string, value: unknown): string | undefined {
  if (!Object.hasOwn(keywords, keyword)) return `\`${keyword}\``
  if (keyword === 'format' && !Object.hasOwn(formats, value as string)) return `\`format: ${value}\``
  if (keyword === 'additionalProperties' && value === false) return '`additionalProperties: false`'
  return undefined
}

/** The order that lint requires: the keys as below, and names alphabetically. */
function orderKeys({ type, description, required, properties, ...others }: Json): Schema {
  const names = Object.keys(properties ?? {}).toSorted()
  return {
    ...(type && { type }),
    ...(description && { description }),
    ...(required?.length > 0 && { required: [...new Set<string>(required)].toSorted() }),
    ...(properties && { properties: Object.fromEntries(names.map((name) => [name, properties[name]])) }),
    ...others,
  }
}
