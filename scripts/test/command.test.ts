import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pnpm } from '@seam-acs/runner/command'
import { expect, test } from 'vitest'
import { repository } from '../repository-files.ts'

test('messages name the version of pnpm that package.json names', () => {
  const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')).devEngines.packageManager
  expect(pnpm).toBe(`npx --yes pnpm@${version}`)
})
