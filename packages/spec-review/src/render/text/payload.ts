import type { Json, Step, Usage } from '../../change.ts'
import { isSameMessage } from '../../usage.ts'
import { partsAt } from '../../witness/graft.ts'
import type { Witness } from '../../witness/index.ts'

/**
 * The payload as one line of JSON in which only what is on the way to the change is written out, `…` standing for the rest:
 * `{"acs_credential":{"is_issued":null,…}}`.
 */
export function excerpt({ usage, value }: Witness, usages: Usage[]): string {
  const there = usages.find((other) => isSameMessage(usage, other))
  return write(value, there?.steps ?? [])
}

/** The member that a payload lacks where the change is, which the excerpt cannot show. */
export function missingMember({ usage, value }: Witness, usages: Usage[]): string | undefined {
  const steps = usages.find((other) => isSameMessage(usage, other))?.steps ?? []
  const name = steps.at(-1)
  if (typeof name !== 'string') return undefined
  const owners = partsAt(value as Json, steps.slice(0, -1))
  return owners.length > 0 && partsAt(value as Json, steps).length < owners.length ? name : undefined
}

function write(value: unknown, steps: Step[]): string {
  const [step, ...rest] = steps
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]'
    const start = typeof step === 'object' && 'index' in step ? step.index : 0
    const shown = value.slice(start, start + 1).map((item) => write(item, rest))
    return `[${[...(start > 0 ? ['…'] : []), ...shown, ...(value.length > start + 1 ? ['…'] : [])].join(',')}]`
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value)
  const isNamed = typeof step === 'string' && Object.hasOwn(value, step)
  if (typeof step === 'string' && !isNamed) return entries.length > 0 ? '{…}' : '{}'
  // Where the way ends, the object as a whole is the point.
  const shown = isNamed ? entries.filter(([name]) => name === step) : entries
  const members = shown.map(([name, child]) => `${JSON.stringify(name)}:${write(child, isNamed ? rest : [])}`)
  return `{${[...members, ...(shown.length < entries.length ? ['…'] : [])].join(',')}}`
}
