import type { Json } from '../change.ts'
import type { JsonObject } from './json.ts'
import { mapObjects, type Kind } from './object-types.ts'
import { below, decodeFragment, splitPointer } from './pointer.ts'

/** A schema with an `$id`, or the file itself: what `#` in it stands for. */
interface Resource {
  uri: string
  keys: string[]
  anchors: Map<string, string[]>
}

/** No document has this address, so it stands for that of the file. */
const FILE = 'file-at-hand:/'

/** References by `$anchor` and relative to an `$id`, written as references to a place of the file, which all readers follow. */
export function resolveIdentifiers(file: Json, kind: Kind): Json {
  const schemas: { node: JsonObject; keys: string[] }[] = []
  mapObjects(file, kind, (node, nodeKind, keys) => {
    if (nodeKind === 'schema') schemas.push({ node, keys })
    return node
  })
  const named = schemas.filter(({ node }) => ['$id', '$anchor', '$dynamicAnchor'].some((key) => key in node))
  if (named.length === 0) return file
  const resources = listResources(named)
  return mapObjects(file, kind, (node, nodeKind, keys) => (nodeKind === 'schema' ? refer(resources, node, keys) : node))
}

function listResources(named: { node: JsonObject; keys: string[] }[]): Resource[] {
  const resources: Resource[] = [{ uri: FILE, keys: [], anchors: new Map() }]
  for (const { node, keys } of named.toSorted((one, other) => one.keys.length - other.keys.length)) {
    if (typeof node['$id'] === 'string') {
      const { uri } = resourceOf(resources, keys)
      if (URL.canParse(node['$id'], uri))
        resources.push({ uri: new URL(node['$id'], uri).href, keys, anchors: new Map() })
    }
  }
  for (const { node, keys } of named) {
    const { anchors } = resourceOf(resources, keys)
    for (const anchor of [node['$anchor'], node['$dynamicAnchor']]) {
      if (typeof anchor === 'string') anchors.set(anchor, keys)
    }
  }
  return resources
}

/** The innermost resource that holds a place. */
function resourceOf(resources: Resource[], keys: string[]): Resource {
  return resources.findLast((resource) => resource.keys.every((key, index) => keys[index] === key))!
}

function refer(resources: Resource[], node: JsonObject, keys: string[]): JsonObject {
  const { $ref: reference, $dynamicRef: dynamic } = node
  if (typeof reference === 'string') {
    const target = resolve(resources, resourceOf(resources, keys), reference)
    return target ? { ...node, $ref: `#${below('', ...target)}` } : node
  }
  if (typeof dynamic !== 'string' || !/^#[^/]/.test(dynamic)) return node
  // One anchor of a name can lead to one place only.
  const name = dynamic.slice(1)
  const targets = resources.flatMap(({ anchors }) => (anchors.has(name) ? [anchors.get(name)!] : []))
  if (targets.length !== 1) return node
  const { $dynamicRef: _, ...rest } = node
  return { ...rest, $ref: `#${below('', ...targets[0]!)}` }
}

function resolve(resources: Resource[], from: Resource, reference: string): string[] | undefined {
  const [address = '', fragment = ''] = reference.split('#')
  if (address !== '' && !URL.canParse(address, from.uri)) return undefined
  const resource = address === '' ? from : resources.find(({ uri }) => uri === new URL(address, from.uri).href)
  if (!resource || (resource.uri === FILE && fragment.startsWith('/'))) return undefined
  if (fragment === '' || fragment.startsWith('/')) return [...resource.keys, ...splitPointer(decodeFragment(fragment))]
  return resource.anchors.get(fragment)
}
