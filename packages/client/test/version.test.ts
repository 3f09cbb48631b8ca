import { readFile } from 'node:fs/promises'
import contract from '@seam-acs/spec' with { type: 'json' }
import { expect, test } from 'vitest'
import { withVersion } from '../../../scripts/sync-version.ts'
import types from '../../types/package.json' with { type: 'json' }
import client from '../package.json' with { type: 'json' }

test('the spec and the published packages have one version (`node scripts/sync-version.ts` fixes the spec)', () => {
  expect([contract.info.version, client.version]).toEqual([types.version, types.version])
})

test('a new version changes one line of the spec', async () => {
  const spec = await readFile(new URL('../../../spec/openapi.yaml', import.meta.url), 'utf8')
  const lines = withVersion(spec, '9.8.7').split('\n')
  const changed = lines.filter((line, index) => line !== spec.split('\n')[index])
  expect(changed).toEqual(['  version: 9.8.7'])
})
