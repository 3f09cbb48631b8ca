import type { Comparison } from '../schema/comparison.ts'
import type { Place } from '../../document/document.ts'
import { EITHER, SAME } from '../finding.ts'
import { asArray, type JsonObject } from '../../document/json.ts'
import { isWholeList, readItem } from '../schema/items.ts'
import { readKeyword, type View } from '../schema/view.ts'
import { compareBound } from './bounds.ts'
import { pairUp } from './pair-up.ts'
import { locate } from './report.ts'

export function compareArrays(comparison: Comparison): void {
  const { base, head, report, descend } = comparison
  if (!base.types.has('array') || !head.types.has('array')) return
  compareBound(comparison, { keyword: 'minItems', unit: 'items', isLower: true, fallback: 0 })
  compareBound(comparison, { keyword: 'maxItems', unit: 'items', isLower: false, fallback: Infinity })
  const [wasShort, isShort] = [readLongest(base) <= 1, readLongest(head) <= 1]
  const before = isUnique(base) || wasShort
  const after = isUnique(head) || isShort
  if (before !== after && isUnique(base) !== isUnique(head)) {
    report({
      rule: 'unique-items-changed',
      pointer: locate(base, head, 'uniqueItems'),
      says: after ? 'may no longer repeat an item' : 'may repeat an item',
      before,
      after,
      narrows: after,
      widens: before,
    })
  }
  const count = Math.max(countPrefix(base), countPrefix(head))
  for (let index = 0; index < count; index++) descend(readItem(base, index), readItem(head, index), { index })
  const rest = { before: readItem(base, count), after: readItem(head, count) }
  const isReached = readLongest(base) > count || readLongest(head) > count
  if (isReached && rest.before.length + rest.after.length > 0) descend(rest.before, rest.after, { all: 'items' })
  compareContains(comparison)
}

/** The most items that there can be. */
function readLongest(view: View): number {
  const isShut = ({ node }: { node: JsonObject }) =>
    node['items'] === false || (node['unevaluatedItems'] === false && node['items'] === undefined && isWholeList(view))
  const closed = view.parts.filter(isShut)
  return Math.min(
    ...readKeyword(view, 'maxItems').map(({ node }) => Number(node)),
    ...closed.map(({ node }) => asArray(node['prefixItems']).length),
  )
}

function isUnique(view: View): boolean {
  return readKeyword(view, 'uniqueItems').some(({ node }) => node === true)
}

function countPrefix(view: View): number {
  return Math.max(0, ...readKeyword(view, 'prefixItems').map(({ node }) => asArray(node).length))
}

/** `contains` wants enough items of a kind, or with `maxContains` not too many, for which wider is stricter. */
function compareContains(comparison: Comparison): void {
  const { base, head, report, descend } = comparison
  const { pairs, removed, added } = pairUp(readContains(base), readContains(head), ({ node }) => node)
  if (removed.length + added.length > 0) {
    const isAdded = added.length > 0
    report({
      rule: isAdded ? 'contains-added' : 'contains-removed',
      pointer: [...added, ...removed][0]!.pointer,
      says: isAdded ? 'must contain an item of a certain kind' : 'need not contain an item of a certain kind',
      before: removed[0]?.node,
      after: added[0]?.node,
      narrows: isAdded,
      widens: !isAdded,
    })
  }
  if (pairs.length === 0) return
  compareBound(comparison, {
    keyword: 'minContains',
    unit: 'such items',
    isLower: true,
    fallback: 1,
  })
  compareZero(comparison)
  compareBound(comparison, {
    keyword: 'maxContains',
    unit: 'such items',
    isLower: false,
    fallback: Infinity,
  })
  const isCapped = [base, head].some((view) => readKeyword(view, 'maxContains').length > 0)
  for (const [one, other] of pairs) {
    descend([one], [other], { all: 'contained' }, { effect: isCapped ? EITHER : SAME })
  }
}

/** With no number of items wanted, it says nothing. */
function readContains(view: View): Place[] {
  const isFree = readKeyword(view, 'minContains').some(({ node }) => node === 0)
  return isFree && readKeyword(view, 'maxContains').length === 0 ? [] : readKeyword(view, 'contains')
}

/** `minContains: 0` undoes `contains`, which a bound that starts at one cannot see. */
function compareZero({ base, head, report }: Comparison): void {
  const before = readKeyword(base, 'minContains').some(({ node }) => node === 0)
  const after = readKeyword(head, 'minContains').some(({ node }) => node === 0)
  if (before === after) return
  report({
    rule: after ? 'contains-removed' : 'contains-added',
    pointer: locate(base, head, 'minContains'),
    says: after ? 'need not contain an item of a certain kind' : 'must contain an item of a certain kind',
    narrows: before,
    widens: after,
  })
}
