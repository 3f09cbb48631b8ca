import type { Comparison } from '../schema/comparison.ts'
import { readKeyword, type View } from '../schema/view.ts'
import { reportBound } from './bounds.ts'
import { readFormatRange } from './implied-bounds.ts'
import { locate } from './report.ts'

export function compareNumbers(comparison: Comparison): void {
  const { base, head, report } = comparison
  const shared = base.types.intersection(head.types)
  const isWhole = !shared.has('fraction')
  if (isWhole && !shared.has('integer')) return
  compareEnd(comparison, 'minimum', 'exclusiveMinimum', 1, isWhole)
  compareEnd(comparison, 'maximum', 'exclusiveMaximum', -1, isWhole)
  const steps = { before: readSteps(base, isWhole), after: readSteps(head, isWhole) }
  const narrows = !isStepwise(steps.before, steps.after)
  const widens = !isStepwise(steps.after, steps.before)
  if (!narrows && !widens) return
  report({
    rule: 'multiple-of-changed',
    pointer: locate(base, head, 'multipleOf'),
    says: steps.after.length > 0 ? `is a multiple of ${steps.after.join(' and ')}` : 'need no longer be a multiple',
    before: steps.before[0],
    after: steps.after[0],
    narrows,
    widens,
  })
}

/** One end of the range; `inwards` is the direction away from it. */
function compareEnd(comparison: Comparison, closed: string, open: string, inwards: 1 | -1, isWhole: boolean): void {
  const { base, head } = comparison
  const before = readEnd(base, closed, open, inwards, isWhole)
  const after = readEnd(head, closed, open, inwards, isWhole)
  const bound = { keyword: closed, unit: undefined, isLower: inwards === 1, fallback: -inwards * Infinity }
  const pointer = locate(base, head, open, closed)
  if (isWithinFormat(base, after.value) && isWithinFormat(head, before.value)) return
  if (before.value !== after.value || before.isOpen === after.isOpen) {
    reportBound(comparison, bound, before.value, after.value, pointer)
    return
  }
  comparison.report({
    rule: `${closed}-${after.isOpen === (inwards === 1) ? 'raised' : 'lowered'}`,
    pointer,
    says: `${after.isOpen ? 'may no longer' : 'may now'} be ${after.value} itself`,
    before: { value: before.value, isExclusive: before.isOpen },
    after: { value: after.value, isExclusive: after.isOpen },
    narrows: after.isOpen,
    widens: before.isOpen,
  })
}

/** Whether the format's range ends there or before, so that the bound says nothing. */
function isWithinFormat(view: View, bound: number): boolean {
  const { smallest, largest } = readFormatRange(view)
  return bound <= smallest || bound >= largest
}

function readEnd(view: View, closed: string, open: string, inwards: 1 | -1, isWhole: boolean) {
  const ends = [
    { value: -inwards * Infinity, isOpen: false },
    ...readNumbers(view, closed).map((value) => ({ value, isOpen: false })),
    ...readNumbers(view, open).map((value) => ({ value, isOpen: true })),
  ]
  const [tightest] = ends
    .map((end) => (isWhole && Number.isFinite(end.value) ? toWhole(end, inwards) : end))
    .toSorted((one, other) => (other.value - one.value) * inwards || Number(other.isOpen) - Number(one.isOpen))
  return tightest!
}

function toWhole({ value, isOpen }: { value: number; isOpen: boolean }, inwards: 1 | -1) {
  const rounded = inwards === 1 ? Math.ceil(value) : Math.floor(value)
  return { value: isOpen && rounded === value ? value + inwards : rounded, isOpen: false }
}

/** Whole numbers are multiples of one without saying so. */
function readSteps(view: View, isWhole: boolean): number[] {
  const steps = readNumbers(view, 'multipleOf').filter((step) => step > 0)
  if (!isWhole) return steps
  // Of several whole steps, numbers are multiples of the least that all have in common.
  const whole = steps.filter(Number.isInteger)
  const common = whole.reduce((one, other) => (one * other) / greatestDivisor(one, other), 1)
  return [common, ...steps.filter((step) => !Number.isInteger(step))].filter((step) => !isMultiple(1, step))
}

const greatestDivisor = (one: number, other: number): number =>
  other === 0 ? one : greatestDivisor(other, one % other)

/** Whether each of `wanted` divides one of `given`. */
function isStepwise(given: number[], wanted: number[]): boolean {
  return wanted.every((step) => given.some((other) => isMultiple(other, step)))
}

function isMultiple(value: number, step: number): boolean {
  const ratio = value / step
  return Math.abs(ratio - Math.round(ratio)) < 1e-9
}

function readNumbers(view: View, keyword: string): number[] {
  return readKeyword(view, keyword).flatMap(({ node }) => (typeof node === 'number' ? [node] : []))
}
