import contract from '@seam-acs/spec' with { type: 'json' }
import type { Json } from '@seam-acs/spec/model'
import { expect, test } from 'vitest'
import { renderTypes } from '@seam-acs/codegen/types'
import { compile } from './compile.ts'

const withoutOwner = `
  import type { CreateAcsCredentialRequest } from '@seam-acs/types'
  declare function create(body: CreateAcsCredentialRequest): void
  create({ access_method: 'code' })
`

test('the error about a missing owner names both kinds of owner, and is short', () => {
  const [error, ...others] = compile(withoutOwner)
  expect(others).toEqual([])
  expect(error).toMatch(/'.*\bAcsUserOwner\b.*\bUserIdentityOwner\b.*'/)
  expect(error!.length).toBeLessThanOrEqual(470)
})

test('the error is longer if the schemas of the request have no names', () => {
  const document = structuredClone(contract)
  const { schemas } = document.components as Json
  schemas.create_acs_credential_request.allOf = [
    schemas.create_acs_credential_options,
    { anyOf: [schemas.acs_user_owner, schemas.user_identity_owner] },
  ]
  const [error] = compile(withoutOwner, renderTypes(document))
  expect(error!.length).toBeGreaterThan(470)
})
