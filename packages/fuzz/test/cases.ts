import { setImmediate } from 'node:timers/promises'
import * as fc from 'fast-check'

/** Without `CASES`, a short run whose cases are always the same. */
const cases = Number(process.env['CASES'] ?? 1000)
const members = Object.getOwnPropertyNames(Object.prototype).join()

/**
 * Tries a share of all cases, and prints how many.
 *
 * @param tryCase Throws if something happens that must not.
 * @returns The number of cases.
 */
export async function fuzz<Value>(
  name: string,
  share: number,
  arbitrary: fc.Arbitrary<Value>,
  tryCase: (value: Value) => Promise<void> | void,
): Promise<number> {
  const numRuns = Math.round(cases * share)
  let count = 0
  const property = fc.asyncProperty(arbitrary, async (value) => {
    await tryCase(value)
    // Lets the worker respond to vitest, which otherwise reports a timeout.
    await setImmediate()
    count++
    if (Object.getOwnPropertyNames(Object.prototype).join() !== members) throw new Error('It changes every object.')
  })
  await fc.assert(property, { numRuns, ...(process.env['CASES'] === undefined && { seed: 20_261_125 }) })
  if (process.env['CASES'] !== undefined) console.log(`${name}: ${count} cases`)
  return count
}
