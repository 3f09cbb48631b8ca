import { SeamHttp } from '@seamapi/http'
import type { Access, Create } from '../contenders.ts'

export function connect({ endpoint, apiKey }: Access): Create {
  const seam = new SeamHttp({ apiKey, endpoint })
  // Its types know only the values of its own version.
  return (body) => seam.acs.credentials.create(body as never)
}
