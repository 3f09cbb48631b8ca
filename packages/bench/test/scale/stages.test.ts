import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toMockContract } from '@seam-acs/codegen/mock'
import type { OpenApiDocument } from '@seam-acs/spec/model'
import { readContract } from '@seam-acs/spec/read-contract'
import { expect, onTestFinished, test } from 'vitest'
import { roundTrip } from '../../scale/check/round-trip.ts'
import { measureCall } from '../../scale/cost/measure-call.ts'
import { importDocument } from '../../scale/import/import-document.ts'
import { makeDocument } from '../../scale/synthetic/make-document.ts'
import { writeClient } from '../../scale/write-client.ts'
import { vendorDocument } from './vendor-document.ts'

const house = await readContract()

async function generate(document: OpenApiDocument): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'seam-acs-scale-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeClient(document, folder)
  return folder
}

test.each([
  ['an imported document', importDocument(vendorDocument, house).document],
  ['a synthetic document', makeDocument(12, house)],
])('every operation of %s sends and returns what the document allows', async (_, document) => {
  expect(await roundTrip(document, await generate(document), 10)).toEqual([])
})

test('a client that was generated from another document is reported', async () => {
  const document = makeDocument(6, house)
  const other = structuredClone(document)
  other.components!.schemas!['thing_1']!.required!.push('missing')
  expect(await roundTrip(document, await generate(other), 3)).toEqual(
    expect.arrayContaining([expect.stringContaining('missing" is required')]),
  )
})

test('one call costs the same in a client with 50 operations as in one with a single operation', async () => {
  const [one, many] = [makeDocument(1, house), makeDocument(50, house)]
  const [first, last] = [await measureCall(one, await generate(one)), await measureCall(many, await generate(many))]
  expect(last.instantiations).toBeLessThanOrEqual(12)
  expect(Math.abs(last.functionBytes - first.functionBytes)).toBeLessThanOrEqual(100)
  expect(Math.abs(last.checkedBytes - first.checkedBytes)).toBeLessThanOrEqual(100)
  expect(first.checkedBytes).toBeGreaterThan(first.functionBytes + 100)
})

test('a larger synthetic document of the same seed begins with the operations of a smaller one', () => {
  const paths = (size: number) => toMockContract(makeDocument(size, house)).operations.slice(0, 7)
  expect(paths(8)).toEqual(paths(20))
  expect(makeDocument(8, house, 2)).not.toEqual(makeDocument(8, house, 1))
})
