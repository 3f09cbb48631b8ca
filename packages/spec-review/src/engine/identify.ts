import { toKey } from '../document/json.ts'
import { toRealPointer } from './schema/view.ts'

interface Found {
  rule: string
  pointer: string
  says: string
  before?: unknown
  after?: unknown
}

/** Short names for what is found, at its place and wherever it is; a finding is met once for each way that leads to it. */
export function createIdentify() {
  const numbers = new Map<string, number>()
  const identities = new WeakMap<Found, { atPlace: number; ofKind: number }>()
  const number = (text: string) => {
    const known = numbers.get(text) ?? numbers.size
    numbers.set(text, known)
    return known
  }
  return (found: Found) => {
    const known = identities.get(found)
    if (known) return known
    const { rule, says, before, after } = found
    const values = toKey([before, after])
    const identity = {
      atPlace: number(toKey([rule, toRealPointer(found.pointer), values])),
      ofKind: number(toKey([rule, says, values])),
    }
    identities.set(found, identity)
    return identity
  }
}
