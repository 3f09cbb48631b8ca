import { createMock, type Mock } from '@seam-acs/mock'
import { readOperations, type Json } from '@seam-acs/spec/model'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { contract } from '../../src/contract.ts'
import { createAgreementProperty, validators } from './agreement-property.ts'
import { createPeriods, type Period } from './periods.ts'
import { cases, checkProperty, createProperty, createValidRequests } from './requests.ts'

const operations = readOperations(contract)

test.each(operations)(
  'all agree on a valid request of $id, and the response repeats what was requested',
  async (operation) => {
    const property = await createAgreementProperty(operation, createValidRequests(contract, operation, validators.Ajv))
    await expect(checkProperty(property, Math.ceil(cases / 2 / operations.length))).resolves.toBeUndefined()
  },
  3_600_000,
)

const path = '/acs/credentials/create'

/** Whether the mock accepts a period exactly when it ends after it starts and in the future. */
const createPeriodProperty = (createFetch: (mock: Mock) => Mock['fetch'] = ({ fetch }) => fetch) =>
  createProperty(createPeriods(), async (period: Period) => {
    const mock = createMock({ now: () => new Date(period.now) })
    const owner = { access_method: 'card', acs_user_id: '0fc82df4-391b-4d00-a234-86378f1c3952' }
    const response = await createFetch(mock)(`https://connect.getseam.com${path}`, {
      method: 'POST',
      headers: { authorization: 'Bearer seam_test_key', 'content-type': 'application/json' },
      body: JSON.stringify({ ...owner, starts_at: period.start.text, ends_at: period.end.text }),
    })
    const { error } = (await response.json()) as Json
    const isRight = period.end.at > period.start.at && period.end.at > period.now
    if (response.ok !== isRight) return [`the mock ${response.ok ? 'accepts' : 'rejects'} it`]
    return response.ok || error.validation_errors.ends_at ? [] : ['the error does not name ends_at']
  })

test('the mock accepts a period exactly when it ends after it starts and in the future', async () => {
  await expect(checkProperty(createPeriodProperty(), Math.ceil(cases / 10))).resolves.toBeUndefined()
})

test.each<[string, (mock: Mock) => Mock['fetch']]>([
  [
    'without the rule',
    ({ fetch }) =>
      (url, init) =>
        fetch(url, { ...init, body: drop(init, 'ends_at') }),
  ],
  [
    'that overlooks the start',
    ({ fetch }) =>
      (url, init) =>
        fetch(url, { ...init, body: drop(init, 'starts_at') }),
  ],
  ['with another clock', () => createMock({ now: () => new Date(2e12) }).fetch],
])('a mock %s is noticed', async (_, createFetch) => {
  const run = await fc.check(createPeriodProperty(createFetch), { numRuns: 200, seed: 1, endOnFailure: true })
  expect(run.failed).toBe(true)
})

const drop = (init: RequestInit | undefined, name: string) =>
  JSON.stringify({ ...JSON.parse(String(init?.body)), [name]: undefined })
