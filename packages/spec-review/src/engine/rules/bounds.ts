import type { Comparison } from '../schema/comparison.ts'
import { readKeyword, type View } from '../schema/view.ts'
import { readImplied } from './implied-bounds.ts'
import { locate } from './report.ts'

interface Bound {
  keyword: string
  /** In a sentence, such as `the smallest length`. */
  noun: string
  isLower: boolean
  /** What holds where the keyword is absent. */
  fallback: number
}

/** A count or length that may only be so small or so large. A bound that follows from other keywords anyway says nothing. */
export function compareBound(comparison: Comparison, bound: Bound): void {
  const { base, head, readers } = comparison
  const [before, after] = [readBound(base, bound), readBound(head, bound)]
  if (before === after) return
  const implied = [readImplied(readers.base, base, bound.keyword), readImplied(readers.head, head, bound.keyword)]
  const isTighter = (one: number, others: (number | undefined)[]) =>
    others.every((other) => other === undefined || (bound.isLower ? one > other : one < other))
  if (isTighter(after, [before, implied[0]]) || isTighter(before, [after, implied[1]])) {
    reportBound(comparison, bound, before, after)
  }
}

export function reportBound(
  { base, head, report }: Comparison,
  { keyword, noun, isLower, fallback }: Bound,
  before: number,
  after: number,
  pointer = locate(base, head, keyword),
): void {
  if (before === after) return
  const isRaised = after > before
  report({
    rule: `${keyword.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-${isRaised ? 'raised' : 'lowered'}`,
    pointer,
    says: after === fallback ? `has no ${noun} any more` : `has ${after} as ${noun}`,
    ...(before !== fallback && { before }),
    ...(after !== fallback && { after }),
    narrows: isRaised === isLower,
    widens: isRaised !== isLower,
  })
}

function readBound(view: View, { keyword, isLower, fallback }: Bound): number {
  const values = readKeyword(view, keyword).flatMap(({ node }) => (typeof node === 'number' ? [node] : []))
  return isLower ? Math.max(fallback, ...values) : Math.min(fallback, ...values)
}
