import { toMockContract } from '@seam-acs/codegen/mock'
import { createMock } from '@seam-acs/mock'
import { createMockFor, type Mock } from '@seam-acs/mock/contract'
import contract from '@seam-acs/spec' with { type: 'json' }
import { findJson, readOperations } from '@seam-acs/spec/model'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bodies, operations, schemas } from '../fixtures/arbitrary-operations.ts'
import { toInit } from '../create-caller.ts'
import { credentialsDocument } from '../fixtures/credentials-document.ts'
import { createDocument } from '../fixtures/documents.ts'
import { createResponseChecker } from '../fixtures/response-checker.ts'

const seed = 11

test('every response of any operation to any request is valid by the contract', async () => {
  const property = fc.asyncProperty(
    operations,
    fc.array(bodies, { minLength: 1, maxLength: 3 }),
    async (described, all) => {
      const document = createDocument({ '/pets/try': described }, schemas)
      const checkResponse = createResponseChecker(document)
      const { fetch } = createMockFor(toMockContract(document))
      for (const body of all) {
        const response = await fetch('/pets/try', toInit({ body }))
        expect(response.status).toBe(described.status)
        expect(await checkResponse('/pets/try', response)).toEqual([])
      }
    },
  )
  await fc.assert(property, { seed, numRuns: 400 })
})

/** Variants of the contract's examples: some properties left out, others with random values. */
function variantsOf(examples: object[]) {
  const changes = fc.dictionary(
    fc.constantFrom(...new Set(examples.flatMap(Object.keys)), 'limit'),
    fc.jsonValue({ maxDepth: 2 }),
  )
  return fc
    .tuple(fc.constantFrom(...examples, {}), changes, fc.func(fc.boolean()))
    .map(([example, changed, keeps]) =>
      Object.fromEntries(Object.entries({ ...example, ...changed }).filter(([name]) => name in changed || keeps(name))),
    )
}

test.each([
  ['the API', contract as never, createMock()],
  ['five operations on credentials', credentialsDocument, createMockFor(toMockContract(credentialsDocument))],
])(
  'every response of the mock of %s is valid by the contract, error responses included',
  async (_, document, mock: Mock) => {
    const checkResponse = createResponseChecker(document)
    const described = readOperations(document)
    const statuses = new Set<number>()
    const made = ['acs_credential_id', 'acs_user_id'].map((name) => ({
      access_method: 'card',
      acs_user_id: '4b6ec19d-ba68-46ca-80fd-55247684c2bb',
      [name]: '4b6ec19d-ba68-46ca-80fd-55247684c2bb',
    }))
    for (const { path, request } of described) {
      const examples = findJson(request?.contents ?? [])?.examples.map(({ value }) => value as object) ?? []
      const property = fc.asyncProperty(variantsOf([...examples, ...made]), async (body) => {
        const known = mock.credentials[0]?.acs_credential_id
        const response = await mock.fetch(
          path,
          toInit({ body: known && 'acs_credential_id' in body ? { ...body, acs_credential_id: known } : body }),
        )
        statuses.add(response.status)
        expect(await checkResponse(path, response)).toEqual([])
      })
      await fc.assert(property, { seed, numRuns: 300 })
    }
    expect(statuses).toContain(200)
    expect(statuses).toContain(400)
  },
)
