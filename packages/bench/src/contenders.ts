import type { CreateAcsCredentialRequest } from '@seam-acs/client'

export interface Access {
  endpoint: string
  apiKey: string
}

/** Makes one create call and returns the credential. */
export type Create = (body: CreateAcsCredentialRequest) => PromiseLike<unknown>

export interface Contender {
  /** The file in `contenders/`, which exports `connect`. */
  id: string
  name: string
  /** The npm package that an application installs for it. */
  installed?: string
  /** The npm package that generates its source, so that an application installs nothing. */
  generated?: string
  /** The highest acceptable ratio in process, for our own client. */
  target?: number
  /** Does not send with `fetch`, so it cannot be measured in process. */
  loopbackOnly?: true
}

const ours = { installed: '@seam-acs/client' }

export const baseline: Contender = { id: 'bare-fetch', name: 'a bare `fetch`' }

export const contenders: Contender[] = [
  baseline,
  { ...ours, id: 'seam-acs-minimal', name: '`@seam-acs/client`, no timeout, no retries', target: 1.2 },
  { ...ours, id: 'seam-acs', name: '`@seam-acs/client`, defaults', target: 1.5 },
  { ...ours, id: 'seam-acs-validating', name: '`@seam-acs/client`, validating both ways', target: 2.2 },
  { ...ours, id: 'seam-acs-openapi-fetch', name: '`@seam-acs/client/openapi-fetch`, defaults' },
  { id: 'openapi-fetch', name: 'openapi-fetch', installed: 'openapi-fetch' },
  { id: 'redocly', name: 'redocly generate-client', generated: '@redocly/cli' },
  { id: 'hey-api', name: '@hey-api/openapi-ts', generated: '@hey-api/openapi-ts' },
  { id: 'orval', name: 'orval', generated: 'orval' },
  { id: 'ky', name: 'ky', installed: 'ky' },
  { id: 'seamapi-http', name: '@seamapi/http', installed: '@seamapi/http', loopbackOnly: true },
]

/** Loads the contender's library and creates a client with an endpoint and a key. Its file has any further settings. */
export async function connectContender({ id }: Contender, access: Access): Promise<Create> {
  const { connect }: { connect: (access: Access) => Create } = await import(`./contenders/${id}.ts`)
  return connect(access)
}
