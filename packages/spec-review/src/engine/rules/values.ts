import type { Json } from '../../change.ts'
import { accepts } from '../schema/accepts.ts'
import type { Comparison } from '../schema/comparison.ts'
import { isSame } from '../../document/json.ts'
import { typeOf, type TypeName } from '../schema/types.ts'
import { readKeyword, type Reader, type View } from '../schema/view.ts'
import { quoteAll } from './report.ts'

/** Settled where a list of values says all that there is to say. */
export function compareValues(comparison: Comparison): 'settled' | 'open' {
  const { base, head, readers, report } = comparison
  if (!base.values && !head.values) return compareKnown(comparison)
  const shared = base.types.intersection(head.types)
  const before = listValues(readers.base, base, shared)
  const after = listValues(readers.head, head, shared)
  const pointer = head.valuesPointer ?? base.valuesPointer ?? ''
  if (before && after) {
    const removed = before.filter((value) => !includes(after, value))
    const added = after.filter((value) => !includes(before, value))
    const listings = { before: base.values ?? before, after: head.values ?? after }
    if (removed.length > 0) report({ ...sayRemoved(removed, pointer), ...listings, narrows: true, widens: false })
    if (added.length > 0) report({ ...sayAdded(added, pointer), ...listings, narrows: false, widens: true })
    return isSettled(readers.base, base) && isSettled(readers.head, head) ? 'settled' : 'open'
  }
  if (before) {
    report({
      rule: 'enum-removed',
      pointer,
      says: `is no longer one of ${quoteAll(before)} only`,
      before,
      narrows: before.some((value) => accepts(readers.head, head, value) !== true),
      widens: true,
    })
    return 'settled'
  }
  report({
    rule: 'enum-introduced',
    pointer,
    says: `is now one of ${quoteAll(after ?? [])} only`,
    after,
    narrows: true,
    widens: (after ?? []).some((value) => accepts(readers.base, base, value) !== true),
  })
  return 'settled'
}

/** A value that is named beside an open type: nothing is rejected or possible that was not before. */
function compareKnown({ base, head, report }: Comparison): 'open' {
  const removed = base.knownValues.filter((value) => !includes(head.knownValues, value))
  const added = head.knownValues.filter((value) => !includes(base.knownValues, value))
  const pointer = head.knownPointer ?? base.knownPointer ?? ''
  const listings = { before: base.knownValues, after: head.knownValues, narrows: false, widens: false }
  if (removed.length > 0) {
    report({ ...sayRemoved(removed, pointer), ...listings, floor: { request: 'major', response: 'minor' } })
  }
  if (added.length > 0) {
    report({ ...sayAdded(added, pointer), ...listings, floor: { request: 'minor', response: 'minor' } })
  }
  return 'open'
}

function sayRemoved(values: Json[], pointer: string) {
  return { rule: 'enum-value-removed', pointer, says: `loses the value ${quoteAll(values)}` }
}

function sayAdded(values: Json[], pointer: string) {
  return { rule: 'enum-value-added', pointer, says: `gains the value ${quoteAll(values)}` }
}

function includes(values: Json[], value: Json): boolean {
  return values.some((other) => isSame(other, value))
}

/** The accepted values of the shared types; undefined where there is no end of them. */
function listValues(reader: Reader, view: View, shared: Set<TypeName>): Json[] | undefined {
  const all = view.values ?? countOut(view, shared)
  return all?.filter((value) => shared.has(typeOf(value)) && accepts(reader, view, value) !== false)
}

const MOST_INTEGERS = 100

/** The values that there are of some types, and few whole numbers between two bounds; undefined where there is no end of them. */
function countOut(view: View, types: Set<TypeName>): Json[] | undefined {
  const isFinite = [...types].every((type) => type === 'null' || type === 'boolean' || type === 'integer')
  if (!isFinite) return undefined
  if (!types.has('integer')) return [null, true, false]
  const bounds = (...keywords: string[]) =>
    keywords.flatMap((keyword) =>
      readKeyword(view, keyword).flatMap(({ node }) => (typeof node === 'number' ? node : [])),
    )
  const lowest = Math.ceil(Math.max(...bounds('minimum', 'exclusiveMinimum')))
  const count = Math.floor(Math.min(...bounds('maximum', 'exclusiveMaximum'))) - lowest + 1
  if (!(count <= MOST_INTEGERS)) return undefined
  return [null, true, false, ...Array.from({ length: Math.max(count, 0) }, (_, index) => lowest + index)]
}

/** Whether each value is known to be accepted or rejected by the rest of the schema. */
function isSettled(reader: Reader, view: View): boolean {
  const values = view.values ?? countOut(view, view.types) ?? []
  return values.every((value) => accepts(reader, view, value) !== undefined)
}
