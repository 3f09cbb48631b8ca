import { Seam } from '@seam-acs/client'
import { validator } from '@seam-acs/client/validator'
import type { Access, Create } from '../contenders.ts'

export function connect({ endpoint, apiKey }: Access): Create {
  const seam = new Seam({ apiKey, endpoint, validate: 'both', validator })
  return (body) => seam.acs.credentials.create(body)
}
