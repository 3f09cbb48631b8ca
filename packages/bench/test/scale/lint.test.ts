import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleSpec } from '@seam-acs/spec/bundle-spec'
import { readContract } from '@seam-acs/spec/read-contract'
import { expect, onTestFinished, test } from 'vitest'
import { splitDocument } from '../../scale/split-document.ts'
import { makeDocument } from '../../scale/synthetic/make-document.ts'

/** The files in which lint finds problems. */
async function listFaultyFiles(change: (document: ReturnType<typeof makeDocument>) => void): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'seam-acs-scale-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const document = makeDocument(12, await readContract())
  change(document)
  await splitDocument(document, folder)
  const result = await bundleSpec(folder)
  return 'problems' in result ? result.problems.map(({ file }) => file) : []
}

test('a synthetic document is in house style', async () => {
  expect(await listFaultyFiles(() => {})).toEqual([])
})

test('lint reports a fault of the document in the file that has it', async () => {
  const files = await listFaultyFiles(({ components }) => delete components!.schemas!['thing_2']!.description)
  expect(files).toEqual(['components/schemas/thing_2.yaml'])
})
