import { readFile } from 'node:fs/promises'
import contract from '@seam-acs/spec' with { type: 'json' }
import { expect, test } from 'vitest'
import { renderOperations } from '@seam-acs/codegen/client'
import { findDifference } from '@seam-acs/codegen/generated-file'

const create = contract.paths['/acs/credentials/create']

test('the committed methods are those of the spec', async () => {
  const committed = await readFile(new URL('../src/operations.gen.ts', import.meta.url), 'utf8')
  const file = 'packages/client/src/operations.gen.ts'
  expect(findDifference(file, committed, renderOperations(contract))).toBeUndefined()
})

test('a second operation in the spec gives a second method', () => {
  const addition = { post: { ...create.post, operationId: 'acs_access_groups_add_credential' } }
  const paths = { ...contract.paths, '/acs/access_groups/add_credential': addition }
  const source = renderOperations({ ...contract, paths })
  expect(source).toContain('readonly accessGroups: {')
  expect(source).toContain('addCredential: (body, options) => acsAccessGroupsAddCredential(client, body, options),')
  expect(source).toContain('export const acsAccessGroupsAddCredential = (client: SeamClient, ')
  expect(source).toContain('export type AcsAccessGroupsAddCredentialResult = Success<200, AcsCredential> | ')
  expect(source).toContain('create: (body, options) => acsCredentialsCreate(client, body, options),')
})

test('a description that holds the end of a comment stays inside the comment', () => {
  const paths = { '/acs/credentials/create': { post: { ...create.post, description: 'Ends */ here.' } } }
  expect(renderOperations({ ...contract, paths })).toContain(' * Ends *\\/ here.')
})

test('a response with two results is refused, naming the path', () => {
  const document = structuredClone(contract)
  Object.assign(document.components.schemas.create_acs_credential_response.properties, { acs_user: {} })
  expect(() => renderOperations(document)).toThrow(/^\/acs\/credentials\/create: .* exactly one other property/)
})
