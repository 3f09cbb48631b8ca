import type { Json, Step } from '../change.ts'

/** The parts of a value to which steps lead. */
export function partsAt(value: Json, steps: Step[]): Json[] {
  const [step, ...rest] = steps
  if (step === undefined) return [value]
  return membersAt(value, step).flatMap((member) => partsAt(member, rest))
}

function membersAt(value: Json, step: Step): Json[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) {
    if (typeof step === 'string') return []
    return 'index' in step ? value.slice(step.index, step.index + 1) : value
  }
  if (typeof step === 'string') return Object.hasOwn(value, step) ? [value[step]!] : []
  return 'all' in step && step.all === 'members' ? Object.values(value) : []
}

/** A copy of a value with another part where steps lead; undefined where they lead to nothing that has parts. */
export function graft(value: Json, steps: Step[], part: Json): Json | undefined {
  const [step, ...rest] = steps
  if (step === undefined) return part
  if (typeof step === 'string') {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    const member = graft(value[step] ?? emptyFor(rest), rest, part)
    return member === undefined ? undefined : { ...value, [step]: member }
  }
  if (!Array.isArray(value) || ('all' in step && step.all !== 'items')) return undefined
  const index = 'index' in step ? step.index : 0
  const item = graft(value[index] ?? emptyFor(rest), rest, part)
  return item === undefined || index > value.length ? undefined : value.toSpliced(index, 1, item)
}

const emptyFor = ([step]: Step[]): Json => (typeof step === 'string' ? {} : [])
