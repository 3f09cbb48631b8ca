import type { Json } from '@seam-acs/spec/model'
import { expect, test } from 'vitest'
import { createCheck } from '../../../src/check.ts'
import { isFull } from '../../figures/is-full.ts'
import { recordFigure } from '../../figures/record-figure.ts'
import { contract, recordings as files, sample } from '../../sampled.ts'
import { explainEquivalence, explainSurvival } from './equivalents.ts'
import { toExchanges } from './exchanges.ts'
import { createIsNoticed } from './is-noticed.ts'
import { mutateSpec, type SpecMutant } from './mutate-spec.ts'

const recordings = files.map(({ recording }) => recording)

test('the examples of the spec make exchanges that the spec allows', () => {
  const exchanges = toExchanges(contract)
  expect(exchanges.length).toBeGreaterThan(0)
  expect(exchanges.flatMap(createCheck(contract))).toEqual([])
})

test('without recordings, some mutants of the spec are not noticed', () => {
  const isNoticed = createIsNoticed(contract, [])
  const mutants = mutateSpec(contract).filter(({ operator }) => operator === 'drop property')
  expect(mutants.some(isNoticed)).toBe(true)
  expect(mutants.every(isNoticed)).toBe(false)
})

test('at least 95 % of the mutants of the spec are noticed, and none that is listed as equivalent', () => {
  const isNoticed = createIsNoticed(contract, recordings)
  const all = mutateSpec(contract)
  const mutants = (isFull ? all : sample(all, 1500)).map((mutant) => ({
    mutant,
    equivalence: explainEquivalence(contract, mutant),
    noticed: isNoticed(mutant),
  }))
  const different = mutants.filter(({ equivalence }) => equivalence === undefined)
  const survivors = different.filter(({ noticed }) => !noticed).map(({ mutant }) => mutant)
  const wronglyExcused = mutants.filter(({ equivalence, noticed }) => noticed && equivalence !== undefined)

  const equivalent = mutants.length - different.length
  const survived = survivors.map((mutant) => `  ${describe(mutant)}: ${explainSurvival(mutant)}`)
  const reasons = mutants.flatMap(({ equivalence }) => equivalence ?? [])
  const excused = [...new Set(reasons)].map(
    (reason) => `  ${reasons.filter((each) => each === reason).length}: ${reason}`,
  )
  console.log(
    [
      `mutants of the spec that are not noticed: ${survivors.length}`,
      ...survived,
      `equivalent: ${equivalent}`,
      ...excused,
    ].join('\n'),
  )
  const noticed = different.length - survivors.length
  recordFigure(
    'mutants of the spec noticed',
    `${noticed} of ${different.length} (${((100 * noticed) / different.length).toFixed(1)} %), besides ${equivalent} equivalent ones`,
  )
  expect(wronglyExcused.map(({ mutant, equivalence }) => `${describe(mutant)}: ${equivalence}`)).toEqual([])
  expect(different.length).toBeGreaterThanOrEqual(500)
  expect(noticed / different.length, `not noticed:\n${survived.join('\n')}\n`).toBeGreaterThanOrEqual(0.95)
})

function describe({ operator, at, contract: mutated }: SpecMutant): string {
  const show = (document: unknown) =>
    JSON.stringify(at.reduce((node: Json, name) => node?.[name], document as Json))?.slice(0, 200)
  return `${operator} at ${at.join('/')} (${show(contract)} → ${show(mutated) ?? 'nothing'})`
}
