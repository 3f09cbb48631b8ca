import type { Comparison } from '../schema/comparison.ts'
import { readKeyword, type View } from '../schema/view.ts'
import { locate } from './report.ts'

interface Bound {
  keyword: string
  /** In a sentence, such as `the smallest length`. */
  noun: string
  isLower: boolean
  /** What holds where the keyword is absent. */
  fallback: number
}

/** A count or length that may only be so small or so large. */
export function compareBound(comparison: Comparison, bound: Bound): void {
  const before = readBound(comparison.base, bound)
  const after = readBound(comparison.head, bound)
  reportBound(comparison, bound, before, after)
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
