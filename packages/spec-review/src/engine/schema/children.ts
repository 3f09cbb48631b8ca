import { listChildren, type Children } from '../../document/children.ts'
import type { OpenApi } from '../../document/document.ts'
import type { Part, View } from './view.ts'

/**
 * What a value can be that a discriminator tells apart without a list of alternatives: the components that include the
 * schema which has it; for one of these itself only those that include it in turn.
 */
export function readChildren(document: OpenApi, { parts }: View, holder: Part): { children: Children; own: string[] } {
  const all = listChildren(document, holder.pointer)
  const pointers = new Set(parts.map(({ pointer }) => pointer))
  const own = [...all].filter(([, { pointer }]) => pointers.has(pointer))
  const narrower = own.map(([, { pointer }]) => listChildren(document, pointer))
  const [lowest] = narrower.toSorted((one, other) => one.size - other.size)
  return { children: lowest ?? all, own: own.map(([name]) => name) }
}
