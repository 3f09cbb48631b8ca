import { readFile } from 'node:fs/promises'
import { pnpm } from '@seam-acs/runner/command'
import contract from '@seam-acs/spec' with { type: 'json' }
import type { Json } from '@seam-acs/spec/model'
import { expect, test } from 'vitest'
import { renderTypes } from '@seam-acs/codegen/types'
import { findDifference } from '@seam-acs/codegen/generated-file'

const file = 'packages/types/src/index.gen.ts'
const committed = await readFile(new URL('../src/index.gen.ts', import.meta.url), 'utf8')

test('the committed types are up to date', () => {
  expect(findDifference(file, committed, renderTypes(contract))).toBeUndefined()
})

test('the committed types are not out of date in a checkout with the line ends of Windows', () => {
  expect(findDifference(file, committed.replaceAll('\n', '\r\n'), committed)).toBeUndefined()
})

test('a new property in the spec makes the committed types out of date, at its line', () => {
  const document = structuredClone(contract)
  Object.assign(document.components.schemas.acs_credential.properties, { zone: { type: 'string' } })
  const types = renderTypes(document)
  const line = types.split('\n').findIndex((text) => text.includes('zone?: string')) + 1
  expect(findDifference(file, committed, types)).toBe(
    `${file}:${line}: out of date: the spec or its generator changed. Run \`${pnpm} generate\` and commit the result.`,
  )
})

test('each schema has its own declaration, which everything else refers to', () => {
  const names = Object.keys(contract.components.schemas)
  const declared = committed.match(/^export (interface|type) [A-Z]\w+/gm)
  expect(declared).toHaveLength(names.length + ['DateTimeInput', 'InstantLike'].length)
  expect(committed).toContain('export interface AcsCredential {')
  expect(committed).toContain('acs_credential: AcsCredential;')
  expect(committed).toContain('"application/json": CreateAcsCredentialRequest;')
})

test('only the schemas, `paths`, `operations` and `components` are exported', () => {
  const others = committed.match(/(?<=^export (interface|type) )[^A-Z]\w+/gm)
  expect(others).toEqual(['paths', 'components', 'operations'])
})

test('a nullable date in a request accepts null', () => {
  const document = structuredClone(contract) as Json
  document.components.schemas.create_acs_credential_options.properties.ends_at.type = ['string', 'null']
  expect(renderTypes(document)).toContain('ends_at?: DateTimeInput | null;')
})

test.each(['acsCredential', 'date', 'date_time_input'])(
  'an error names the schema `%s`, because the name of its type is taken',
  (name) => {
    const document = structuredClone(contract) as Json
    document.components.schemas[name] = { type: 'string' }
    expect(() => renderTypes(document)).toThrow(`Rename the schema \`${name}\` in spec/`)
  },
)
