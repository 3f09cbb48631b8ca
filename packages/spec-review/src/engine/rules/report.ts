import { readKeyword, type View } from '../schema/view.ts'
import { isSame } from '../../document/json.ts'

/** Where a keyword differs: in the head where it stands there, else in the base, else the schema itself. */
export function locate(base: View, head: View, ...keywords: string[]): string {
  const before = keywords.flatMap((keyword) => readKeyword(base, keyword))
  const after = keywords.flatMap((keyword) => readKeyword(head, keyword))
  const fresh = after.find(({ node }) => !before.some((other) => isSame(other.node, node)))
  const gone = before.find(({ node }) => !after.some((other) => isSame(other.node, node)))
  return (fresh ?? after[0] ?? gone ?? before[0])?.pointer ?? placeOf(head) ?? placeOf(base) ?? ''
}

/** Where a view begins. */
export function placeOf(view: View): string | undefined {
  return view.parts[0]?.pointer ?? (view.key.split(' ')[0] || undefined)
}

/** A value in a sentence. */
export function quote(value: unknown): string {
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``
}

export function quoteAll(values: unknown[]): string {
  return values.map(quote).join(', ')
}
