import { client } from '#generated/redocly/client.ts'
import type { Access, Create } from '../contenders.ts'

export function connect({ endpoint, apiKey }: Access): Create {
  client.configure({ serverUrl: endpoint, auth: { bearer: apiKey } })
  return async (body) => (await client.acs_credentials_create({ body })).acs_credential
}
