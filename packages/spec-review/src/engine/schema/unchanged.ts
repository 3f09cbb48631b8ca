import type { Json } from '../../change.ts'
import { closuresOf } from '../../document/closure.ts'
import { findTarget, type OpenApi, type Place } from '../../document/document.ts'
import { asObject } from '../../document/json.ts'

/** Whether both refer to the same components, and these and all that they lead to are unchanged, so that nothing differs. */
export function isUnchanged(base: OpenApi, head: OpenApi, basePlaces: Place[], headPlaces: Place[]): boolean {
  if (basePlaces.length !== headPlaces.length) return false
  return basePlaces.every(({ node }, index) => {
    const pointer = readReference(base, node)
    if (pointer === undefined || pointer !== readReference(head, headPlaces[index]!.node)) return false
    return closuresOf(base).identify(pointer) === closuresOf(head).identify(pointer)
  })
}

function readReference(document: OpenApi, node: Json): string | undefined {
  const { $ref, ...rest } = asObject(node)
  if (typeof $ref !== 'string' || Object.keys(rest).length > 0) return undefined
  return findTarget(document, $ref)?.pointer
}
