import { createFetchClient } from '@seam-acs/client/openapi-fetch'
import type { Access, Create } from '../contenders.ts'

export function connect({ endpoint, apiKey }: Access): Create {
  const client = createFetchClient({ apiKey, endpoint })
  return async (body) => (await client.POST('/acs/credentials/create', { body })).data?.acs_credential
}
