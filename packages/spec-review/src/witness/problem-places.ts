import type { ErrorObject } from 'ajv/dist/2020.js'
import type { Step } from '../change.ts'
import { splitPointer } from '../document/pointer.ts'

const MEMBERS = ['missingProperty', 'additionalProperty', 'unevaluatedProperty', 'propertyName']

/** The keys to the values that a validator's problem may be about: the value at hand, and the member that it names. */
export function placesOf({ instancePath, params }: ErrorObject): string[][] {
  const keys = splitPointer(instancePath)
  const members = MEMBERS.map((name): unknown => params[name]).filter((name) => typeof name === 'string')
  return [...members.map((name) => [...keys, name]), keys]
}

/** Whether the keys into a payload are those that some steps of the schema lead along. */
export function isAlong(keys: string[], steps: Step[]): boolean {
  const real = steps.filter((step) => typeof step === 'string' || 'index' in step || !isWithin(step.all))
  return keys.length === real.length && real.every((step, index) => isTaken(step, keys[index]!))
}

/** Names and contents are parts of the value itself. */
const isWithin = (kind: string) => kind === 'names' || kind === 'content'

function isTaken(step: Step, key: string): boolean {
  if (typeof step === 'string') return step === key
  if ('index' in step) return String(step.index) === key
  return step.all === 'members' || /^\d+$/.test(key)
}
