import type { Json } from '@seam-acs/spec/model'
import type { Accepts } from './accepts.ts'
import type { Alternative } from './shape.ts'

/** A step from a value to those inside: into a property, into the items, or into the properties that are not named. */
export type Step = { property: string } | { items: true } | { otherThan: string[] }

/** What has to be seen at a place. */
export type Demand =
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

/** As the ledger has it in a cell. */
export function writeDemand(demand: Demand): string {
  if (demand.is === 'value') return JSON.stringify(demand.value)
  if (demand.is === 'type') return `a ${demand.type}`
  if (demand.is === 'unknown') return 'an unlisted value'
  if (demand.is !== 'alternative') return demand.is
  return demand.together.map(({ name }) => name).join(' and ')
}

/** Whether a body shows what is demanded at the end of the steps. */
export function shows(body: Json, steps: Step[], demand: Demand, accepts: Accepts): boolean {
  // A property that is absent can be seen from the object around it only.
  if (demand.is === 'absent') return select(body, steps.slice(0, -1)).some((around) => lacks(around, steps.at(-1)!))
  return select(body, steps).some((value) => fits(value, demand, accepts))
}

function fits(value: Json, demand: Exclude<Demand, { is: 'absent' }>, accepts: Accepts): boolean {
  switch (demand.is) {
    case 'present':
      return value !== null
    case 'null':
      return value === null
    case 'empty':
      return Array.isArray(value) && value.length === 0
    case 'filled':
      return Array.isArray(value) && value.length > 0
    case 'value':
      return value === demand.value
    case 'unknown':
      return typeof value === 'string' && !demand.known.includes(value)
    case 'type':
      return accepts({ type: demand.type }, value)
    case 'alternative':
      return demand.among.every(
        (alternative) => demand.together.includes(alternative) === accepts(alternative.schema, value),
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

export const isObject = (value: Json) => typeof value === 'object' && value !== null && !Array.isArray(value)
