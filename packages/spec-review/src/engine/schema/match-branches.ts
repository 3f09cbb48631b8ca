import type { Place } from '../../document/document.ts'
import { isObject, toKey } from '../../document/json.ts'
import { readMember, requiredOf } from './members.ts'
import type { Reader } from './view.ts'

interface Match {
  pairs: [Place[], Place[]][]
  removed: Place[][]
  added: Place[][]
}

/** Which alternative of the base became which of the head: by name, by tag, by text, and at last by kind. */
export function matchBranches(readers: { base: Reader; head: Reader }, base: Place[][], head: Place[][]): Match {
  const match: Match = { pairs: [], removed: [...base], added: [...head] }
  pairBy(match, nameOf, nameOf)
  pairBy(
    match,
    (branch) => tagOf(readers.base, branch),
    (branch) => tagOf(readers.head, branch),
  )
  pairBy(match, textOf, textOf)
  for (const branch of match.removed) {
    const { types } = readers.base.read(branch)
    const other = match.added.find((candidate) => isAlike(types, readers.head.read(candidate).types))
    if (other && isUntagged(readers.base, branch) && isUntagged(readers.head, other)) pair(match, branch, other)
  }
  return match
}

type Identify = (branch: Place[]) => string | undefined

function pairBy(match: Match, identifyBase: Identify, identifyHead: Identify): void {
  for (const branch of match.removed) {
    const identity = identifyBase(branch)
    if (identity === undefined) continue
    const other = match.added.find((candidate) => identifyHead(candidate) === identity)
    if (other) pair(match, branch, other)
  }
}

function pair(match: Match, base: Place[], head: Place[]): void {
  match.pairs.push([base, head])
  match.removed = match.removed.filter((branch) => branch !== base)
  match.added = match.added.filter((branch) => branch !== head)
}

function nameOf(branch: Place[]): string | undefined {
  const node = branch.at(-1)?.node
  return isObject(node) && typeof node['$ref'] === 'string' ? node['$ref'] : undefined
}

/** The required properties with one possible value, which tell the alternatives apart. */
function tagOf(reader: Reader, branch: Place[]): string | undefined {
  const view = reader.read(branch)
  if (view.values?.length === 1) return toKey(view.values)
  if (!view.types.has('object')) return undefined
  const tags = [...requiredOf(reader, view)].toSorted().flatMap((name) => {
    const { values } = reader.read(readMember(reader, view, name).places)
    return values?.length === 1 ? [[name, values]] : []
  })
  return tags.length > 0 ? toKey(tags) : undefined
}

function textOf(branch: Place[]): string {
  return toKey(branch.map(({ node }) => node))
}

/** Two that carry different names or tags are different things, however alike. */
function isUntagged(reader: Reader, branch: Place[]): boolean {
  return nameOf(branch) === undefined && tagOf(reader, branch) === undefined
}

function isAlike(types: Set<string>, others: Set<string>): boolean {
  return types.size === others.size && types.isSubsetOf(others)
}
