import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import contract from '@seam-acs/spec' with { type: 'json' }
import { expect, test } from 'vitest'
import { repository } from '../repository-files.ts'
import { withVersion } from '../sync-version.ts'

async function readVersion(name: string): Promise<string> {
  return JSON.parse(await readFile(join(repository, `packages/${name}/package.json`), 'utf8')).version
}

test('the spec and the published packages have one version (`node scripts/sync-version.ts` fixes the spec)', async () => {
  const [types, ...others] = await Promise.all(['types', 'client', 'mock'].map(readVersion))
  expect([contract.info.version, ...others]).toEqual([types, types, types])
})

test('a new version changes one line of the spec', async () => {
  const spec = await readFile(join(repository, 'spec/openapi.yaml'), 'utf8')
  const lines = withVersion(spec, '9.8.7').split('\n')
  const changed = lines.filter((line, index) => line !== spec.split('\n')[index])
  expect(changed).toEqual(['  version: 9.8.7'])
})
