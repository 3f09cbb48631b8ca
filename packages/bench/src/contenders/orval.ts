import { acsCredentialsCreate } from '#generated/orval/client.ts'
import type { Access, Create } from '../contenders.ts'

export function connect({ endpoint, apiKey }: Access): Create {
  globalThis.seamEndpoint = endpoint
  return async (body) => {
    const { data } = await acsCredentialsCreate(body, { headers: { authorization: `Bearer ${apiKey}` } })
    return data.acs_credential
  }
}
