import type { Json } from '@seam-acs/spec/model'
import type { Accepts } from './accepts.ts'
import type { Alternative, MergedPart } from './merged-schema.ts'

/** A step into a value: to a property, to the items of an array, or to every property that the schema does not name. */
export type Step = MergedPart & ({ property: string } | { items: true } | { otherThan: string[] })

/** What a recording has to show about the value at a place. */
export type Condition =
  | { is: 'absent' }
  | { is: 'present' | 'null' | 'empty' | 'filled' }
  | { is: 'value'; value: Json }
  | { is: 'unknown'; known: Json[] }
  | { is: 'type'; type: string }
  | { is: 'alternative'; together: Alternative[]; among: Alternative[] }

/** `acs_credential.warnings[].message`; `*` stands for a property whose name is not fixed. */
export function writePath(steps: Step[]): string {
  return steps.map(writeStep).join('').replace(/^\./, '')
}

function writeStep(step: Step): string {
  if ('items' in step) return '[]'
  return `.${'property' in step ? step.property : '*'}`
}

/** The text of a condition in the ledger. */
export function writeCondition(condition: Condition): string {
  if (condition.is === 'value') return JSON.stringify(condition.value)
  if (condition.is === 'type') return `a ${condition.type}`
  if (condition.is === 'unknown') return 'an unlisted value'
  if (condition.is !== 'alternative') return condition.is
  return condition.together.map(({ name }) => name).join(' and ')
}

/** Whether a body meets a condition at the end of the steps. */
export function shows(body: Json, steps: Step[], condition: Condition, accepts: Accepts): boolean {
  // An absent property shows only in the object around it.
  if (condition.is === 'absent') return select(body, steps.slice(0, -1)).some((around) => lacks(around, steps.at(-1)!))
  return select(body, steps).some((value) => fits(value, condition, accepts))
}

function fits(value: Json, condition: Exclude<Condition, { is: 'absent' }>, accepts: Accepts): boolean {
  switch (condition.is) {
    case 'present':
      return value !== null
    case 'null':
      return value === null
    case 'empty':
      return Array.isArray(value) && value.length === 0
    case 'filled':
      return Array.isArray(value) && value.length > 0
    case 'value':
      return value === condition.value
    case 'unknown':
      return typeof value === 'string' && !condition.known.includes(value)
    case 'type':
      return accepts({ type: condition.type }, value)
    case 'alternative':
      return condition.among.every(
        (alternative) => condition.together.includes(alternative) === accepts(alternative.schema, value),
      )
  }
}

function lacks(around: Json, step: Step): boolean {
  return isObject(around) && select(around, [step]).length === 0
}

/** The values at the end of the steps. */
function select(value: Json, [step, ...others]: Step[]): Json[] {
  if (!step) return [value]
  return enter(value, step).flatMap((inside) => select(inside, others))
}

function enter(value: Json, step: Step): Json[] {
  if ('items' in step) return Array.isArray(value) ? value : []
  if (!isObject(value)) return []
  if ('property' in step) return Object.hasOwn(value, step.property) ? [value[step.property]] : []
  return Object.keys(value)
    .filter((name) => !step.otherThan.includes(name))
    .map((name) => value[name])
}

export const isObject = (value: Json) => isContainer(value) && !Array.isArray(value)

/** Whether a value is an object or an array. */
export const isContainer = (value: Json) => typeof value === 'object' && value !== null
