import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import contract from '@seam-acs/spec' with { type: 'json' }
import ts from 'typescript'
import { expect, onTestFinished, test } from 'vitest'
import type { Json } from '../../../scripts/contract.ts'
import { renderTypes } from '../../../scripts/generate-types.ts'

const testFile = fileURLToPath(new URL('create-request.test-d.ts', import.meta.url))

/** The compiler's complaints about the type test of the request, with types generated from a changed spec. */
async function complaints(change: (schemas: Json) => void): Promise<string> {
  const document = structuredClone(contract)
  change(document.components.schemas)
  const directory = await mkdtemp(join(tmpdir(), 'seam-acs-types-'))
  onTestFinished(() => rm(directory, { recursive: true }))
  const types = join(directory, 'index.ts')
  await writeFile(types, await renderTypes(document))
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(fileURLToPath(new URL('../tsconfig.json', import.meta.url)), ts.sys.readFile).config,
    ts.sys,
    fileURLToPath(new URL('..', import.meta.url)),
  )
  const program = ts.createProgram([testFile], { ...options, paths: { '@seam-acs/types': [types] } })
  return ts.formatDiagnostics(ts.getPreEmitDiagnostics(program), {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => directory,
    getNewLine: () => '\n',
  })
}

test('the unchanged spec has no complaint', async () => {
  expect(await complaints(() => {})).toBe('')
})

test.each<[string, (schemas: Json) => void]>([
  ['the identity rule is gone', (schemas) => schemas.create_acs_credential_request.allOf.pop()],
  ['the identity rule is `required` beside `properties`', loseRuleToUnknown],
  ['half an owner suffices', (schemas) => schemas.user_identity_owner.required.pop()],
  ['the access method is optional', (schemas) => schemas.create_acs_credential_options.required.pop()],
  ['an enum is open', (schemas) => delete schemas.access_method.enum],
  ['unknown properties are allowed', (schemas) => (schemas.create_acs_credential_options.additionalProperties = true)],
  ['a PIN code may be a number', (schemas) => (schemas.create_acs_credential_options.properties.code.type = 'number')],
])('the type test objects when %s', async (_, change) => {
  expect(await complaints(change)).toMatch(/error TS\d+/)
})

function loseRuleToUnknown(schemas: Json) {
  schemas.create_acs_credential_request = {
    properties: {
      ...schemas.create_acs_credential_options.properties,
      ...schemas.acs_user_owner.properties,
      ...schemas.user_identity_owner.properties,
    },
    anyOf: [{ required: ['acs_user_id'] }, { required: ['user_identity_id', 'acs_system_id'] }],
  }
}
