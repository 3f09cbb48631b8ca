import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import contract from '@seam-acs/spec' with { type: 'json' }
import { resolve, type Json } from '@seam-acs/spec/model'
import { expect, test } from 'vitest'
import { renderTypes } from '@seam-acs/codegen/types'
import { openEditor } from '@seam-acs/runner/editor'
import { installPackage } from './project.ts'
import { writeUsage } from './usage.ts'

const advice = 'give it a description in spec/; in a request, declare it in one branch of `anyOf` only'

/** The properties whose documentation an editor does not show, each with advice. */
async function findUndocumented(document: Json, declarations?: string): Promise<string[]> {
  const { program, mentions } = writeUsage(document)
  const editor = await openEditor(await installPackage(declarations), program)
  const undocumented: string[] = []
  for (const { path, index, schemas } of mentions) {
    const documentation = await editor.readDocumentation(index)
    const descriptions = schemas.map((schema) => schema.description ?? resolve(document, schema).description)
    const isDocumented = descriptions.every((description) => description && documentation.includes(description))
    if (!isDocumented) undocumented.push(`${path}: ${advice}`)
  }
  return undocumented
}

function findUndocumentedAfter(change: (schemas: Json) => void): Promise<string[]> {
  const document = structuredClone(contract)
  change(document.components.schemas)
  return findUndocumented(document, renderTypes(document))
}

test('an editor shows the description of each property, in a request and in a response', async () => {
  expect(await findUndocumented(contract)).toEqual([])
})

test('the check covers every property of the spec', () => {
  const mentioned = new Set(writeUsage(contract).mentions.flatMap(({ schemas }) => schemas))
  const properties = Object.values<Json>(contract.components.schemas).flatMap((schema) =>
    Object.values<Json>(schema.properties ?? {}),
  )
  expect(properties.filter((property) => !mentioned.has(property))).toEqual([])
})

/** The properties whose definitions an editor does not find in the installed source. */
async function findMisled(directory: string): Promise<string[]> {
  const source = join(directory, 'node_modules/@seam-acs/types/src/index.gen.ts')
  const { program, mentions } = writeUsage(contract)
  const editor = await openEditor(directory, program)
  const lines = (await readFile(new URL('../src/index.gen.ts', import.meta.url), 'utf8')).split('\n')
  const misled: string[] = []
  for (const { path, index } of mentions) {
    const definitions = await editor.findDefinitions(index)
    const isRight = definitions.every(
      ({ file, line }) => file === source && /\w+/.exec(lines[line - 1] ?? '')?.[0] === path.split('.').at(-1),
    )
    if (definitions.length === 0 || !isRight) misled.push(path)
  }
  return misled
}

test('an editor finds the definition of each property in the source of this package', async () => {
  expect(await findMisled(await installPackage())).toEqual([])
})

test('the check objects when the package is installed without its source', async () => {
  const directory = await installPackage()
  await rm(join(directory, 'node_modules/@seam-acs/types/src'), { recursive: true })
  expect(await findMisled(directory)).toHaveLength(writeUsage(contract).mentions.length)
})

test.each<[string, string, (schemas: Json) => void]>([
  [
    'a property loses its description',
    'ErrorResponse.error.message',
    (schemas) => delete schemas.api_error.properties.message.description,
  ],
  [
    'a referenced schema loses its description',
    'CreateAcsCredentialResponse.acs_credential.external_type',
    (schemas) => delete schemas.external_type.description,
  ],
  [
    'both owners of a request declare the same property',
    'CreateAcsCredentialRequest.acs_system_id',
    ({ acs_user_owner, user_identity_owner }) =>
      (acs_user_owner.properties.acs_system_id = structuredClone(user_identity_owner.properties.acs_system_id)),
  ],
])('the check objects when %s', async (_, path, change) => {
  expect(await findUndocumentedAfter(change)).toEqual([`${path}: ${advice}`])
})
