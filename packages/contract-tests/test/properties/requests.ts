import * as fc from 'fast-check'
import type { Arbitrary, IAsyncProperty } from 'fast-check'
import { pnpm } from '@seam-acs/runner/command'
import type { Json, OpenApiDocument, Operation } from '@seam-acs/spec/model'
import { createRequest } from '../../src/replay.ts'
import type { Validate } from '../../src/validators/validate.ts'
import { isFull } from '../figures/is-full.ts'
import { createArbitrary, dateTimes } from './arbitrary.ts'
import { applyEdit, createEdits } from './edits.ts'

/** How many cases go through client, socket and mock: those of valid requests and those of edited ones. */
export const cases = Number(process.env['CASES'] ?? (isFull ? 10_000 : 1000))

const seed = process.env['SEED'] === undefined ? undefined : Number(process.env['SEED'])

/** The clock of the mock, between the starts and the ends that are generated. */
export const now = new Date('2080-01-01T00:00:00Z')

/** Requests that the schema and the rule about the period accept; undefined for an operation that takes none. */
export function createValidRequests(
  contract: OpenApiDocument,
  operation: Operation,
  validate: Validate,
): Arbitrary<Json> {
  const { schema } = operation.request ?? {}
  if (!schema) return fc.constant(undefined)
  const isValid = (value: Json) => validate(schema, value).length === 0
  const periods = { starts_at: dateTimes(2000, 2079), ends_at: dateTimes(2080, 2099) }
  const arbitrary = createArbitrary(contract, schema, periods)
  // If a rule rejects every generated value, the example is used.
  if (fc.sample(arbitrary, { numRuns: 100, seed: 1 }).some(isValid)) return arbitrary.filter(isValid)
  return fc.constant(createRequest(contract, operation).body)
}

/** Valid requests with one to three edits, most of which make them invalid. */
export function createEditedRequests(
  contract: OpenApiDocument,
  operation: Operation,
  validate: Validate,
): Arbitrary<Json> {
  if (!operation.request) return fc.constant(undefined)
  return fc
    .tuple(
      createValidRequests(contract, operation, validate),
      fc.array(createEdits(contract, operation), { minLength: 1, maxLength: 3 }),
    )
    .map(([request, edits]) => edits.reduce(applyEdit, request))
}

/** Fails with the problems that are found in a case. */
export const createProperty = <T>(values: Arbitrary<T>, find: (value: T) => Promise<string[]>): IAsyncProperty<[T]> =>
  fc.asyncProperty(values, async (value) => {
    const problems = await find(value)
    if (problems.length > 0) throw new Error(problems.join('\n'))
  })

/** Runs a property. A failure names its problems, the smallest case, the seed, and how to run it again. */
export async function checkProperty<T>(property: IAsyncProperty<[T]>, count: number, ownSeed = seed): Promise<void> {
  const run = await fc.check(property, { numRuns: count, ...(ownSeed !== undefined && { seed: ownSeed }) })
  if (!run.failed) return
  const [smallest] = run.counterexample!
  const problems = (run.errorInstance as Error).message
  const settings = `CASES=${cases} SEED=${run.seed}`
  throw new Error(
    [
      problems,
      `after ${run.numRuns} cases, by ${JSON.stringify(smallest)}`,
      `Run it again: ${settings} ${pnpm} --filter @seam-acs/contract-tests test properties`,
    ].join('\n\n'),
  )
}
