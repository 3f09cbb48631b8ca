import { readFile } from 'node:fs/promises'
import contract from '@seam-acs/spec' with { type: 'json' }
import type { Json } from '@seam-acs/spec/model'
import { expect, test } from 'vitest'
import { renderTypes } from '@seam-acs/codegen/types'
import { findDifference } from '@seam-acs/codegen/generated-file'

const file = 'packages/types/src/index.gen.ts'
const committed = await readFile(new URL('../src/index.gen.ts', import.meta.url), 'utf8')

test('the committed types are those of the spec', async () => {
  expect(findDifference(file, committed, await renderTypes(contract))).toBeUndefined()
})

test('the committed types are not out of date in a checkout with the line ends of Windows', () => {
  expect(findDifference(file, committed.replaceAll('\n', '\r\n'), committed)).toBeUndefined()
})

test('a property that the spec gained makes the committed types stale, at its line', async () => {
  const document = structuredClone(contract)
  Object.assign(document.components.schemas.acs_credential.properties, { zone: { type: 'string' } })
  const types = await renderTypes(document)
  const line = types.split('\n').findIndex((text) => text.includes('zone?: string')) + 1
  expect(findDifference(file, committed, types)).toBe(
    `${file}:${line}: out of date: the spec or its generator changed. Run \`npx --yes pnpm@12.21.0 generate\` and commit the result.`,
  )
})

test('each schema has a declaration of its own, and all else refers to it', () => {
  const names = Object.keys(contract.components.schemas)
  const declared = committed.match(/^export (interface|type) [A-Z]\w+/gm)
  expect(declared).toHaveLength(names.length + ['DateTimeInput', 'InstantLike'].length)
  expect(committed).toContain('export interface AcsCredential {')
  expect(committed).toContain('acs_credential: AcsCredential;')
  expect(committed).toContain('"application/json": CreateAcsCredentialRequest;')
})

test('nothing else is exported than the schemas, `paths`, `operations` and `components`', () => {
  const others = committed.match(/(?<=^export (interface|type) )[^A-Z]\w+/gm)
  expect(others).toEqual(['paths', 'components', 'operations'])
})

test('a date that may be null in a request takes null as well', async () => {
  const document = structuredClone(contract) as Json
  document.components.schemas.create_acs_credential_options.properties.ends_at.type = ['string', 'null']
  expect(await renderTypes(document)).toContain('ends_at?: DateTimeInput | null;')
})

test.each(['acsCredential', 'date', 'date_time_input'])(
  'the schema name `%s` is refused, for its type has another',
  async (name) => {
    const document = structuredClone(contract) as Json
    document.components.schemas[name] = { type: 'string' }
    await expect(renderTypes(document)).rejects.toThrow(`Rename the schema \`${name}\` in spec/`)
  },
)
