import type { Json, Side } from '../change.ts'
import { findTarget, follow, type OpenApi } from '../document/document.ts'
import { asArray, asStrings, asText, isObject, type JsonObject, toKey, words } from '../document/json.ts'
import { closuresOf } from '../document/closure.ts'
import { createIsCircular } from './in-place.ts'

const DATA = new Set(['enum', 'const', 'required', 'dependentRequired'])
const NAMED = new Set(['properties', 'patternProperties', 'dependentSchemas'])
/** Where a schema speaks of the value at hand rather than of a part of it. */
const IN_PLACE = new Set(['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependentSchemas'])
/** Words of OpenAPI or about the value, which a validator does not know or need. */
const DROPPED = new Set([
  ...words(
    '$anchor $comment $defs $dynamicAnchor $id $schema default definitions deprecated description discriminator',
  ),
  ...words('example examples externalDocs nullable readOnly title writeOnly xml'),
])
/** What makes a schema large enough to have a name. */
const LARGE = words('properties patternProperties allOf anyOf oneOf')

/** Stands for a member that the side never sends: anything goes, and its name is as good as undeclared. */
export const HIDDEN = { $comment: 'hidden' }

const MOST_DEFINITIONS = 20_000

/** Plain JSON Schemas by name. The same schema has one name, wherever and in whichever document it stands. */
export interface Definitions {
  side: Side
  schemas: Map<string, Json>
  names: Map<string, string>
}

export const createDefinitions = (side: Side): Definitions => ({ side, schemas: new Map(), names: new Map() })

/** Ajv 8 takes an empty list for one that holds enough, where `contains` stands beside `items`. */
function setContainsApart(schema: JsonObject): JsonObject {
  const { contains, minContains, maxContains, ...rest } = schema
  if (contains === undefined || (minContains ?? maxContains) === undefined) return schema
  if (rest['items'] === undefined && rest['prefixItems'] === undefined) return schema
  const apart: JsonObject = {
    contains,
    ...(minContains !== undefined && { minContains }),
    ...(maxContains !== undefined && { maxContains }),
  }
  return { ...rest, allOf: [...asArray(rest['allOf']), apart] }
}

/** The schemas that are being read for the value at hand. */
type Chain = ReadonlySet<string>
const START: Chain = new Set()

/** Reads schemas of a document as plain JSON Schema, as one side sees them; what is made of each is the name of a definition. */
export function createToPlain(document: OpenApi, definitions: Definitions): (schema: Json) => string {
  const { schemas, names, side } = definitions
  const hidden = side === 'request' ? 'readOnly' : 'writeOnly'
  const isCircular = createIsCircular(document)
  const closures = closuresOf(document)
  const read = new Map<object, JsonObject>()
  return (schema) => define(convert(schema, START))

  /** Gives a schema a name, the same for the same schema. */
  function define(plain: Json): string {
    if (isObject(plain) && Object.keys(plain).length === 1 && typeof plain['$ref'] === 'string') return plain['$ref']
    const key = toKey(plain)
    const name = names.get(key) ?? `s${names.size}`
    names.set(key, name)
    add(name, plain)
    return name
  }

  function add(name: string, plain: Json): void {
    if (schemas.size >= MOST_DEFINITIONS) throw new Error('its schemas lead to each other in too many ways')
    if (!schemas.has(name)) schemas.set(name, plain)
  }

  function convert(node: Json, chain: Chain): Json {
    if (!isObject(node)) return node
    const seen = chain === START ? read.get(node) : undefined
    if (seen) return seen
    const plain = convertObject(node, chain)
    const result = LARGE.some((key) => key in plain) ? { $ref: define(plain) } : plain
    if (chain === START) read.set(node, result)
    return result
  }

  function convertObject(node: JsonObject, chain: Chain): JsonObject {
    const copy: JsonObject = {}
    for (const [key, value] of Object.entries(node)) {
      if (DROPPED.has(key) || key.startsWith('x-')) continue
      const inner = IN_PLACE.has(key) ? chain : START
      if (key === '$ref') Object.assign(copy, refer(asText(value), chain))
      else if (DATA.has(key)) copy[key] = value
      else if (NAMED.has(key) && isObject(value)) copy[key] = convertEach(value, inner)
      else
        copy[key] = Array.isArray(value)
          ? value.map((item) => (isObject(item) ? convert(item, inner) : item))
          : convert(value, inner)
    }
    return hide(node, setContainsApart(copy))
  }

  function convertEach(children: JsonObject, chain: Chain): JsonObject {
    return Object.fromEntries(Object.entries(children).map(([key, value]) => [key, convert(value, chain)]))
  }

  /** What this side never sends is neither needed nor looked at. */
  function hide(node: JsonObject, copy: JsonObject): JsonObject {
    const { properties } = node
    if (!isObject(properties) || !isObject(copy['properties'])) return copy
    const unsent = Object.keys(properties).filter((name) => {
      const place = { node: properties[name]!, pointer: '' }
      return (isObject(place.node) && place.node[hidden] === true) || follow(document, place)?.node[hidden] === true
    })
    if (unsent.length === 0) return copy
    const shown = { ...copy['properties'], ...Object.fromEntries(unsent.map((name) => [name, HIDDEN])) }
    const required = asStrings(copy['required']).filter((name) => !unsent.includes(name))
    return { ...copy, properties: shown, required }
  }

  /** What leads back to itself for one value says nothing more the second time; what holds itself needs a name beforehand. */
  function refer(reference: string, chain: Chain): JsonObject {
    const target = findTarget(document, reference)
    if (!target || chain.has(target.pointer)) return {}
    const { pointer, node } = target
    const isInPlace = isCircular(pointer)
    if (!isInPlace && !closures.isRecursive(pointer)) {
      const plain = convert(node, START)
      return isObject(plain) ? plain : { allOf: [plain] }
    }
    const inner: Chain = isInPlace ? new Set([...chain, pointer]) : START
    const key = [closures.identify(pointer), ...[...inner].toSorted()].join(' ')
    const name = names.get(key) ?? `s${names.size}`
    if (!names.has(key)) {
      names.set(key, name)
      add(name, isObject(node) ? convertObject(node, inner) : node)
    }
    return { $ref: name }
  }
}
