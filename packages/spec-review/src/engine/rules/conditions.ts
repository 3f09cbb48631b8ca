import type { Comparison } from '../schema/comparison.ts'
import type { Place } from '../../document/document.ts'
import { EITHER, INVERSE } from '../finding.ts'
import { isSame } from '../../document/json.ts'
import { below } from '../../document/pointer.ts'
import { isWholeList } from '../schema/items.ts'
import { readKeyword, type Part, type View } from '../schema/view.ts'
import { readDependency } from './dependencies.ts'
import { locate } from './report.ts'

/** `not`, `if`, and what only a validator that runs can know. */
export function compareConditions(comparison: Comparison): void {
  compareNot(comparison)
  compareIf(comparison)
  compareOpaque(comparison, '$dynamicRef')
  if (!isWholeList(comparison.base) || !isWholeList(comparison.head)) compareOpaque(comparison, 'unevaluatedItems')
}

function compareNot({ base, head, report, descend }: Comparison): void {
  const [before, after] = [readExclusions(base), readExclusions(head)]
  if (before.length === after.length) {
    before.forEach((place, index) =>
      descend([place], [after[index]!], undefined, { effect: INVERSE, isCondition: true }),
    )
    return
  }
  const isAdded = after.length > before.length
  report({
    rule: isAdded ? 'exclusion-added' : 'exclusion-removed',
    pointer: locate(base, head, 'not'),
    says: isAdded ? 'excludes further values' : 'excludes fewer values',
    before: before[0]?.node,
    after: after[0]?.node,
    narrows: isAdded || after.length > 0,
    widens: !isAdded || before.length > 0,
  })
}

/** Nothing satisfies `false`, so that `not: false` excludes nothing. */
const readExclusions = (view: View) => readKeyword(view, 'not').filter(({ node }) => node !== false)

function compareIf({ base, head, report, descend }: Comparison): void {
  const before = readConditional(base)
  const after = readConditional(head)
  if (before.length !== after.length) {
    const isAdded = after.length > before.length
    report({
      rule: isAdded ? 'condition-added' : 'condition-removed',
      pointer: locate(base, head, 'if'),
      says: isAdded ? 'has a condition to satisfy' : 'has a condition less to satisfy',
      before: before[0]?.node['if'],
      after: after[0]?.node['if'],
      narrows: isAdded || after.length > 0,
      widens: !isAdded || before.length > 0,
    })
    return
  }
  before.forEach((one, index) => {
    const other = after[index]!
    descend(pick(one, 'if'), pick(other, 'if'), undefined, { effect: EITHER, isCondition: true })
    for (const keyword of ['then', 'else']) {
      if (one.node[keyword] === undefined && other.node[keyword] === undefined) continue
      descend(pick(one, keyword), pick(other, keyword), undefined, { isCondition: true })
    }
  })
}

/** `if` without a consequence says nothing, and one that makes a property need others is compared as that. */
function readConditional({ parts }: View): Part[] {
  return parts.filter(
    ({ node }) =>
      node['if'] !== undefined && (node['then'] ?? node['else']) !== undefined && readDependency(node) === undefined,
  )
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
