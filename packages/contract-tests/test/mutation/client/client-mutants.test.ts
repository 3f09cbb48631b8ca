import { expect, test } from 'vitest'
import { isFull } from '../../figures/is-full.ts'
import { recordFigure } from '../../figures/record-figure.ts'
import { sample } from '../../sampled.ts'
import { readSources } from './copies.ts'
import { equivalents } from './equivalents.ts'
import { findObjections } from './mutant-workers.ts'
import { describeMutant, listMutants, type ClientMutant } from './operators.ts'

const sources = await readSources()

const all = [...sources].flatMap(([file, source]) => listMutants(file, source))
const mutants = isFull ? all : sample(all, 50)

const describe = (mutant: ClientMutant) => describeMutant(mutant, sources.get(mutant.file)!)
const isEquivalent = (mutant: ClientMutant) => {
  const words = describe(mutant)
  return equivalents.some(([known]) => known.includes(words))
}

const [file, source] = [...sources][0]!
const unchanged = { file, operator: 'none', start: 0, end: 0, replacement: '', context: '' }
const broken = { ...unchanged, end: source.length, replacement: 'export const createSeamClient = undefined' }
const [ofUnchanged, ofBroken, ...objections] = await findObjections([unchanged, broken, ...mutants])

test('the built client passes every check, and a broken one does not', () => {
  expect(ofUnchanged).toBeUndefined()
  expect(ofBroken).toBeDefined()
})

// Only in a full run, so that a change of the client does not have to update the list at once.
test.runIf(isFull)('each mutant that is listed as equivalent exists', () => {
  const known = new Set(all.map(describe))
  expect(equivalents.flatMap(([listed]) => listed).filter((words) => !known.has(words))).toEqual([])
})

test('at least 95 % of the mutants of the client are noticed, and none that is listed as equivalent', () => {
  const isNoticed = new Map(mutants.map((mutant, index) => [mutant, objections[index] !== undefined]))
  const different = mutants.filter((mutant) => !isEquivalent(mutant))
  const survivors = different.filter((mutant) => !isNoticed.get(mutant)).map(describe)
  const noticed = different.length - survivors.length
  const excused = mutants.length - different.length
  console.log(
    [
      `client mutants noticed: ${noticed} of ${different.length}, besides ${excused} equivalent ones (${mutants.length} of ${all.length} tried)`,
      ...survivors,
    ].join('\n'),
  )
  if (isFull)
    recordFigure(
      'mutants of the client noticed',
      `${noticed} of ${different.length}, besides ${excused} equivalent ones`,
    )
  const hint = 'Add a check to test/mutation/client/checks*.ts, or a reason to equivalents.ts, for each of these.'
  expect(noticed / different.length, [hint, ...survivors].join('\n')).toBeGreaterThanOrEqual(0.95)
  expect(mutants.filter((mutant) => isEquivalent(mutant) && isNoticed.get(mutant)).map(describe)).toEqual([])
})
