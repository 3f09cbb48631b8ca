import type { Place } from '../../../document/document.ts'
import { toKey } from '../../../document/json.ts'
import { componentOf, readTags } from './branch-tags.ts'
import type { Reader } from '../view.ts'

interface Match {
  pairs: [Place[], Place[]][]
  removed: Place[][]
  added: Place[][]
}

/** Enough pairs of alternatives to look for those that mean the same. */
const MOST_TRIALS = 400

/** Which alternative of the base became which of the head: by name, by tag, by text, by meaning, and at last by kind. */
export function matchBranches(
  readers: { base: Reader; head: Reader },
  base: Place[][],
  head: Place[][],
  isSame: (one: Place[], other: Place[]) => boolean,
): Match {
  const match: Match = { pairs: [], removed: [...base], added: [...head] }
  if (base.length === 1 && head.length === 1) {
    pair(match, base[0]!, head[0]!)
    return match
  }
  pairBy(match, componentOf, componentOf)
  pairBy(
    match,
    (branch) => tagOf(readers.base, branch),
    (branch) => tagOf(readers.head, branch),
  )
  pairBy(match, textOf, textOf)
  const areKin = (one: Place[], other: Place[]) => isAlike(readers.base.read(one).types, readers.head.read(other).types)
  const isFew = match.removed.length * match.added.length <= MOST_TRIALS
  if (isFew) pairEach(match, (one, other) => areKin(one, other) && isSame(one, other))
  // Two that carry different names or tags are different things, however alike.
  pairEach(
    match,
    (one, other) => isUntagged(readers.base, one) && isUntagged(readers.head, other) && areKin(one, other),
  )
  return match
}

type Identify = (branch: Place[]) => string | undefined

function pairBy(match: Match, identifyBase: Identify, identifyHead: Identify): void {
  const others = new Map(match.added.map((branch) => [identifyHead(branch), branch] as const).toReversed())
  for (const branch of match.removed) {
    const identity = identifyBase(branch)
    const other = identity === undefined ? undefined : others.get(identity)
    if (!other) continue
    others.delete(identity)
    pair(match, branch, other)
  }
}

function pairEach(match: Match, isCounterpart: (one: Place[], other: Place[]) => boolean): void {
  for (const branch of match.removed) {
    const other = match.added.find((candidate) => isCounterpart(branch, candidate))
    if (other) pair(match, branch, other)
  }
}

function pair(match: Match, base: Place[], head: Place[]): void {
  match.pairs.push([base, head])
  match.removed = match.removed.filter((branch) => branch !== base)
  match.added = match.added.filter((branch) => branch !== head)
}

function tagOf(reader: Reader, branch: Place[]): string | undefined {
  const { values } = reader.read(branch)
  if (values?.length === 1) return toKey(values)
  const tags = [...readTags(reader, branch)]
  return tags.length > 0 ? toKey(tags) : undefined
}

const textOf = (branch: Place[]) => toKey(branch.at(-1)?.node)

const isUntagged = (reader: Reader, branch: Place[]) =>
  componentOf(branch) === undefined && tagOf(reader, branch) === undefined

function isAlike(types: Set<string>, others: Set<string>): boolean {
  return types.size === others.size && types.isSubsetOf(others)
}
