import type { Json, Side } from '../change.ts'
import { findTarget, follow, type OpenApi } from '../document/document.ts'
import { asStrings, isObject, type JsonObject } from '../document/json.ts'

const DATA = new Set(['enum', 'const', 'required', 'dependentRequired'])
const NAMED = new Set(['properties', 'patternProperties', 'dependentSchemas'])
/** Words of OpenAPI or about the value, which a validator does not know or need. */
const DROPPED = new Set([
  '$anchor',
  '$comment',
  '$id',
  '$schema',
  'default',
  'deprecated',
  'description',
  'discriminator',
  'example',
  'examples',
  'externalDocs',
  'readOnly',
  'title',
  'writeOnly',
  'xml',
])

/** Stands for a member that the side never sends: anything goes, and its name is as good as undeclared. */
export const HIDDEN = { $comment: 'hidden' }

/** A schema of the document as plain JSON Schema that holds all that it refers to, as one side sees it. */
export function toPlainSchema(document: OpenApi, schema: Json, side: Side): JsonObject {
  const definitions = new Map<string, Json>()
  const hidden = side === 'request' ? 'readOnly' : 'writeOnly'
  const root = convert(schema)
  return { ...(isObject(root) ? root : { allOf: [root] }), $defs: Object.fromEntries(definitions) }

  function convert(node: Json): Json {
    if (!isObject(node)) return node
    const copy: JsonObject = {}
    for (const [key, value] of Object.entries(node)) {
      if (DROPPED.has(key) || key.startsWith('x-')) continue
      if (key === '$ref') Object.assign(copy, refer(String(value)))
      else if (DATA.has(key)) copy[key] = value
      else if (NAMED.has(key) && isObject(value)) copy[key] = convertEach(value)
      else
        copy[key] = Array.isArray(value) ? value.map((item) => (isObject(item) ? convert(item) : item)) : convert(value)
    }
    return hide(node, copy)
  }

  function convertEach(schemas: JsonObject): JsonObject {
    return Object.fromEntries(Object.entries(schemas).map(([key, value]) => [key, convert(value)]))
  }

  /** What this side never sends is neither needed nor looked at. */
  function hide(node: JsonObject, copy: JsonObject): JsonObject {
    const { properties } = node
    if (!isObject(properties) || !isObject(copy['properties'])) return copy
    const names = Object.keys(properties).filter((name) => {
      const place = { node: properties[name]!, pointer: '' }
      return (isObject(place.node) && place.node[hidden] === true) || follow(document, place)?.node[hidden] === true
    })
    if (names.length === 0) return copy
    const shown = { ...copy['properties'], ...Object.fromEntries(names.map((name) => [name, HIDDEN])) }
    const required = asStrings(copy['required']).filter((name) => !names.includes(name))
    return { ...copy, properties: shown, required }
  }

  function refer(reference: string): JsonObject {
    const target = findTarget(document, reference)
    if (!target) return {}
    const name = target.pointer.replaceAll(/[^a-zA-Z0-9_]/g, (letter) => `-${letter.charCodeAt(0)}-`)
    if (!definitions.has(name)) {
      definitions.set(name, true)
      definitions.set(name, convert(target.node))
    }
    return { $ref: `#/$defs/${name}` }
  }
}
