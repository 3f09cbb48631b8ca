import type { Json, Side } from '../change.ts'
import { findTarget, follow, type OpenApi } from '../document/document.ts'
import { asStrings, isObject, type JsonObject } from '../document/json.ts'
import { createIsCircular } from './in-place.ts'

const DATA = new Set(['enum', 'const', 'required', 'dependentRequired'])
const NAMED = new Set(['properties', 'patternProperties', 'dependentSchemas'])
/** Where a schema speaks of the value at hand rather than of a part of it. */
const IN_PLACE = new Set(['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependentSchemas'])
/** Words of OpenAPI or about the value, which a validator does not know or need. */
const DROPPED = new Set([
  '$anchor',
  '$comment',
  '$defs',
  '$dynamicAnchor',
  '$id',
  '$schema',
  'default',
  'definitions',
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

const MOST_DEFINITIONS = 4000

/** The schemas that are being read for the value at hand. */
type Chain = ReadonlySet<string>
const START: Chain = new Set()

/** A schema of the document as plain JSON Schema that holds all that it refers to, as one side sees it. */
export function toPlainSchema(document: OpenApi, schema: Json, side: Side): JsonObject {
  const definitions = new Map<string, Json>()
  const hidden = side === 'request' ? 'readOnly' : 'writeOnly'
  const isCircular = createIsCircular(document)
  const root = convert(schema, START)
  return { ...(isObject(root) ? root : { allOf: [root] }), $defs: Object.fromEntries(definitions) }

  function convert(node: Json, chain: Chain): Json {
    if (!isObject(node)) return node
    const copy: JsonObject = {}
    for (const [key, value] of Object.entries(node)) {
      if (DROPPED.has(key) || key.startsWith('x-')) continue
      const inner = IN_PLACE.has(key) ? chain : START
      if (key === '$ref') Object.assign(copy, refer(String(value), chain))
      else if (DATA.has(key)) copy[key] = value
      else if (NAMED.has(key) && isObject(value)) copy[key] = convertEach(value, inner)
      else
        copy[key] = Array.isArray(value)
          ? value.map((item) => (isObject(item) ? convert(item, inner) : item))
          : convert(value, inner)
    }
    return hide(node, copy)
  }

  function convertEach(schemas: JsonObject, chain: Chain): JsonObject {
    return Object.fromEntries(Object.entries(schemas).map(([key, value]) => [key, convert(value, chain)]))
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

  /** What leads back to itself says nothing more the second time. */
  function refer(reference: string, chain: Chain): JsonObject {
    const target = findTarget(document, reference)
    if (!target || chain.has(target.pointer)) return {}
    const inner: Chain = isCircular(target.pointer) ? new Set([...chain, target.pointer]) : START
    const name = [target.pointer, ...[...inner].toSorted()]
      .join(' ')
      .replaceAll(/[^a-zA-Z0-9_]/g, (letter) => `-${letter.charCodeAt(0)}-`)
    if (!definitions.has(name)) {
      if (definitions.size >= MOST_DEFINITIONS) throw new Error('its schemas lead to each other in too many ways')
      definitions.set(name, true)
      definitions.set(name, convert(target.node, inner))
    }
    return { $ref: `#/$defs/${name}` }
  }
}
