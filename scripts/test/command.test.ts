import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pnpm } from '@seam-acs/runner/command'
import { expect, test } from 'vitest'
import { listTextFiles, repository } from '../repository-files.ts'

const read = (file: string) => readFileSync(join(repository, file), 'utf8')

test('messages, documents and workflows name the version of pnpm that package.json names', () => {
  const { version } = JSON.parse(read('package.json')).devEngines.packageManager
  expect(pnpm).toBe(`npx --yes pnpm@${version}`)
  const others = [...listTextFiles(), '.ci/run'].flatMap((file) =>
    [...read(file).matchAll(/pnpm@(\d[\d.]*\d)/g)]
      .filter(([, named]) => named !== version)
      .map(([text]) => [file, text]),
  )
  expect(others).toEqual([])
})
