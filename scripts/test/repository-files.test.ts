import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { listTextFiles } from '../repository-files.ts'

test('the texts that people write are listed without git, and no others', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'seam-acs-files-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const files = ['.ci/run', '.github/workflows/ci.yml', 'README.md', 'src/index.ts', 'spec/openapi.yaml']
  const others = ['CHANGELOG.md', 'dist/index.js', 'node_modules/a/README.md', 'src/index.gen.ts', 'photo.png']
  for (const file of [...files, ...others]) {
    await mkdir(join(folder, dirname(file)), { recursive: true })
    await writeFile(join(folder, file), '')
  }
  expect(listTextFiles(folder).toSorted()).toEqual(files.toSorted())
})
