import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { findPackageJSON } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { readContract } from '@seam-acs/spec/read-contract'
import { expect, onTestFinished, test } from 'vitest'
import { splitDocument } from '../../scale/split-document.ts'
import { makeDocument } from '../../scale/synthetic/make-document.ts'

const lint = join(dirname(findPackageJSON('@seam-acs/spec', import.meta.url)!), 'lint/lint-spec.ts')

async function runLint(change: (document: ReturnType<typeof makeDocument>) => void): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'seam-acs-scale-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const document = makeDocument(12, await readContract())
  change(document)
  await splitDocument(document, folder)
  return promisify(execFile)(process.execPath, [lint], { cwd: folder }).then(
    () => 'passed',
    ({ stderr }: { stderr: string }) => stderr,
  )
}

test('a synthetic document is in house style', async () => {
  expect(await runLint(() => {})).toBe('passed')
})

test('lint reads the document that the files are made of', async () => {
  const output = await runLint(({ components }) => delete components!.schemas!['thing_2']!.description)
  expect(output).toContain('components/schemas/thing_2.yaml')
})
