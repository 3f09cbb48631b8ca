import type { Json, Step, Usage } from '../../src/change.ts'
import type { Node } from './node.ts'

// The mutator shares nothing with the engine: what it expects must be found another way.

/** A schema that some operation reaches, under the pointer at which it stands. */
export interface Reached {
  pointer: string
  usages: Usage[]
  /** Whether each way to it leads past a plain `string` beside it, so that its values are only named. */
  isOpen: Map<Usage, boolean>
  /** Whether another schema for the same value rejects null on each way, so that allowing it here changes nothing. */
  isNullRejected: boolean
}

/** Every schema of a bundled document that an operation reaches by way of local references. */
export function listReached(document: Json): Map<string, Reached> {
  const reached = new Map<string, Reached>()
  const root = document as Node
  for (const [path, item] of Object.entries<Node>(root['paths'])) {
    for (const [method, operation] of Object.entries<Node>(item)) {
      const name = `${method.toUpperCase()} ${path}`
      const pointer = `/paths/${escape(path)}/${method}`
      const sent: Usage = { operation: name, side: 'request', steps: [] }
      for (const [index, parameter] of (operation['parameters'] ?? []).entries()) {
        const [node, place] = resolve(parameter, `${pointer}/parameters/${index}`)
        visit(
          node['schema'],
          `${place}/schema`,
          { ...sent, parameter: { in: node['in'], name: node['name'] } },
          [],
          false,
        )
      }
      readContent(operation['requestBody'], `${pointer}/requestBody`, sent)
      for (const [status, response] of Object.entries<Node>(operation['responses'])) {
        const got: Usage = { operation: name, side: 'response', status, steps: [] }
        const [node, place] = resolve(response, `${pointer}/responses/${status}`)
        readContent(node, place, got)
        for (const [header, value] of Object.entries<Node>(node['headers'] ?? {})) {
          const [headerNode, headerPlace] = resolve(value, `${place}/headers/${escape(header)}`)
          const usage = { ...got, parameter: { in: 'header', name: header.toLowerCase() } } as const
          visit(headerNode['schema'], `${headerPlace}/schema`, usage, [], false)
        }
      }
    }
  }
  return reached

  function readContent(holder: Node | undefined, pointer: string, usage: Usage): void {
    for (const [mediaType, media] of Object.entries<Node>(holder?.['content'] ?? {})) {
      visit(media['schema'], `${pointer}/content/${escape(mediaType)}/schema`, { ...usage, mediaType }, [], false)
    }
  }

  function visit(
    schema: Node | undefined,
    at: string,
    usage: Usage,
    above: string[],
    isOpen: boolean,
    isNullRejected = false,
  ): void {
    if (!schema || typeof schema !== 'object') return
    const [node, pointer] = resolve(schema, at)
    if (above.includes(pointer)) return
    const entry: Reached = reached.get(pointer) ?? { pointer, usages: [], isOpen: new Map(), isNullRejected: true }
    reached.set(pointer, entry)
    entry.usages.push(usage)
    entry.isNullRejected &&= isNullRejected
    entry.isOpen.set(usage, isOpen)
    const within = [...above, pointer]
    for (const [name, property] of Object.entries<Node>(node['properties'] ?? {})) {
      visit(property, `${pointer}/properties/${escape(name)}`, extend(usage, name), within, false)
    }
    for (const [pattern, property] of Object.entries<Node>(node['patternProperties'] ?? {})) {
      visit(
        property,
        `${pointer}/patternProperties/${escape(pattern)}`,
        extend(usage, { all: 'members' }),
        within,
        false,
      )
    }
    if (node['additionalProperties']) {
      visit(
        node['additionalProperties'],
        `${pointer}/additionalProperties`,
        extend(usage, { all: 'members' }),
        within,
        false,
      )
    }
    if (node['items']) visit(node['items'], `${pointer}/items`, extend(usage, { all: 'items' }), within, false)
    for (const keyword of ['allOf', 'anyOf']) {
      const branches: Node[] = node[keyword] ?? []
      const isFree = keyword === 'anyOf' && branches.some((branch) => branch['type'] === 'string' && !branch['enum'])
      branches.forEach((branch, index) => {
        const others = keyword === 'allOf' ? branches.toSpliced(index, 1) : []
        const { [keyword]: _, ...beside } = node
        const isRejected = isNullRejected || [beside, ...others].some(rejectsNull)
        visit(branch, `${pointer}/${keyword}/${index}`, usage, within, isFree, isRejected)
      })
    }
  }

  function rejectsNull(schema: Node): boolean {
    const [node] = resolve(schema, '')
    const { type, allOf = [], anyOf = [] } = node
    if (type !== undefined && ![type].flat().includes('null')) return true
    return allOf.some(rejectsNull) || (anyOf.length > 0 && anyOf.every(rejectsNull))
  }

  function resolve(node: Node, pointer: string): [Node, string] {
    if (typeof node['$ref'] !== 'string') return [node, pointer]
    const place = node['$ref'].slice(1)
    return resolve(findNode(root, place), place)
  }
}

/** The node at a pointer; throws where there is none. */
export function findNode(document: Json, pointer: string): Node {
  return splitPointer(pointer).reduce((node: Node, key) => node[key], document as Node)
}

/** A copy of a document to edit the node at a pointer, with that node; it shares what lies beside the way there. */
export function copyAround(document: Json, pointer: string): [Json, Node] {
  const holder: Node = { document }
  const way = ['document', ...splitPointer(pointer)]
  const last = way.pop()!
  const parent = way.reduce((node, key) => (node[key] = copyShallowly(node[key])), holder)
  parent[last] = structuredClone(parent[last])
  return [holder['document'], parent[last]]
}

const copyShallowly = (node: Node): Node => (Array.isArray(node) ? [...node] : { ...node })

function splitPointer(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
}

export function extend(usage: Usage, step: Step): Usage {
  return { ...usage, steps: [...usage.steps, step] }
}

function escape(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}
