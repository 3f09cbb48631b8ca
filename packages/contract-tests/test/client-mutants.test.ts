import * as client from '@seam-acs/client'
import { afterAll, expect, test } from 'vitest'
import { recordFigure } from '../src/figures.ts'
import { clientChecks, createObjectors, findObjection, mutate } from '../src/mutation/client.ts'
import { createCopies } from '../src/mutation/client-copy.ts'
import { clientMutants, equivalentMutants } from '../src/mutation/client-mutants.ts'
import { readRecordings } from '../src/recording.ts'

const objectors = createObjectors(await readRecordings())
const copies = await createCopies()
afterAll(copies.remove)

test.each(Object.entries(clientChecks))('%s', async (_, check) => {
  await expect(check(client)).resolves.toBeUndefined()
})

test('a copy of the client without a change is as good', async () => {
  expect(await findObjection(await copies.import('', String), objectors)).toBeUndefined()
})

let noticed = 0

test.each(clientMutants)('a client in which $name ($file) is noticed', async (mutant) => {
  const mutated = await copies.import(mutant.file, (source) => mutate(mutant, source))
  const objection = await findObjection(mutated, objectors, mutant.noticedBy)
  expect(objection, 'nothing notices it: add a check to src/mutation/client-checks*.ts').toBeDefined()
  expect(objection!.of, 'write it under what notices it, in src/mutation/client-mutants.ts').toBe(mutant.noticedBy)
  noticed++
})

test.each(equivalentMutants)('a client in which $name ($file) is as good, for $reason', async (mutant) => {
  const mutated = await copies.import(mutant.file, (source) => mutate(mutant, source))
  expect(await findObjection(mutated, createObjectors([]))).toBeUndefined()
})

test('all mutants are noticed', () => {
  expect(noticed).toBe(clientMutants.length)
  recordFigure('client mutants noticed', `${noticed} of ${clientMutants.length}`)
  recordFigure('client mutants that nobody can notice', `${equivalentMutants.length}`)
})

test.each([
  ['no', 'nowhere'],
  ['more than one', 'return'],
])('a mutant whose text the client has %s times asks for its new text', (count, text) => {
  const mutant = { name: 'it is wrong', file: 'retry.js', text, replacement: '' }
  expect(() => mutate(mutant, 'return 1; return 2')).toThrow(
    `the client mutant "it is wrong" needs its new text in src/mutation/client-mutants.ts: dist/retry.js has ${count}`,
  )
})
