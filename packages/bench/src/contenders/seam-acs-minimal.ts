import { Seam } from '@seam-acs/client'
import type { Access, Create } from '../contenders.ts'

export function connect({ endpoint, apiKey }: Access): Create {
  const seam = new Seam({ apiKey, endpoint, timeout: 0, maxRetries: 0 })
  return (body) => seam.acs.credentials.create(body)
}
