import type { Json } from '../change.ts'
import { findTarget, type OpenApi } from '../document/document.ts'
import { asArray, asObject, isObject } from '../document/json.ts'

const LISTS = ['allOf', 'anyOf', 'oneOf']
const SINGLE = ['else', 'if', 'not', 'then']

/**
 * Finds schemas that lead back to themselves for one and the same value, such as a parent whose `oneOf` names
 * children that include it. A validator that follows them would never end.
 */
export function createIsCircular(document: OpenApi): (pointer: string) => boolean {
  const targets = new Map<string, string[]>()
  const known = new Map<string, boolean>()

  return (pointer) => {
    const answer = known.get(pointer) ?? isReached(pointer)
    known.set(pointer, answer)
    return answer
  }

  function isReached(pointer: string): boolean {
    const queue = new Set(targetsOf(pointer))
    for (const next of queue) for (const other of targetsOf(next)) queue.add(other)
    return queue.has(pointer)
  }

  function targetsOf(pointer: string): string[] {
    const found = targets.get(pointer) ?? [...listTargets(document, findTarget(document, `#${encode(pointer)}`)?.node)]
    targets.set(pointer, found)
    return found
  }
}

/** The fragment of a reference may hold no bare `%`. */
const encode = (pointer: string) => pointer.replaceAll('%', '%25')

/** The schemas to which a schema refers for the value at hand rather than for a part of it. */
function* listTargets(document: OpenApi, schema: Json | undefined): Generator<string> {
  if (!isObject(schema)) return
  if (typeof schema['$ref'] === 'string') {
    const target = findTarget(document, schema['$ref'])
    if (target) yield target.pointer
  }
  for (const keyword of LISTS) for (const part of asArray(schema[keyword])) yield* listTargets(document, part)
  for (const keyword of SINGLE) yield* listTargets(document, schema[keyword])
  for (const part of Object.values(asObject(schema['dependentSchemas']))) yield* listTargets(document, part)
}
