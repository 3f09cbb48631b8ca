import type { Json } from '@seam-acs/spec/model'
import { RecordError } from '../record-error.ts'

const maxDepth = 100

/** @throws {RecordError} when a value is nested so deeply that going through it could exceed the stack. */
export function rejectDeep(value: Json, what: string): void {
  let level = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maxDepth)
      throw new RecordError(`${what} is nested more than ${maxDepth} levels deep, which is too much to record.`)
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []))
  }
}
