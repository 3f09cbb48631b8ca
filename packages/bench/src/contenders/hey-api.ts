import { client } from '#generated/hey-api/client.gen.ts'
import { acsCredentialsCreate } from '#generated/hey-api/index.ts'
import type { Access, Create } from '../contenders.ts'

export function connect({ endpoint, apiKey }: Access): Create {
  // It asks for the value of each security scheme in the description, and sends every value that it gets.
  client.setConfig({ baseUrl: endpoint, auth: ({ scheme }) => (scheme === 'bearer' ? apiKey : undefined) })
  return async (body) => (await acsCredentialsCreate({ body })).data?.acs_credential
}
