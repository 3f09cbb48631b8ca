import type { paths } from '@seam-acs/client'
import createClient from 'openapi-fetch'
import type { Access, Create } from '../contenders.ts'

export function connect({ endpoint, apiKey }: Access): Create {
  const client = createClient<paths>({ baseUrl: endpoint, headers: { authorization: `Bearer ${apiKey}` } })
  return async (body) => {
    const { data } = await client.POST('/acs/credentials/create', { body })
    return data?.acs_credential
  }
}
