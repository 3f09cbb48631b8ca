import type { ErrorObject } from 'ajv/dist/2020.js'
import { splitPointer } from '../document/pointer.ts'

/** The paths that a validator's problem may be about, as a usage writes them: the value's, and the missing member's. */
export function toReadablePath({ instancePath, params }: ErrorObject): string[] {
  const path = splitPointer(instancePath).reduce((parent, key) => {
    if (/^\d+$/.test(key)) return `${parent}[]`
    return parent === '' ? key : `${parent}.${key}`
  }, '')
  const members = ['missingProperty', 'additionalProperty', 'unevaluatedProperty', 'propertyName'].flatMap((name) => {
    const member: unknown = params[name]
    return typeof member === 'string' ? [path === '' ? member : `${path}.${member}`] : []
  })
  return [...members, path]
}
