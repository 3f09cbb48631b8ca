import type { Comparison } from '../schema/comparison.ts'
import { asObject } from '../../document/json.ts'
import { isOfAnyName, readClosing, readRest } from '../schema/members.ts'
import { restrict } from '../schema/union/normal-union.ts'
import { readKeyword, type View } from '../schema/view.ts'
import { compareBound } from './bounds.ts'
import { compareDependencies } from './dependencies.ts'
import { compareProperties } from './properties.ts'
import { locate } from './report.ts'

/** Every name is a string, at a place that no document has. */
const A_NAME = restrict('', new Set(['string']))

export function compareObjects(comparison: Comparison): void {
  const { base, head, descend } = comparison
  if (!base.types.has('object') || !head.types.has('object')) return
  compareProperties(comparison)
  comparePatternProperties(comparison)
  compareRest(comparison)
  compareDependencies(comparison)
  compareBound(comparison, {
    keyword: 'minProperties',
    unit: 'properties',
    isLower: true,
    fallback: 0,
  })
  compareBound(comparison, {
    keyword: 'maxProperties',
    unit: 'properties',
    isLower: false,
    fallback: Infinity,
  })
  const names = { before: readKeyword(base, 'propertyNames'), after: readKeyword(head, 'propertyNames') }
  if (names.before.length + names.after.length > 0) {
    descend([...names.before, A_NAME], [...names.after, A_NAME], { all: 'names' })
  }
}

function comparePatternProperties(comparison: Comparison): void {
  const { base, head, report, descend } = comparison
  const before = readPatterns(base)
  const after = readPatterns(head)
  for (const pattern of before.union(after)) {
    const [one, other] = [base, head].map((view) =>
      readKeyword(view, 'patternProperties').flatMap(({ node, pointer }) => {
        const schema = asObject(node)[pattern]
        return schema === undefined ? [] : [{ node: schema, pointer: `${pointer}/${escape(pattern)}` }]
      }),
    )
    if (before.has(pattern) && after.has(pattern)) {
      descend(one!, other!, { all: 'members' })
      continue
    }
    const isAdded = after.has(pattern)
    const isRestClosed = readRest(isAdded ? base : head).length > 0
    report({
      rule: isAdded ? 'pattern-property-added' : 'pattern-property-removed',
      pointer: (isAdded ? other : one)![0]!.pointer,
      says: `${isAdded ? 'restricts' : 'no longer describes'} properties whose name matches \`${pattern}\``,
      ...(isAdded ? { after: other![0]!.node } : { before: one![0]!.node }),
      narrows: isAdded || isRestClosed,
      widens: !isAdded || isRestClosed,
    })
  }
}

function readPatterns(view: View): Set<string> {
  const patterns = readKeyword(view, 'patternProperties').flatMap(({ node }) => Object.keys(asObject(node)))
  return new Set(patterns.filter((pattern) => !isOfAnyName(pattern)))
}

function escape(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}

/** What holds for members that nothing names. */
function compareRest(comparison: Comparison): void {
  const { base, head, readers, report, descend } = comparison
  const before = readRest(base)
  const after = readRest(head)
  const isOpen = { before: before.length === 0, after: after.length === 0 }
  const isShut = {
    before: readers.base.read(before).types.size === 0,
    after: readers.head.read(after).types.size === 0,
  }
  if (!isOpen.before && !isOpen.after && isShut.before === isShut.after) {
    if (!isShut.before) descend(before, after, { all: 'members' })
    return
  }
  if (isOpen.before && isOpen.after) return compareUnevaluated(comparison)
  const narrows = isOpen.before || isShut.after
  report({
    rule: narrows ? 'additional-properties-restricted' : 'additional-properties-allowed',
    pointer: locate(base, head, 'additionalProperties', 'unevaluatedProperties'),
    says: narrows
      ? `takes ${isShut.after ? 'no properties' : 'only certain values for properties'} that it does not name`
      : `takes ${isOpen.after ? 'any' : 'further'} properties that it does not name`,
    before: isOpen.before || (isShut.before ? false : before[0]?.node),
    after: isOpen.after || (isShut.after ? false : after[0]?.node),
    narrows,
    widens: !narrows,
  })
}

/** Beside branches only a validator knows what is left over, so any difference counts both ways. */
function compareUnevaluated({ base, head, report }: Comparison): void {
  const [before, after] = [readClosing(base), readClosing(head)]
  if (JSON.stringify(before.map(({ node }) => node)) === JSON.stringify(after.map(({ node }) => node))) return
  report({
    rule: 'unevaluated-properties-changed',
    pointer: locate(base, head, 'unevaluatedProperties'),
    says: 'treats properties that no branch names differently',
    before: before[0]?.node,
    after: after[0]?.node,
    narrows: after.length > 0,
    widens: before.length > 0,
  })
}
