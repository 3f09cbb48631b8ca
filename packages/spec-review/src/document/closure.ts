import type { Json } from '../change.ts'
import { findTarget, type OpenApi } from './document.ts'
import { listChildren } from './children.ts'
import { asObject, digest, isObject, toKey } from './json.ts'

/** What a schema of a document leads to by references. */
export interface Closures {
  /** Whether a schema holds itself, however far down. */
  isRecursive: (pointer: string) => boolean
  /** A text that is the same for two schemas exactly when they and all that they lead to are. */
  identify: (pointer: string) => string
}

const known = new WeakMap<OpenApi, Closures>()

export function closuresOf(document: OpenApi): Closures {
  const closures = known.get(document) ?? createClosures(document)
  known.set(document, closures)
  return closures
}

type ListTargets = (pointer: string) => string[]

function remember<Result>(read: (pointer: string) => Result): (pointer: string) => Result {
  const results = new Map<string, Result>()
  return (pointer) => {
    const result = results.get(pointer) ?? read(pointer)
    results.set(pointer, result)
    return result
  }
}

/** All that targets lead to in turn. */
function createReach(targetsOf: ListTargets): (pointer: string) => Set<string> {
  const reached = new Map<string, Set<string>>()
  return (pointer) => {
    const found = reached.get(pointer) ?? new Set(targetsOf(pointer))
    if (!reached.has(pointer)) for (const next of found) for (const other of targetsOf(next)) found.add(other)
    reached.set(pointer, found)
    return found
  }
}

function createClosures(document: OpenApi): Closures {
  const targetsOf = remember((pointer) => [...new Set(listTargets(nodeAt(pointer)))])
  const reach = createReach(targetsOf)
  const digestOf = remember((pointer) => `${pointer} ${digest(toKey(nodeAt(pointer)))}`)
  const reachAll = createReach(remember((pointer) => [...targetsOf(pointer), ...childrenOf(pointer)]))

  return {
    isRecursive: (pointer) => reach(pointer).has(pointer),
    identify: remember((pointer) => digest([pointer, ...[...reachAll(pointer)].toSorted()].map(digestOf).join())),
  }

  /** What a discriminator leads to without a reference. */
  function childrenOf(pointer: string): string[] {
    if (asObject(nodeAt(pointer))['discriminator'] === undefined) return []
    return [...listChildren(document, pointer).values()].map((child) => child.pointer)
  }

  function* listTargets(node: Json | undefined): Generator<string> {
    if (typeof node !== 'object' || node === null) return
    if (isObject(node) && typeof node['$ref'] === 'string') {
      const target = findTarget(document, node['$ref'])
      if (target) yield target.pointer
    }
    for (const child of Object.values(node)) yield* listTargets(child as Json)
  }

  function nodeAt(pointer: string): Json | undefined {
    return findTarget(document, `#${pointer.replaceAll('%', '%25')}`)?.node
  }
}
