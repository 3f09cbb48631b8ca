import { Seam } from '@seam-acs/client'
import type { Access, Create } from '../contenders.ts'

export function connect({ endpoint, apiKey }: Access): Create {
  const seam = new Seam({ apiKey, endpoint, validate: 'both' })
  return (body) => seam.acs.credentials.create(body)
}
