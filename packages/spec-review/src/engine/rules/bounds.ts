import type { Comparison } from '../schema/comparison.ts'
import { readKeyword, type View } from '../schema/view.ts'
import { readImplied } from './implied-bounds.ts'
import { locate } from './report.ts'

interface Bound {
  keyword: string
  /** What is counted, such as `items`; undefined where the value itself is bound. */
  unit: string | undefined
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
  bound: Bound,
  before: number,
  after: number,
  pointer = locate(base, head, bound.keyword),
): void {
  const { keyword, isLower, fallback } = bound
  if (before === after) return
  const isRaised = after > before
  report({
    rule: `${keyword.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-${isRaised ? 'raised' : 'lowered'}`,
    pointer,
    says: sayBound(bound, before, after),
    ...(before !== fallback && { before }),
    ...(after !== fallback && { after }),
    narrows: isRaised === isLower,
    widens: isRaised !== isLower,
  })
}

function sayBound({ unit, isLower, fallback }: Bound, before: number, after: number): string {
  const counted = unit === undefined ? '' : ` ${unit}`
  const verb = unit === undefined ? 'be' : 'have'
  if (after !== fallback) return `must ${verb} at ${isLower ? 'least' : 'most'} ${after}${counted}`
  return `may now ${verb} ${isLower ? (unit === undefined ? 'less' : 'fewer') : 'more'} than ${before}${counted}`
}

function readBound(view: View, { keyword, isLower, fallback }: Bound): number {
  const values = readKeyword(view, keyword).flatMap(({ node }) => (typeof node === 'number' ? [node] : []))
  return isLower ? Math.max(fallback, ...values) : Math.min(fallback, ...values)
}
