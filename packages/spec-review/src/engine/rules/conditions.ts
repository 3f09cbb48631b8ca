import type { Json } from '../../change.ts'
import type { Comparison } from '../schema/comparison.ts'
import type { Place } from '../../document/document.ts'
import { EITHER, INVERSE } from '../finding.ts'
import { asArray, asObject, isSame, toKey } from '../../document/json.ts'
import { below } from '../../document/pointer.ts'
import { isWholeList } from '../schema/items.ts'
import type { TypeName } from '../schema/types.ts'
import { restrict } from '../schema/union/normal-union.ts'
import { OF_VALUE, readKeyword, type Part, type Reader, type View } from '../schema/view.ts'
import { pairUp } from './pair-up.ts'
import { locate } from './report.ts'

/** `not`, `if`, and what only a validator that runs can know. */
export function compareConditions(comparison: Comparison): void {
  compareNot(comparison)
  compareIf(comparison)
  compareOpaque(comparison, '$dynamicRef')
  if (!isWholeList(comparison.base) || !isWholeList(comparison.head)) compareOpaque(comparison, 'unevaluatedItems')
}

function compareNot({ base, head, readers, report, descend }: Comparison): void {
  const shared = base.types.intersection(head.types)
  const { pairs, removed, added } = pairUp(
    excludeFrom(readers.base, readExclusions(base), shared),
    excludeFrom(readers.head, readExclusions(head), shared),
    (places) => places.map(({ node }) => node),
  )
  for (const [one, other] of pairs) descend(one, other, undefined, { effect: INVERSE, isCondition: true })
  if (removed.length + added.length === 0) return
  const isAdded = added.length > 0
  report({
    rule: isAdded ? 'exclusion-added' : 'exclusion-removed',
    pointer: [...added, ...removed][0]!.at(-1)!.pointer,
    says: isAdded ? 'excludes further values' : 'excludes fewer values',
    before: removed[0]?.at(-1)?.node,
    after: added[0]?.at(-1)?.node,
    narrows: isAdded,
    widens: !isAdded,
  })
}

/** What each excludes of some types; one that excludes nothing of them says nothing. */
function excludeFrom(reader: Reader, exclusions: Place[], types: Set<TypeName>): Place[][] {
  return exclusions.flatMap((place) => {
    const excluded = reader.read([place]).types
    if (excluded.isDisjointFrom(types)) return []
    return [excluded.isSubsetOf(types) ? [place] : [restrict(place.pointer, types), place]]
  })
}

/** Nothing satisfies `false`, so that `not: false` excludes nothing. Excluded values are one list of them. */
function readExclusions(view: View): Place[] {
  const all = readKeyword(view, 'not').filter(({ node }) => node !== false)
  const listed = all.filter(({ node }) => readListed(node) !== undefined)
  if (listed.length < 2) return all
  const values = new Map(listed.flatMap(({ node }) => readListed(node)!).map((value) => [toKey(value), value]))
  const pointer = `${listed[0]!.pointer}${OF_VALUE}`
  return [...all.filter((place) => !listed.includes(place)), { node: { enum: [...values.values()] }, pointer }]
}

/** The values of a schema that lists them and says nothing else. */
function readListed(schema: Json): Json[] | undefined {
  const { const: value, enum: values, ...rest } = asObject(schema)
  if (Object.keys(rest).length > 0 || (value === undefined) === (values === undefined)) return undefined
  return value === undefined ? asArray(values) : [value]
}

function compareIf({ base, head, report, descend }: Comparison): void {
  const { pairs, removed, added } = pairUp(readConditional(base), readConditional(head), ({ node }) =>
    CONDITIONAL.map((keyword) => node[keyword]),
  )
  for (const [one, other] of pairs) {
    descend(pick(one, 'if'), pick(other, 'if'), undefined, { effect: EITHER, isCondition: true })
    for (const keyword of ['then', 'else']) {
      if (one.node[keyword] === undefined && other.node[keyword] === undefined) continue
      descend(pick(one, keyword), pick(other, keyword), undefined, { isCondition: true })
    }
  }
  if (removed.length + added.length === 0) return
  const isAdded = added.length > 0
  report({
    rule: isAdded ? 'condition-added' : 'condition-removed',
    pointer: below([...added, ...removed][0]!.pointer, 'if'),
    says: isAdded ? 'has a condition to satisfy' : 'has a condition less to satisfy',
    before: removed[0]?.node['if'],
    after: added[0]?.node['if'],
    narrows: isAdded,
    widens: !isAdded,
  })
}

const CONDITIONAL = ['if', 'then', 'else']

/** `if` without a consequence says nothing. */
function readConditional({ parts }: View): Part[] {
  return parts.filter(({ node }) => node['if'] !== undefined && (node['then'] ?? node['else']) !== undefined)
}

function pick({ node, pointer }: Part, keyword: string): Place[] {
  return node[keyword] === undefined ? [] : [{ node: node[keyword], pointer: below(pointer, keyword) }]
}

function compareOpaque({ base, head, report }: Comparison, keyword: string): void {
  const before = readKeyword(base, keyword).map(({ node }) => node)
  const after = readKeyword(head, keyword).map(({ node }) => node)
  if (isSame(before, after)) return
  const isAdded = before.length === 0
  const isRemoved = after.length === 0
  report({
    rule: `${keyword.replace('$', '').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-changed`,
    pointer: locate(base, head, keyword),
    says: `has a different \`${keyword}\``,
    before: before[0],
    after: after[0],
    narrows: !isRemoved,
    widens: !isAdded,
  })
}
