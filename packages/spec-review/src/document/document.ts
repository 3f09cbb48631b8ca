import type { Json } from '../change.ts'
import { asObject, isObject, type JsonObject } from './json.ts'
import { below, splitFragment, valueAt } from './pointer.ts'

/** A node of a document and where it stands, so that a finding can name its cause. */
export interface Place<Node = Json> {
  node: Node
  pointer: string
}

/** An OpenAPI document in the words of 3.1: pointers into it are pointers into the file. */
export interface OpenApi {
  root: JsonObject
}

/** Reads a 3.0 or 3.1 document; the words of 3.0 that 3.1 spells otherwise are respelled in place. */
export function openDocument(document: Json): OpenApi {
  const root = asObject(document)
  return { root: asObject(String(root['openapi']).startsWith('3.0') ? upgrade(root) : root) }
}

/** Follows `$ref` until there is none; undefined where it leads nowhere, outside the document or in a circle. */
export function follow(document: OpenApi, place: Place | undefined): Place<JsonObject> | undefined {
  let current = place
  for (let step = 0; step < 50; step++) {
    if (!isObject(current?.node)) return undefined
    const { $ref } = current.node
    if (typeof $ref !== 'string') return { node: current.node, pointer: current.pointer }
    current = findTarget(document, $ref)
  }
  return undefined
}

/** The place that a local reference names; undefined where there is none. */
export function findTarget(document: OpenApi, reference: string): Place | undefined {
  if (!reference.startsWith('#')) return undefined
  const keys = splitFragment(reference)
  const node = valueAt(document.root, keys)
  return node === undefined ? undefined : { node, pointer: below('', ...keys) }
}

/** The child of a place, followed through references; undefined where it is absent. */
export function enter(document: OpenApi, place: Place | undefined, ...keys: string[]): Place<JsonObject> | undefined {
  let current = follow(document, place)
  for (const key of keys) {
    const child = current?.node[key]
    if (!current || child === undefined) return undefined
    current = follow(document, { node: child, pointer: below(current.pointer, key) })
  }
  return current
}

/** The children of a place by key, each followed through references. */
export function enterEach(document: OpenApi, place: Place | undefined): Map<string, Place<JsonObject>> {
  const parent = follow(document, place)
  const children = Object.keys(parent?.node ?? {}).map((key) => [key, enter(document, parent, key)] as const)
  return new Map(children.filter((child): child is [string, Place<JsonObject>] => child[1] !== undefined))
}

const DATA = new Set(['enum', 'const', 'default', 'example', 'examples', 'required', 'mapping'])
/** Maps whose keys are names: a response called `default` is no default. */
const NAMED = new Set(['callbacks', 'content', 'headers', 'links', 'paths', 'properties', 'responses', 'schemas'])

function upgrade(node: Json, named = false): Json {
  if (Array.isArray(node)) return node.map((item) => upgrade(item))
  if (!isObject(node)) return node
  if (!named && typeof node['$ref'] === 'string') return { $ref: node['$ref'] }
  const copy: JsonObject = {}
  for (const [key, value] of Object.entries(node)) {
    copy[key] = !named && DATA.has(key) ? value : upgrade(value, !named && NAMED.has(key))
  }
  return named ? copy : respell(copy)
}

/** `nullable` and the two booleans are 3.0's own; an enum beside `nullable` is widened too, as generators read it. */
function respell(schema: JsonObject): JsonObject {
  const { nullable, ...copy } = schema
  for (const [flag, bound] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (typeof copy[flag] !== 'boolean') continue
    const value = copy[bound]
    const isExclusive = copy[flag]
    delete copy[flag]
    if (!isExclusive || value === undefined) continue
    copy[flag] = value
    delete copy[bound]
  }
  if (nullable !== true || typeof copy['type'] !== 'string') return copy
  copy['type'] = [copy['type'], 'null']
  if (Array.isArray(copy['enum']) && !copy['enum'].includes(null)) copy['enum'] = [...copy['enum'], null]
  return copy
}
