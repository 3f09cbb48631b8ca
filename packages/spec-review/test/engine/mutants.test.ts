import contract from '@seam-acs/spec' with { type: 'json' }
import { expect, test } from 'vitest'
import type { Json, Level, Usage } from '../../src/change.ts'
import { compareDocuments } from '../../src/engine/index.ts'
import { isFull } from '../is-full.ts'
import type { Mutant } from '../mutator/mutant.ts'
import { listMutants } from '../mutator/mutants.ts'
import { createRandom } from '../mutator/random.ts'

const random = createRandom(20_261_122)
const mutants = listMutants(contract as unknown as Json, random)

const LEVELS: Level[] = ['patch', 'minor', 'major']
const spell = ({ operation, side, status, mediaType, parameter, steps }: Usage) =>
  JSON.stringify([operation, side, status, mediaType, parameter, steps])

/** What the engine says, in the shape of what the mutator expects. */
function review({ base, head }: Mutant) {
  const changes = compareDocuments(base, head)
  return {
    level: changes[0]?.level,
    breaks: [...new Set(changes.flatMap(({ breaks }) => breaks))].toSorted(),
    causes: changes.map(({ usages }) => usages.map(spell).toSorted()),
  }
}

test('there are hundreds of mutants of each level and of each side', () => {
  const count = (isOne: (mutant: Mutant) => boolean) => mutants.filter(isOne).length
  for (const level of LEVELS) expect(count((mutant) => mutant.level === level)).toBeGreaterThan(100)
  for (const side of ['request', 'response'] as const) {
    expect(count(({ breaks }) => breaks.includes(side))).toBeGreaterThan(100)
  }
})

// All take several seconds. Otherwise it is a fifth of them, other ones whenever the spec changes.
const reviewed = mutants.filter(() => isFull || random.below(5) === 0).map((mutant) => ({ mutant, ...review(mutant) }))

test('every mutant has the level and the sides that it needs by construction', () => {
  const wrong = reviewed.flatMap(({ mutant, level, breaks }) => {
    const isExact = level === mutant.level && breaks.join() === mutant.breaks.join()
    return isExact ? [] : [{ name: mutant.name, needs: [mutant.level, mutant.breaks], got: [level, breaks] }]
  })
  expect(wrong).toEqual([])
  expect(reviewed.length).toBeGreaterThan(300)
})

test('every mutant of a schema is one cause, with each place that reaches the schema', () => {
  const wrong = reviewed.flatMap(({ mutant, causes }) => {
    if (!mutant.usages) return []
    const expected = mutant.usages.map(spell).toSorted()
    return JSON.stringify(causes) === JSON.stringify([expected]) ? [] : [{ name: mutant.name, expected, causes }]
  })
  expect(wrong).toEqual([])
})
