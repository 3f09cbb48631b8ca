import { readFile } from 'node:fs/promises'
import contract from '@seam-acs/spec' with { type: 'json' }
import type { Json } from '@seam-acs/spec/model'
import { expect, test } from 'vitest'
import { renderTypes } from '@seam-acs/codegen/types'
import { compile } from './compile.ts'

/** The compile errors of a type test, with types generated from a changed spec. */
async function compileErrors(file: string, change: (schemas: Json) => void): Promise<string[]> {
  const document = structuredClone(contract)
  change(document.components.schemas)
  const text = await readFile(new URL(file, import.meta.url), 'utf8')
  return compile(text, renderTypes(document))
}

test.each(['create-request.test-d.ts', 'dates.test-d.ts'])('%s compiles with the unchanged spec', async (file) => {
  expect(await compileErrors(file, () => {})).toEqual([])
})

test.each<[string, (schemas: Json) => void]>([
  ['the identity rule is gone', (schemas) => schemas.create_acs_credential_request.allOf.pop()],
  ['the identity rule is `required` beside `properties`', loseRuleToUnknown],
  ['half an owner is enough', (schemas) => schemas.user_identity_owner.required.pop()],
  ['the access method is optional', (schemas) => schemas.create_acs_credential_options.required.pop()],
  ['an enum is open', (schemas) => delete schemas.access_method.enum],
  ['unknown properties are allowed', (schemas) => (schemas.create_acs_credential_options.additionalProperties = true)],
  ['a PIN code may be a number', (schemas) => (schemas.create_acs_credential_options.properties.code.type = 'number')],
])('the type test of the request objects when %s', async (_, change) => {
  expect(await compileErrors('create-request.test-d.ts', change)).not.toEqual([])
})

test.each<[string, (schemas: Json) => void]>([
  ['a date may be anything', ({ create_acs_credential_options: { properties } }) => (properties.ends_at = {})],
  ['a date has no format', ({ create_acs_credential_options: { properties } }) => delete properties.starts_at.format],
  [
    'a response has the dates of a request',
    ({ create_acs_credential_options: { properties }, ...schemas }) =>
      Object.assign(schemas.acs_credential.properties, { created_at: properties.ends_at }),
  ],
])('the type test of dates objects when %s', async (_, change) => {
  expect(await compileErrors('dates.test-d.ts', change)).not.toEqual([])
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
