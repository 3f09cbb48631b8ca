import { createMock, type Mock } from '@seam-acs/mock'
import contract from '@seam-acs/spec' with { type: 'json' }
import type { Arbitrary, IAsyncProperty } from 'fast-check'
import { onTestFinished } from 'vitest'
// The client does not export its validators, for it loads them only where they are asked for.
import { validateRequest } from '../../../client/src/validate.ts'
import { collectSchemas } from '../check.ts'
import type { Json } from '../recording.ts'
import { createAjvValidate } from '../validators/ajv.ts'
import { createHyperjumpValidate } from '../validators/hyperjump.ts'
import { createAgreement, type Parties } from './agreement.ts'
import { createProperty, now } from './requests.ts'

export const validators = {
  Ajv: createAjvValidate(contract, { allErrors: false }),
  hyperjump: await createHyperjumpValidate(contract, collectSchemas(contract)),
}

/** That all parties agree, some of which a test replaces by others. Only inside a test, with which its server ends. */
export async function createAgreementProperty(
  path: string,
  requests: Arbitrary<Json>,
  replace: (mock: Mock) => Partial<Parties> = () => ({}),
): Promise<IAsyncProperty<[Json]>> {
  const mock = createMock({ now: () => now })
  const parties = { contract, path, validateRequest, validators, fetch: mock.fetch, now, ...replace(mock) }
  const agreement = await createAgreement(parties)
  onTestFinished(agreement.close)
  return createProperty(requests, (body) => {
    mock.reset()
    return agreement.compare(body)
  })
}
