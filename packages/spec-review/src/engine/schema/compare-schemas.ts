import type { Side } from '../../change.ts'
import type { OpenApi, Place } from '../../document/document.ts'
import { applyEffect, compose, SAME, type Effect } from '../finding.ts'
import { isSame, toKey } from '../../document/json.ts'
import { compareAnnotations } from '../rules/annotations.ts'
import { compareArrays } from '../rules/arrays.ts'
import { compareConditions } from '../rules/conditions.ts'
import { compareNumbers } from '../rules/numbers.ts'
import { compareObjects } from '../rules/objects.ts'
import { compareStrings } from '../rules/strings.ts'
import { compareTypes } from '../rules/types.ts'
import { compareUnions, isWrapped } from '../rules/unions.ts'
import { compareValues } from '../rules/values.ts'
import type { Comparison, Pair, SchemaComparer } from './comparison.ts'
import { readScope, type Scope } from './names.ts'
import { createReader } from './reader.ts'
import { asText } from './text.ts'

/** Compares schemas of two documents as one side sees them; each pair once, so that circles end. */
export function createSchemaComparer(base: OpenApi, head: OpenApi, side: Side, isText = false): SchemaComparer {
  const readers = { base: createReader(base, side), head: createReader(head, side) }
  const pairs = new Map<string, Pair>()

  return { readers, compare: (one, other, isRequired) => compare(one, other, isRequired) }

  function compare(basePlaces: Place[], headPlaces: Place[], isRequired: boolean, enclosing?: Scope): Pair {
    const views = { base: readers.base.read(basePlaces), head: readers.head.read(headPlaces) }
    const scope = enclosing ?? readScope(readers.base, basePlaces)
    const key = [
      views.base.key,
      views.head.key,
      enclosing ? toKey([...enclosing.names, enclosing.isClosed, enclosing.isCondition]) : '',
      isRequired,
    ].join(' | ')
    const known = pairs.get(key)
    if (known) return known
    const pair: Pair = { key, isComplete: false, findings: [], edges: [] }
    pairs.set(key, pair)
    const isOther = isText && !isSame([...views.base.types], [...views.head.types])
    compareViews({
      ...(isOther ? { base: asText(views.base), head: asText(views.head) } : views),
      readers,
      scope,
      isRequired,
      isText,
      report: (finding) => pair.findings.push(finding),
      descend(baseBelow, headBelow, step, how = {}) {
        const { effect = SAME, isRequired: isAlways = step === undefined && isRequired } = how
        const child = compare(
          baseBelow,
          headBelow,
          isAlways,
          step === undefined ? { ...scope, isCondition: how.isCondition ?? scope.isCondition } : undefined,
        )
        pair.edges.push({ step, effect, pair: child })
      },
      isCovered(baseBelow, headBelow, by) {
        const { narrows, widens } = summarise(compare(baseBelow, headBelow, isRequired, scope))
        return by === 'head' ? !narrows : !widens
      },
    })
    pair.isComplete = true
    return pair
  }
}

function compareViews(comparison: Comparison): void {
  compareAnnotations(comparison)
  // The parts beside a union that only one side has belong to its branches, and are compared there.
  if (isWrapped(comparison.base, comparison.head) || isWrapped(comparison.head, comparison.base)) {
    compareUnions(comparison)
    return
  }
  if (compareTypes(comparison) === 'settled' || compareValues(comparison) === 'settled') return
  compareNumbers(comparison)
  compareStrings(comparison)
  compareArrays(comparison)
  compareObjects(comparison)
  compareConditions(comparison)
  compareUnions(comparison)
}

/** Whether anything in a pair or below it narrows or widens it, undeclared names included; both while it is open. */
export function summarise(root: Pair): { narrows: boolean; widens: boolean } {
  const result = { narrows: false, widens: false }
  const seen = new Set<string>()
  const queue: { pair: Pair; effect: Effect }[] = [{ pair: root, effect: SAME }]
  for (const { pair, effect } of queue) {
    const state = `${pair.key} ${Object.values(effect).map(Number).join('')}`
    if (seen.has(state)) continue
    seen.add(state)
    if (!pair.isComplete) return { narrows: true, widens: true }
    for (const finding of pair.findings) {
      const { narrows, widens } = applyEffect({ ...finding, isTolerated: false }, effect)
      result.narrows ||= narrows
      result.widens ||= widens
    }
    for (const edge of pair.edges) queue.push({ pair: edge.pair, effect: compose(effect, edge.effect) })
  }
  return result
}
