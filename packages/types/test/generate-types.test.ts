import { readFile } from 'node:fs/promises'
import contract from '@seam-acs/spec' with { type: 'json' }
import { expect, test } from 'vitest'
import { renderTypes } from '../../../scripts/generate-types.ts'
import { staleness } from '../../../scripts/generated-file.ts'

const file = 'packages/types/src/index.gen.ts'
const committed = await readFile(new URL('../src/index.gen.ts', import.meta.url), 'utf8')

test('the committed types are those of the spec', async () => {
  expect(staleness(file, committed, await renderTypes(contract))).toBeUndefined()
})

test('a property that the spec gained makes the committed types stale, at its line', async () => {
  const document = structuredClone(contract)
  Object.assign(document.components.schemas.acs_credential.properties, { zone: { type: 'string' } })
  const types = await renderTypes(document)
  const line = types.split('\n').findIndex((text) => text.includes('zone?: string')) + 1
  expect(staleness(file, committed, types)).toBe(
    `${file}:${line}: stale, for the spec or its generator has changed. Run \`pnpm generate\` and commit the result.`,
  )
})
