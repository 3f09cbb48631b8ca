import { readFile } from 'node:fs/promises'
import { renderOperations, renderVersion } from '@seam-acs/codegen/client'
import { findDifference } from '@seam-acs/codegen/generated-file'
import contract from '@seam-acs/spec' with { type: 'json' }
import { expect, test } from 'vitest'

test.each([
  ['methods', 'operations.gen.ts', renderOperations],
  ['version', 'version.gen.ts', renderVersion],
])('the committed %s are those of the spec', async (_, file, render) => {
  const committed = await readFile(new URL(`../../src/${file}`, import.meta.url), 'utf8')
  expect(findDifference(`packages/client/src/${file}`, committed, render(contract))).toBeUndefined()
})
