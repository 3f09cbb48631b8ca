import type { Place } from '../../document/document.ts'
import { asArray } from '../../document/json.ts'
import { below } from '../../document/pointer.ts'
import { readKeyword, type View } from './view.ts'

/** Whether one part says all there is about a list, so that what it leaves unevaluated is what `items` would speak of. */
export function isWholeList(view: View): boolean {
  const isSplit = ['contains', 'if', 'not', 'dependentSchemas'].some((keyword) => readKeyword(view, keyword).length > 0)
  return view.parts.length === 1 && view.unions.length === 0 && !isSplit
}

const REST = ['items', 'unevaluatedItems']

/** What the item at a position must satisfy; nothing where any will do. */
export function readItem(view: View, index: number): Place[] {
  return view.parts.flatMap(({ node, pointer }) => {
    const prefix = asArray(node['prefixItems'])[index]
    if (prefix !== undefined) return [{ node: prefix, pointer: below(pointer, 'prefixItems', index) }]
    const rest = REST.find((keyword) => node[keyword] !== undefined)
    const isLeft = rest !== undefined && (rest === 'items' || isWholeList(view))
    return isLeft ? [{ node: node[rest]!, pointer: below(pointer, rest) }] : []
  })
}
