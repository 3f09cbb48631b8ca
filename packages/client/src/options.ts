import { SeamError } from './errors.ts'

export interface SeamOptions {
  /** A key of the workspace; default: the environment variable `SEAM_API_KEY`. Keep it on a server. */
  apiKey?: string | undefined
  /** The address of the API; default: the environment variable `SEAM_ENDPOINT`, else `https://connect.getseam.com`. */
  endpoint?: string | undefined
  /** What sends the requests; default: the global `fetch` at the time of each call. */
  fetch?: ((request: Request) => Promise<Response>) | undefined
}

export type Settings = Required<{ [Name in keyof SeamOptions]: NonNullable<SeamOptions[Name]> }>

export function resolveOptions(options: SeamOptions): Settings {
  return {
    apiKey: checkApiKey(options.apiKey ?? readEnvironment('SEAM_API_KEY')),
    endpoint: checkEndpoint(options.endpoint ?? readEnvironment('SEAM_ENDPOINT') ?? 'https://connect.getseam.com'),
    fetch: options.fetch ?? ((request) => globalThis.fetch(request)),
  }
}

function checkApiKey(apiKey: string | undefined): string {
  if (!apiKey) {
    throw new SeamError('No API key: pass it as `new Seam({ apiKey })` or set the environment variable SEAM_API_KEY.')
  }
  // The runtime's own error about a forbidden header value would quote the key.
  if (!/^[\x21-\x7e]+$/.test(apiKey)) {
    throw new SeamError(
      'The option `apiKey` (or the environment variable SEAM_API_KEY) has a space, a line break or another character that no key has: copy it again.',
    )
  }
  return apiKey
}

function checkEndpoint(endpoint: string): string {
  if (!URL.canParse(endpoint) || !/^https?:/i.test(endpoint)) {
    throw new SeamError(
      'The option `endpoint` (or the environment variable SEAM_ENDPOINT) is no http or https address: write it in full, such as `https://connect.getseam.com`.',
    )
  }
  return endpoint
}

/** Undefined where the runtime has no such thing, and for a variable that is set to nothing. */
function readEnvironment(name: string): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } }
  return process?.env?.[name] || undefined
}
