import type { Json } from '../../../change.ts'
import type { Place } from '../../../document/document.ts'
import { asText, toKey } from '../../../document/json.ts'
import { accepts } from '../accepts.ts'
import { readItem } from '../items.ts'
import { readMember, requiredOf } from '../members.ts'
import { arePatternsDisjoint } from '../patterns.ts'
import { readTags } from './branch-tags.ts'
import { ALL_TYPES } from '../types.ts'
import { readKeyword, type Reader, type View } from '../view.ts'

/** Whether a value can satisfy two branches; true also where that cannot be seen. */
export function overlaps(reader: Reader, branches: Place[][]): boolean {
  const views = branches.map((branch) => reader.read(branch))
  if (areTagged(reader, branches)) {
    // Tags are of objects. What has no type at all is meant to be one.
    const typed = views.filter((view) => view.types.size < ALL_TYPES.length)
    return typed.some((view) => views.some((other) => other !== view && !areOnlyObjectsShared(reader, view, other)))
  }
  return views.some((view, index) => views.some((other, place) => place > index && !areDisjoint(reader, view, other)))
}

function areOnlyObjectsShared(reader: Reader, one: View, other: View): boolean {
  const rest = { ...one, types: one.types.difference(new Set(['object'])) }
  return areDisjoint(reader, rest, other)
}

/** Whether each branch has another value of one tag, which a long list of branches shows sooner than each pair of them. */
function areTagged(reader: Reader, branches: Place[][]): boolean {
  const [first, ...others] = branches.map((branch) => readTags(reader, branch))
  return [...(first?.keys() ?? [])].some((name) => {
    const values = [first!, ...others].map((tags) => tags.get(name))
    return !values.includes(undefined) && new Set(values.map(toKey)).size === branches.length
  })
}

/** Whether no value can satisfy both; false also where that cannot be seen. */
function areDisjoint(reader: Reader, one: View, other: View, depth = 0): boolean {
  const shared = one.types.intersection(other.types)
  if (shared.size === 0) return true
  if (one.values?.every((value) => accepts(reader, other, value) === false)) return true
  if (other.values?.every((value) => accepts(reader, one, value) === false)) return true
  if (depth <= 2 && (isSplitDisjoint(reader, one, other, depth) || isSplitDisjoint(reader, other, one, depth)))
    return true
  return [...shared].every((type) => {
    if (type === 'integer' || type === 'fraction') return areNumbersDisjoint(one, other)
    if (type === 'string') return areStringsDisjoint(one, other)
    if (depth > 2) return false
    if (type === 'array') return areArraysDisjoint(reader, one, other, depth)
    return type === 'object' && areObjectsDisjoint(reader, one, other, depth)
  })
}

/** Whether each alternative of the one, of which a value has to satisfy some, is disjoint with the other. */
function isSplitDisjoint(reader: Reader, one: View, other: View, depth: number): boolean {
  return one.unions.some(({ branches, types }) => {
    const isDecided = one.types.intersection(other.types).isSubsetOf(types)
    return isDecided && branches.every((branch) => areDisjoint(reader, reader.read(branch), other, depth + 1))
  })
}

/** Whether one has to be longer than the other may be, or what has to be at some position cannot be of both. */
function areArraysDisjoint(reader: Reader, one: View, other: View, depth: number): boolean {
  const [first, second] = [one, other].map((view) => ({
    shortest: Math.max(0, ...numbersOf(view, 'minItems')),
    longest: Math.min(...numbersOf(view, 'maxItems')),
  }))
  if (first!.longest < second!.shortest || second!.longest < first!.shortest) return true
  const sure = Math.min(Math.max(first!.shortest, second!.shortest), MOST_POSITIONS)
  return Array.from({ length: sure }, (_, index) => index).some((index) => {
    const [item, next] = [one, other].map((view) => reader.read(readItem(view, index)))
    return areDisjoint(reader, item!, next!, depth + 1)
  })
}

/** Those that tuples name; further items are as these. */
const MOST_POSITIONS = 8

function areObjectsDisjoint(reader: Reader, one: View, other: View, depth: number): boolean {
  const required = requiredOf(reader, one).union(requiredOf(reader, other))
  return [...required].some((name) => {
    const [first, second] = [one, other].map((view) => reader.read(readMember(reader, view, name).places))
    return areDisjoint(reader, first!, second!, depth + 1)
  })
}

function areNumbersDisjoint(one: View, other: View): boolean {
  const ranges = [one, other].map((view) => ({
    lowest: Math.max(...numbersOf(view, 'minimum'), ...numbersOf(view, 'exclusiveMinimum')),
    highest: Math.min(...numbersOf(view, 'maximum'), ...numbersOf(view, 'exclusiveMaximum')),
    ends: [...numbersOf(view, 'exclusiveMinimum'), ...numbersOf(view, 'exclusiveMaximum')],
  }))
  const isBelow = (low: (typeof ranges)[0], high: (typeof ranges)[0]) =>
    low.highest < high.lowest || (low.highest === high.lowest && [...low.ends, ...high.ends].includes(low.highest))
  return isBelow(ranges[0]!, ranges[1]!) || isBelow(ranges[1]!, ranges[0]!)
}

function areStringsDisjoint(one: View, other: View): boolean {
  const [first, second] = [one, other].map((view) => ({
    shortest: Math.max(...numbersOf(view, 'minLength')),
    longest: Math.min(...numbersOf(view, 'maxLength')),
    patterns: readKeyword(view, 'pattern').map(({ node }) => asText(node)),
  }))
  if (first!.longest < second!.shortest || second!.longest < first!.shortest) return true
  return first!.patterns.some((pattern) => second!.patterns.some((next) => arePatternsDisjoint(pattern, next)))
}

const numbersOf = (view: View, keyword: string) =>
  readKeyword(view, keyword).flatMap(({ node }: { node: Json }) => (typeof node === 'number' ? [node] : []))
