import type { CreateAcsCredentialRequest } from '@seam-acs/client'

export interface Access {
  endpoint: string
  apiKey: string
}

/** Makes one create call and gives the credential. */
export type Create = (body: CreateAcsCredentialRequest) => PromiseLike<unknown>

export interface Contender {
  /** The file in `contenders/`, which exports `connect`. */
  id: string
  name: string
  /** The npm package that an application installs for it. */
  installed?: string
  /** The npm package that writes its source, so that an application installs none. */
  generated?: string
  /** The highest ratio in process that we want of our own client. */
  target?: number
  /** Sends through something else than `fetch`, so that there is nothing to replace in process. */
  loopbackOnly?: true
}

const ours = { installed: '@seam-acs/client' }

export const baseline: Contender = { id: 'bare-fetch', name: 'a bare `fetch`' }

export const contenders: Contender[] = [
  baseline,
  { ...ours, id: 'seam-acs-minimal', name: '`@seam-acs/client`, no timeout, no retries', target: 1.2 },
  { ...ours, id: 'seam-acs', name: '`@seam-acs/client`, as it comes', target: 1.5 },
  { ...ours, id: 'seam-acs-validating', name: '`@seam-acs/client`, validating both ways', target: 2.2 },
  { ...ours, id: 'seam-acs-openapi-fetch', name: '`@seam-acs/client/openapi-fetch`, as it comes' },
  { id: 'openapi-fetch', name: 'openapi-fetch', installed: 'openapi-fetch' },
  { id: 'redocly', name: 'redocly generate-client', generated: '@redocly/cli' },
  { id: 'hey-api', name: '@hey-api/openapi-ts', generated: '@hey-api/openapi-ts' },
  { id: 'orval', name: 'orval', generated: 'orval' },
  { id: 'ky', name: 'ky', installed: 'ky' },
  { id: 'seamapi-http', name: '@seamapi/http', installed: '@seamapi/http', loopbackOnly: true },
]

/** Loads the contender's library and sets it up with an address and a key and, where its file says no more, nothing else. */
export async function connectContender({ id }: Contender, access: Access): Promise<Create> {
  const { connect }: { connect: (access: Access) => Create } = await import(`./contenders/${id}.ts`)
  return connect(access)
}
