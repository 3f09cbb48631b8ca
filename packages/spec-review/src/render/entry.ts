import type { Side, Usage } from '../change.ts'
import type { TypeEffect } from '../source/compare-types.ts'
import type { Cause } from '../report.ts'
import { code, count, join, link, readMessage, small, strong, type Inline, type Item } from './document.ts'
import { linkToPlace, linkToRules, type Links } from './text/links.ts'
import { excerpt, missingMember } from './text/payload.ts'
import { limits, toLine } from './text/plain-text.ts'
import { sayPlace } from './text/say.ts'
import { compareMembers, cutShared } from './text/type-text.ts'
import { describeBefore } from './text/values.ts'

const shownOperations = 2

/** A break, with what a reviewer needs to judge it. */
export function describeBreak(cause: Cause, places: Places, links: Links | undefined): Item {
  return {
    line: [...headline(cause), ...describeUsages(cause, places)],
    below: [
      [
        ...describePayload(cause),
        ...describeTypes(cause),
        small(...describeSource(cause, links), ' · approve as ', code(cause.fingerprint)),
      ],
    ],
  }
}

/** What breaks nobody, on one line. */
export function describeOther(cause: Cause, links: Links | undefined): Item {
  const reason = cause.approved === undefined ? [] : [' Approved: ', cause.approved]
  return { line: [...headline(cause), ...reason, ' ', small(...describeSource(cause, links))] }
}

function headline(cause: Cause): Inline[] {
  const { path, message, renamed } = cause
  const start = `\`${path}\``
  const sentence = message.replace(/\.$/, '')
  const says = sentence.startsWith(start) ? [strong(code(path)), sentence.slice(start.length)] : [sentence]
  const words = says.flatMap((part) => (typeof part === 'string' ? readMessage(part) : [part]))
  const rename: Inline[] = renamed === undefined ? [] : [' (', code(renamed), ' is new: a rename?)']
  return [...words, ...describeBefore(cause), ...rename]
}

/** The line in the files, and the rule. */
function describeSource({ place, rule }: Cause, links: Links | undefined): Inline[] {
  const where = place
    ? [
        ...link(linkToPlace(links, place), `${place.file}:${place.line}`),
        place.at === 'base' ? ' at the base' : '',
        ' · ',
      ]
    : []
  return [...where, ...link(linkToRules(links), rule)]
}

function describeUsages({ breaks, usages, path }: Cause, places: Places): Inline[] {
  const affected = usages.filter(({ side }) => breaks.includes(side))
  const all = affected.length > 0 ? affected : usages
  // An operation that is gone, or a server, is named by the sentence.
  const operations = listOperations(all.filter(({ operation }) => operation !== path))
  const who = breaks.map((side) => (side === 'request' ? 'senders' : 'readers')).join(' and ')
  if (operations.length === 0) return [`: breaks ${who}`]
  if (operations.length <= shownOperations) return [`: breaks ${who} of `, ...join(operations, ', ')]
  return [`: breaks ${who} of `, strong(`${places.name(operations)} (${count(operations.length, 'operation')})`)]
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

function describePayload({ payload, usages }: Cause): Inline[] {
  if (!payload) return []
  const says = payload.usage.side === 'request' ? 'Now rejects: ' : 'Can now send: '
  const missing = missingMember(payload, usages)
  return [says, code(excerpt(payload, usages)), ...(missing === undefined ? [] : [' without ', code(missing)]), '. ']
}

const listOperations = (usages: Usage[]) =>
  [...group(usages)].map(([operation, statuses]): Inline[] => {
    const isOnlySent = statuses.size === 1 && statuses.has('request')
    return isOnlySent ? [code(operation)] : [code(operation), ` (${[...statuses].join(', ')})`]
  })

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
  if (!first) return typesCompared ? ['TypeScript does not catch this: it fails at run time. '] : []
  const start = seenBy === 'compiler' ? 'Only TypeScript catches this: ' : 'TypeScript: '
  const at = first.name ?? sayPlace(first.usages[0]!)
  const where = at === path || at === '' ? [isOfType(first) ? 'its type ' : 'it '] : [code(at), ' ']
  const others = broken.filter(({ kind }) => kind !== first.kind).length
  const more = others > 0 ? `, and ${others} more` : ''
  return [start, ...where, words[first.kind], ...describeChange(first), `${more}. `]
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

const isOfType = ({ kind }: Pick<TypeEffect, 'kind'>) => ['changed', 'narrower', 'wider'].includes(kind)

/** Of the others, the word says it all. Long types are cut to where they differ. */
function describeChange({ kind, before, after }: TypeEffect): Inline[] {
  if (!isOfType({ kind }) || before === undefined || after === undefined) return []
  if (before === after) return []
  const { lost, gained, isSame } = compareMembers(before, after)
  const show = (members: string) => code(toLine(members, limits.type))
  if (isSame && kind === 'wider' && lost === '') return [' by ', show(gained)]
  if (isSame && kind === 'narrower' && gained === '') return [' by ', show(lost)]
  if (isSame) {
    const parts = [...(lost ? [['loses ', show(lost)]] : []), ...(gained ? [['gains ', show(gained)]] : [])]
    return [': it ', ...join(parts, ' and ')]
  }
  const [one, other] = cutShared(before, after)
  return [': ', code(toLine(one, limits.type)), ' → ', code(toLine(other, limits.type))]
}

export const sides = (side: Side, causes: Cause[]) => causes.filter(({ breaks }) => breaks.includes(side)).length
