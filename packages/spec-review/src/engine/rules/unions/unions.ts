import type { Json } from '../../../change.ts'
import type { Place } from '../../../document/document.ts'
import { isSame } from '../../../document/json.ts'
import { EITHER, SAME } from '../../finding.ts'
import { areAlike } from '../../schema/union/alike.ts'
import { spread, type Alternatives } from '../../schema/union/alternatives.ts'
import type { Comparison } from '../../schema/comparison.ts'
import { readTags, splitByValues } from '../../schema/union/branch-tags.ts'
import { matchBranches } from '../../schema/union/match-branches.ts'
import type { TypeName } from '../../schema/types.ts'
import type { Reader, Union, View } from '../../schema/view.ts'
import { pairUp } from '../pair-up.ts'
import { reportBranch } from './report-branch.ts'

/** The types of values that a union decides in one of the two, where everything about them is compared by alternative. */
export function typesOfUnions({ base, head }: Comparison): Set<TypeName> {
  if (base.unions.length > 1 || head.unions.length > 1) return new Set()
  const types = [...base.unions, ...head.unions].reduce((all, union) => all.union(union.types), new Set<TypeName>())
  return types.intersection(base.types).intersection(head.types)
}

/** The alternatives that remain unions after reading: see `normaliseUnion` for those that do not. */
export function compareUnions(comparison: Comparison): void {
  const { base, head, readers } = comparison
  if (base.unions.length > 1 || head.unions.length > 1) return compareSeveral(comparison)
  const types = typesOfUnions(comparison)
  if (types.size === 0) return
  compareAlternatives(comparison, spread(readers.base, base, types), spread(readers.head, head, types))
}

/** The alternatives as they stand, without what stands beside them. */
export function compareUnionsApart(comparison: Comparison): void {
  const { base, head, readers } = comparison
  const settle = (reader: Reader, view: View) => {
    const union = view.unions[0]!
    return { ...union, isExclusive: union.isExclusive && spread(reader, view, union.types).isExclusive }
  }
  compareAlternatives(comparison, settle(readers.base, base), settle(readers.head, head))
}

/** Each with the one that is alike, and those that are left in their order. */
function compareSeveral(comparison: Comparison): void {
  const { base, head, report } = comparison
  const { pairs, removed, added } = pairUp(base.unions, head.unions, nodesOf)
  for (const [one, other] of pairs) compareAlternatives(comparison, one, other)
  if (removed.length + added.length === 0) return
  const isAdded = added.length > 0
  report({
    rule: 'alternatives-changed',
    pointer: [...added, ...removed][0]!.pointer,
    says: isAdded ? 'has a further list of alternatives to satisfy' : 'has a list of alternatives less to satisfy',
    narrows: isAdded,
    widens: !isAdded,
  })
}

const nodesOf = ({ branches }: Union) => branches.map((branch) => branch.map(({ node }) => node))

function compareAlternatives(comparison: Comparison, before: Alternatives, after: Alternatives): void {
  const { readers, descend } = comparison
  const { branches: given } = before
  const { branches: wanted } = after
  const isCovered = createIsCovered(comparison)
  const areExclusive = before.isExclusive && after.isExclusive
  reportExclusive(comparison, before, after)
  const { pairs, removed, added } = matchBranches(
    readers,
    given,
    wanted,
    (one, other) => isCovered(one, other, 'head') && isCovered(one, other, 'base'),
  )
  const isWhole = removed.length + added.length === 0
  const isEither = areExclusive && !(isWhole && areAlike(pairs.map(([one, other]) => comparison.differ(one, other))))
  for (const [one, other] of pairs) {
    const isHeld = () => wanted.some((branch) => branch !== other && isCovered(one, branch, 'head'))
    const wasHeld = () => given.some((branch) => branch !== one && isCovered(branch, other, 'base'))
    const effect = {
      ...SAME,
      narrowsWhenNarrowed: isCovered(one, other, 'head') || !isHeld(),
      widensWhenWidened: isCovered(one, other, 'base') || !wasHeld(),
    }
    descend(one, other, undefined, { effect: isEither ? EITHER : effect })
  }
  if (!areExclusive && removed.length > 0 && added.length > 0) {
    // The same values in other groups, such as two variants that became one with two tags.
    const wasHeld = (branch: Place[]) => given.some((other) => isCovered(other, branch, 'base'))
    const isHeld = (branch: Place[]) => wanted.some((other) => isCovered(branch, other, 'head'))
    const isRegrouped =
      removed.every((branch) => splitByValues(readers.base, branch).every(isHeld)) &&
      added.every((branch) => splitByValues(readers.head, branch).every(wasHeld))
    if (isRegrouped) return
  }
  for (const branch of removed) {
    const holders = wanted.filter((other) => isCovered(branch, other, 'head')).length
    const effect = isEither ? rejectTwice(holders) : { narrows: holders === 0, widens: false }
    reportBranch(comparison, branch, { all: given, pointer: after.pointer, verb: 'removed' }, effect)
  }
  for (const branch of added) {
    const holders = given.filter((other) => isCovered(other, branch, 'base')).length
    const effect = isEither ? rejectTwice(holders) : { narrows: false, widens: holders === 0 }
    reportBranch(comparison, branch, { all: wanted, pointer: after.pointer, verb: 'added' }, effect)
  }
}

/** Whether an alternative of the base is within one of the head, or the other way round; what carries another tag is not. */
function createIsCovered({ readers, isCovered }: Comparison): Comparison['isCovered'] {
  const tags = { base: new Map<Place[], Map<string, Json>>(), head: new Map<Place[], Map<string, Json>>() }
  const tagsOf = (version: 'base' | 'head', branch: Place[]) => {
    const known = tags[version].get(branch) ?? readTags(readers[version], branch)
    tags[version].set(branch, known)
    return known
  }
  return (one, other, by) => {
    const after = tagsOf('head', other)
    const isOther = [...tagsOf('base', one)].some(([name, value]) => after.has(name) && !isSame(after.get(name), value))
    return !isOther && isCovered(one, other, by)
  }
}

/** `oneOf` rejects what two alternatives accept, and `anyOf` does not. */
function reportExclusive({ report }: Comparison, before: Alternatives, after: Alternatives): void {
  if (before.isExclusive === after.isExclusive) return
  report({
    rule: after.isExclusive ? 'alternatives-became-exclusive' : 'alternatives-became-inclusive',
    pointer: after.pointer,
    says: after.isExclusive
      ? 'may no longer satisfy two alternatives at once'
      : 'may now satisfy two alternatives at once',
    narrows: after.isExclusive,
    widens: before.isExclusive,
  })
}

/** What two other branches of a `oneOf` accept is rejected with a third and without it. */
function rejectTwice(holders: number) {
  return { narrows: holders < 2, widens: holders < 2 }
}
