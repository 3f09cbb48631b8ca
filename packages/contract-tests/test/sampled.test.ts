import { expect, test } from 'vitest'
import { contract } from '../src/contract.ts'
import { createAuditor } from '../src/ledger/ledger.ts'
import { recordings } from '../src/recordings.ts'
import { growContract } from './grown-contract.ts'
import { sample, sampleOperations } from './sampled.ts'

const grown = growContract(contract)
const pathsOf = (chosenBy: number) => Object.keys(sampleOperations(grown, recordings, 4, chosenBy).contract.paths!)

test('a contract within the budget is not sampled', () => {
  expect(sampleOperations(contract, recordings, 12)).toEqual({ contract, recordings })
})

test('a sample has the operations with real recordings, and others that the seed chooses', () => {
  const seeds = [1, 2, 3, 4].map(pathsOf)
  expect(seeds.map(({ length }) => length)).toEqual([4, 4, 4, 4])
  for (const paths of seeds) expect(paths).toContain('/acs/credentials/create')
  expect(new Set(seeds.map(String)).size).toBeGreaterThan(1)
  expect(pathsOf(1)).toEqual(seeds[0])
})

test('the recordings of a sample show everything that it allows', () => {
  const sampled = sampleOperations(grown, recordings, 4)
  const entries = createAuditor(sampled.contract).audit(sampled.recordings)
  expect(entries.filter(({ real, synthetic }) => real.length + synthetic.length === 0)).toEqual([])
  const real = recordings.filter(({ recording }) => recording.request.path === '/acs/credentials/create')
  expect(sampled.recordings.map(({ file }) => file)).toEqual(expect.arrayContaining(real.map(({ file }) => file)))
})

test('a sample of items has each at most once', () => {
  const items = Array.from({ length: 50 }, (_, index) => index)
  expect(sample(items, 60)).toBe(items)
  expect(new Set(sample(items, 20)).size).toBe(20)
})
