import type { Side } from '../../change.ts'
import type { OpenApi, Place } from '../../document/document.ts'
import { applyEffect, compose, SAME, type Effect } from '../finding.ts'
import { digest, isSame, toKey } from '../../document/json.ts'
import { compareAnnotations } from '../rules/annotations.ts'
import { compareArrays } from '../rules/arrays.ts'
import { compareConditions } from '../rules/conditions.ts'
import { compareDiscriminators } from '../rules/unions/discriminators.ts'
import { compareNumbers } from '../rules/numbers.ts'
import { compareObjects } from '../rules/objects.ts'
import { compareStrings } from '../rules/strings.ts'
import { compareTypes } from '../rules/types.ts'
import { compareUnions, compareUnionsApart, typesOfUnions } from '../rules/unions/unions.ts'
import { compareValues } from '../rules/values.ts'
import type { Comparison, Differences, Pair, SchemaComparer } from './comparison.ts'
import { readScope, type Scope } from './names.ts'
import { createReader } from './reader.ts'
import { asText } from './text.ts'
import type { TypeName } from './types.ts'
import { isUnchanged } from './unchanged.ts'
import type { View } from './view.ts'

/** Whether one alternative is within another can depend on the same of alternatives below, which has to end somewhere. */
const MOST_TRIALS = 20

/** Compares schemas of two documents as one side sees them; each pair once, so that circles end. */
export function createSchemaComparer(base: OpenApi, head: OpenApi, side: Side, isText = false): SchemaComparer {
  const readers = { base: createReader(base, side), head: createReader(head, side) }
  const pairs = new Map<string, Pair>()
  let trials = 0

  return { readers, compare: (one, other, isRequired) => compare(one, other, isRequired) }

  function compare(basePlaces: Place[], headPlaces: Place[], isRequired: boolean, enclosing?: Scope): Pair {
    if (isUnchanged(base, head, basePlaces, headPlaces)) return UNCHANGED
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
    const nodes = [views.base, views.head].map(({ places }) => places.map(({ node }) => node))
    const pair: Pair = { key, content: once(() => digest(toKey(nodes))), isComplete: false, findings: [], edges: [] }
    pairs.set(key, pair)
    const isOther = isText && !isSame([...views.base.types], [...views.head.types])
    const differ = (one: Place[], other: Place[]) => compare(one, other, isRequired, scope)
    const compareInto = (target: Differences): Comparison => ({
      ...(isOther ? { base: asText(views.base), head: asText(views.head) } : views),
      readers,
      scope,
      isRequired,
      isText,
      report: (finding) => target.findings.push(finding),
      descend(baseBelow, headBelow, step, how = {}) {
        const { effect = SAME, isRequired: isAlways = step === undefined && isRequired } = how
        const child = compare(
          baseBelow,
          headBelow,
          isAlways,
          step === undefined ? { ...scope, isCondition: how.isCondition ?? scope.isCondition } : undefined,
        )
        target.edges.push({ step, effect, pair: child })
      },
      differ,
      isCovered(baseBelow, headBelow, by) {
        if (trials >= MOST_TRIALS) return false
        trials++
        const { narrows, widens } = summarise(differ(baseBelow, headBelow))
        trials--
        return by === 'head' ? !narrows : !widens
      },
    })
    compareViews(pair, compareInto)
    pair.isComplete = true
    return pair
  }
}

const UNCHANGED: Pair = { key: '', content: () => '', isComplete: true, findings: [], edges: [] }

function once(make: () => string): () => string {
  let made: string | undefined
  return () => (made ??= make())
}

type CompareInto = (target: Differences) => Comparison

function compareViews(pair: Differences, compareInto: CompareInto): void {
  const comparison = compareInto(pair)
  compareAnnotations(comparison)
  if (compareTypes(comparison) === 'settled' || compareValues(comparison) === 'settled') return
  compareConditions(comparison)
  compareDiscriminators(comparison)
  if (!decideAlike(comparison)) return compareWhole(comparison)
  const { findings, edges } = compareUnionPair(compareInto)
  pair.findings.push(...findings)
  pair.edges.push(...edges)
}

/** What a union decides by its alternatives, with what stands beside it in each, and the rest by type. */
function compareWhole(comparison: Comparison): void {
  compareByType(withoutTypes(comparison, typesOfUnions(comparison)))
  compareUnions(comparison)
}

/** What stands beside a union is compared apart, unless something moved between the union and what stands beside it. */
function compareUnionPair(compareInto: CompareInto): Differences {
  const collect = (run: (comparison: Comparison) => void) => {
    const differences: Differences = { findings: [], edges: [] }
    run(compareInto(differences))
    return differences
  }
  const beside = collect(compareByType)
  const within = collect(compareUnionsApart)
  const apart = { findings: [...beside.findings, ...within.findings], edges: [...beside.edges, ...within.edges] }
  if (countEffects(beside) === 0) return apart
  const whole = collect(compareWhole)
  return countEffects(whole) < countEffects(apart) ? whole : apart
}

/** Whether each of the two has one union, which decides the same of the types that both accept. */
function decideAlike({ base, head }: Comparison): boolean {
  const [[one, ...others], [other, ...further]] = [base.unions, head.unions]
  if (!one || !other || others.length + further.length > 0) return false
  return one.types.symmetricDifference(other.types).isDisjointFrom(base.types.intersection(head.types))
}

/** How many differences there are that are more than wording, at any depth; no end where that is not known yet. */
function countEffects(root: Differences): number {
  const seen = new Set([root])
  let count = 0
  for (const { findings, edges } of seen) {
    count += findings.filter(({ narrows, widens, floor }) => narrows || widens || floor).length
    for (const { pair, step } of edges) {
      if (!pair.isComplete && step === undefined) return Infinity
      seen.add(pair)
    }
  }
  return count
}

function compareByType(comparison: Comparison): void {
  compareNumbers(comparison)
  compareStrings(comparison)
  compareArrays(comparison)
  compareObjects(comparison)
}

function withoutTypes(comparison: Comparison, types: Set<TypeName>): Comparison {
  if (types.size === 0) return comparison
  const { base, head } = comparison
  const without = (view: View) => ({ ...view, types: view.types.difference(types) })
  return { ...comparison, base: without(base), head: without(head) }
}

/** Whether anything in a pair or below it narrows or widens it, undeclared names included; both while it is open. */
function summarise(root: Pair): { narrows: boolean; widens: boolean } {
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
