import type { Json } from '../../change.ts'
import type { Context } from '../context.ts'
import { asObject, isSame } from '../../document/json.ts'
import { below } from '../../document/pointer.ts'

/** Parts of a document that are words about it. */
const WORDING = ['info', 'tags', 'externalDocs', 'openapi']
/** What other rules have compared, or operations reach. */
const COMPARED = ['components', 'paths', 'security', 'servers', 'webhooks']

/** What operations do not reach: words about the document, unused components, another spelling of the same. */
export function compareUnreached({ collector }: Context, base: Json, head: Json): void {
  const [before, after] = [asObject(base), asObject(head)]
  for (const key of Object.keys({ ...before, ...after })) {
    if (COMPARED.includes(key) || isSame(before[key], after[key])) continue
    const values = { before: before[key], after: after[key] }
    const isWording = WORDING.includes(key) || key.startsWith('x-')
    const kind = isWording
      ? ({ rule: 'wording-changed', level: 'patch' } as const)
      : ({ rule: 'not-understood', level: 'minor' } as const)
    collector.note({ ...kind, pointer: below('', key), ...values, says: 'is changed' }, undefined, key)
  }
  if (collector.list().length > 0 || isSame(base, head)) return
  const pointer = findDifference(base, head, '')
  const says = 'is spelled differently, and no rule finds another meaning'
  collector.note({ rule: 'spelling-changed', level: 'patch', pointer, says }, undefined, pointer)
}

/** The first place at which two documents differ, as a pointer into the head, or the base where it ends there. */
function findDifference(base: Json, head: Json, pointer: string): string {
  const [before, after] = [toEntries(base), toEntries(head)]
  if (!before || !after || Array.isArray(base) !== Array.isArray(head)) return pointer
  for (const key of new Set([...after.keys(), ...before.keys()])) {
    const [one, other] = [before.get(key), after.get(key)]
    if (one === undefined || other === undefined) return below(pointer, key)
    if (!isSame(one, other)) return findDifference(one, other, below(pointer, key))
  }
  return pointer
}

function toEntries(value: Json): Map<string, Json> | undefined {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined
}
