import type { Access, Create } from '../contenders.ts'

export function connect({ endpoint, apiKey }: Access): Create {
  return async (body) => {
    const response = await fetch(`${endpoint}/acs/credentials/create`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return JSON.parse(await response.text()).acs_credential
  }
}
