import { validateRequest } from '@seam-acs/client/validator'
import { createMock, type Mock } from '@seam-acs/mock'
import type { Json, Operation } from '@seam-acs/spec/model'
import type { Arbitrary, IAsyncProperty } from 'fast-check'
import { onTestFinished } from 'vitest'
import { collectSchemas } from '../../src/check.ts'
import { contract } from '../../src/contract.ts'
import { createAjvValidate } from '../../src/validators/ajv.ts'
import { createHyperjumpValidate } from '../../src/validators/hyperjump.ts'
import { createAgreement, type Parties } from './agreement.ts'
import { createProperty, now } from './requests.ts'

export const validators = {
  Ajv: createAjvValidate(contract, { allErrors: false }),
  hyperjump: await createHyperjumpValidate(contract, collectSchemas(contract)),
}

/** The property that all parties agree. A test can replace some of them. The server ends with the test. */
export async function createAgreementProperty(
  operation: Operation,
  requests: Arbitrary<Json>,
  replace: (mock: Mock) => Partial<Parties> = () => ({}),
): Promise<IAsyncProperty<[Json]>> {
  const mock = createMock({ now: () => now })
  const parties = { contract, operation, validateRequest, validators, fetch: mock.fetch, now, ...replace(mock) }
  const agreement = await createAgreement(parties)
  onTestFinished(agreement.close)
  return createProperty(requests, (body) => {
    mock.reset()
    return agreement.compare(body)
  })
}
