import type { Comparison } from '../schema/comparison.ts'
import { areDisjoint } from '../schema/disjoint.ts'
import type { Place } from '../../document/document.ts'
import { EITHER, SAME } from '../finding.ts'
import { matchBranches } from '../schema/match-branches.ts'
import { WITHOUT_UNION, type Part, type Reader, type Union, type View } from '../schema/view.ts'
import { nameBranch } from './branch-name.ts'
import { placeOf } from './report.ts'

/** The alternatives that remain unions after reading: see `mergeDisjoint` for those that do not. */
export function compareUnions(comparison: Comparison): void {
  const { base, head } = comparison
  const { unions: before } = base
  const { unions: after } = head
  if (before.length === after.length) {
    before.forEach((union, index) => compareUnion(comparison, union, after[index]!))
    return
  }
  if (isWrapped(base, head)) compareUnion(comparison, wrap(base), distribute(after[0]!, head))
  else if (isWrapped(head, base)) compareUnion(comparison, distribute(before[0]!, base), wrap(head))
  else compareCounts(comparison, before, after)
}

/** Whether a schema became one alternative of a union that is nothing else. */
export function isWrapped(plain: View, union: View): boolean {
  // A union that leads back to itself would be spread out without end.
  const isSpread = union.parts.some(({ pointer }) => pointer.includes(WITHOUT_UNION))
  return plain.unions.length === 0 && union.unions.length === 1 && !isSpread && union.parts.every(isBareUnion)
}

function isBareUnion({ node }: Part): boolean {
  return Object.keys(node).every((key) => BARE.includes(key) || key.startsWith('x-'))
}

const BARE = [
  '$ref',
  'allOf',
  'anyOf',
  'deprecated',
  'description',
  'discriminator',
  'example',
  'oneOf',
  'title',
  'type',
]

interface Alternatives {
  branches: Place[][]
  pointer: string
  isExclusive: boolean
}

/** A schema without a union is a union of one. */
function wrap(view: View): Alternatives {
  return { branches: [view.places], pointer: placeOf(view) ?? '', isExclusive: false }
}

/** Each branch together with what stands beside the union. */
function distribute(union: Union, view: View): Alternatives {
  const beside = view.parts.flatMap(({ node, pointer, isMerged }) => {
    if (isMerged) return []
    const keyword = union.pointer.slice(pointer.length + 1)
    const { $ref: _$ref, allOf: _allOf, [keyword]: _union, ...rest } = node
    return Object.keys(rest).length > 0 ? [{ node: rest, pointer: `${pointer}${WITHOUT_UNION}` }] : []
  })
  return { ...union, branches: union.branches.map((branch) => [...beside, branch]) }
}

function compareUnion(comparison: Comparison, before: Union | Alternatives, after: Union | Alternatives): void {
  const { readers, descend, isCovered } = comparison
  const given = before.branches.map((branch) => [branch].flat())
  const wanted = after.branches.map((branch) => [branch].flat())
  const isEither =
    (before.isExclusive && overlaps(readers.base, given)) || (after.isExclusive && overlaps(readers.head, wanted))
  const { pairs, removed, added } = matchBranches(readers, given, wanted)
  for (const [one, other] of pairs) {
    const narrowsWhenNarrowed = !wanted.some((branch) => branch !== other && isCovered(one, branch, 'head'))
    const widensWhenWidened = !given.some((branch) => branch !== one && isCovered(branch, other, 'base'))
    descend(one, other, undefined, {
      effect: isEither ? EITHER : { ...SAME, narrowsWhenNarrowed, widensWhenWidened },
    })
  }
  for (const branch of removed) {
    const holders = wanted.filter((other) => isCovered(branch, other, 'head')).length
    const effect = isEither ? refuseTwice(holders) : { narrows: holders === 0, widens: false }
    reportBranch(comparison, branch, after.pointer, 'removed', effect)
  }
  for (const branch of added) {
    const holders = given.filter((other) => isCovered(other, branch, 'base')).length
    const effect = isEither ? refuseTwice(holders) : { narrows: false, widens: holders === 0 }
    reportBranch(comparison, branch, after.pointer, 'added', effect)
  }
}

/** What two other branches of a `oneOf` accept is refused with a third and without it. */
function refuseTwice(holders: number) {
  return { narrows: holders < 2, widens: holders < 2 }
}

/** Whether a value can satisfy two branches, which `oneOf` refuses. */
function overlaps(reader: Reader, branches: Place[][]): boolean {
  const views = branches.map((branch) => reader.read(branch))
  return views.some((view, index) => views.some((other, place) => place > index && !areDisjoint(reader, view, other)))
}

function reportBranch(
  { report, readers }: Comparison,
  branch: Place[],
  pointer: string,
  verb: 'added' | 'removed',
  effect: { narrows: boolean; widens: boolean },
): void {
  const name = nameBranch(verb === 'added' ? readers.head : readers.base, branch)
  report({
    rule: `alternative-${verb}`,
    pointer: branch.at(-1)?.pointer ?? pointer,
    says: verb === 'added' ? `may now be ${name}` : `may no longer be ${name}`,
    ...(verb === 'added' ? { after: branch.at(-1)?.node } : { before: branch.at(-1)?.node }),
    ...effect,
    floor: { request: 'minor', response: 'minor' },
  })
}

function compareCounts({ report }: Comparison, before: Union[], after: Union[]): void {
  const isAdded = after.length > before.length
  report({
    rule: 'alternatives-changed',
    pointer: (isAdded ? after : before).at(-1)?.pointer ?? '',
    says: isAdded ? 'has a further list of alternatives to satisfy' : 'has a list of alternatives less to satisfy',
    narrows: after.length > 0,
    widens: before.length > 0,
  })
}
