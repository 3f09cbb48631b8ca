import ky from 'ky'
import type { Access, Create } from '../contenders.ts'

export function connect({ endpoint, apiKey }: Access): Create {
  const client = ky.create({ baseUrl: endpoint, headers: { authorization: `Bearer ${apiKey}` } })
  return async (body) =>
    (await client.post<{ acs_credential: unknown }>('/acs/credentials/create', { json: body }).json()).acs_credential
}
