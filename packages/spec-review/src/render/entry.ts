import type { Side, Usage } from '../change.ts'
import type { TypeEffect } from '../source/compare-types.ts'
import type { Cause } from '../report.ts'
import { code, count, join, readMessage, strong, type Inline, type Item } from './document.ts'
import { excerpt } from './payload.ts'
import { limits, toLine } from './plain-text.ts'
import { sayPlace } from './say.ts'

const shownOperations = 2

/** A break, with what a reviewer needs to judge it. */
export function describeBreak(cause: Cause, places: Places): Item {
  return {
    line: [...headline(cause), ' · ', code(cause.fingerprint)],
    below: [[...describeUsages(cause, places), ...describePayload(cause), '. ', ...describeTypes(cause)]],
  }
}

/** What breaks nobody, on one line. */
export function describeOther(cause: Cause): Item {
  const reason = cause.approved === undefined ? [] : [' Approved: ', cause.approved]
  return { line: [...headline(cause), ...reason] }
}

function headline(cause: Cause): Inline[] {
  const { path, message, place } = cause
  const start = `\`${path}\``
  const says = message.startsWith(start) ? [strong(code(path)), message.slice(start.length)] : [message]
  const words = says.flatMap((part) => (typeof part === 'string' ? readMessage(part) : [part]))
  const values = [...describeValues(cause)]
  const where = place ? [' · ', code(`${place.file}:${place.line}`), place.at === 'base' ? ' at the base' : ''] : []
  return [...words, ...values, ...where]
}

function describeValues({ before, after }: Cause): Inline[] {
  if (before === undefined && after === undefined) return []
  const show = (value: unknown): Inline =>
    value === undefined ? 'nothing' : code(toLine(JSON.stringify(value), limits.code))
  return [' ', show(before), ' → ', show(after)]
}

function describeUsages({ breaks, usages }: Cause, places: Places): Inline[] {
  const who = breaks.map((side) => (side === 'request' ? 'code that sends' : 'code that reads')).join(' and ')
  const start = `Breaks ${who}`
  const affected = usages.filter(({ side }) => breaks.includes(side))
  const operations = listOperations(affected.length > 0 ? affected : usages)
  if (operations.length === 0) return [start]
  if (operations.length <= shownOperations) return [`${start} at `, ...join(operations, ', ')]
  return [`${start} at `, strong(`${places.name(operations)} (${count(operations.length, 'operation')})`)]
}

/** Lists of operations that are too long for a line. Causes in one schema share theirs, so each gets a letter. */
export interface Places {
  name(operations: Inline[][]): string
  /** The lists that have been named so far. */
  named(): [name: string, operations: Inline[][]][]
}

export function createPlaces(): Places {
  const lists = new Map<string, { name: string; operations: Inline[][] }>()
  return {
    name(operations) {
      const key = JSON.stringify(operations)
      const list = lists.get(key) ?? { name: nameOf(lists.size), operations }
      lists.set(key, list)
      return list.name
    },
    named: () => [...lists.values()].map(({ name, operations }) => [name, operations]),
  }
}

/** A to Z, then A1 and so on. */
const nameOf = (index: number) =>
  String.fromCodePoint(65 + (index % 26)) + (index < 26 ? '' : String(Math.floor(index / 26)))

function describePayload(cause: Cause): Inline[] {
  const { payload } = cause
  if (!payload) return []
  const says =
    payload.usage.side === 'request' ? ', which refuses what it accepted: ' : ', which can send what it never sent: '
  return [says, code(excerpt(payload, cause.usages))]
}

const listOperations = (usages: Usage[]) =>
  [...group(usages)].map(([operation, statuses]): Inline[] => [code(operation), ` (${[...statuses].join(', ')})`])

/** Each operation with its sides: `request`, `200`, `404`. */
function group(usages: Usage[]): Map<string, Set<string>> {
  const operations = new Map<string, Set<string>>()
  for (const { operation, side, status } of usages) {
    const places = operations.get(operation) ?? new Set()
    operations.set(operation, places.add(side === 'request' ? 'request' : (status ?? 'response')))
  }
  return operations
}

function describeTypes({ path, seenBy, types, typesCompared }: Cause): Inline[] {
  const broken = types.filter((effect) => effect.breaks.length > 0)
  const [first] = broken
  if (!first) return typesCompared ? ['TypeScript sees nothing: it fails at run time.'] : []
  const start = seenBy === 'compiler' ? 'Only TypeScript sees it: ' : 'TypeScript: '
  const at = first.name ?? sayPlace(first.usages[0]!)
  const where = at === path || at === '' ? [] : [code(at), ' ']
  const more = broken.length > 1 ? `, and ${broken.length - 1} more` : ''
  return [start, ...where, words[first.kind], ...describeChange(first), `${more}.`]
}

const words: Record<TypeEffect['kind'], string> = {
  added: 'is new',
  'became optional': 'became optional',
  'became required': 'became required',
  'can be null': 'can be null',
  changed: 'changed',
  gone: 'is gone',
  'name gone': 'is gone',
  narrower: 'is narrower',
  'never null': 'is never null',
  wider: 'is wider',
}

/** Of the others, the word says it all. */
function describeChange({ kind, before, after }: TypeEffect): Inline[] {
  if (!['changed', 'narrower', 'wider'].includes(kind) || before === undefined || after === undefined) return []
  return [', ', code(toLine(before, 80)), ' → ', code(toLine(after, 80))]
}

export const sides = (side: Side, causes: Cause[]) => causes.filter(({ breaks }) => breaks.includes(side)).length
