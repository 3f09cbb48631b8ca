import type { Json } from '../change.ts'
import { asObject, asText, isObject, type JsonObject } from './json.ts'
import { METHODS } from './object-types.ts'
import { below, splitFragment, valueAt } from './pointer.ts'
import { upgrade } from './upgrade.ts'

/** A node of a document and where it stands, so that a finding can name its cause. */
export interface Place<Node = Json> {
  node: Node
  pointer: string
}

/** An OpenAPI document in the syntax of 3.1: pointers into it are pointers into the file. */
export interface OpenApi {
  root: JsonObject
}

/** Rules and search read one document, which nobody edits in between. */
const opened = new WeakMap<JsonObject, OpenApi>()

/** Reads a 3.0 or 3.1 document; syntax of 3.0 that 3.1 spells differently is respelled in place. */
export function openDocument(document: Json): OpenApi {
  const root = asObject(document)
  const known = opened.get(root) ?? {
    root: asObject(asText(root['openapi']).startsWith('3.0') ? upgrade(root) : root),
  }
  opened.set(root, known)
  return known
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

/** The places that references of a document were found to name. */
const targets = new WeakMap<OpenApi, Map<string, Place | undefined>>()

/** The place that a local reference names; undefined where there is none. */
export function findTarget(document: OpenApi, reference: string): Place | undefined {
  const known = targets.get(document) ?? new Map<string, Place | undefined>()
  targets.set(document, known)
  if (!known.has(reference)) known.set(reference, readTarget(document, reference))
  return known.get(reference)
}

function readTarget(document: OpenApi, reference: string): Place | undefined {
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

export interface Operation {
  /** Such as `POST /acs/credentials/create`. */
  name: string
  template: string
  item: Place<JsonObject>
  operation: Place<JsonObject>
}

/** Every operation below `paths`. */
export function listOperations(document: OpenApi): Operation[] {
  const paths = { node: document.root['paths'] ?? {}, pointer: '/paths' }
  return [...enterEach(document, paths)].flatMap(([template, item]) =>
    [...enterEach(document, item)].flatMap(([method, operation]) =>
      METHODS.includes(method) ? [{ name: `${method.toUpperCase()} ${template}`, template, item, operation }] : [],
    ),
  )
}
