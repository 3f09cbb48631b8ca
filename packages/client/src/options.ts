import { createCredentials, type Credentials, type CredentialsOptions } from './credentials.ts'
import { SeamError } from './errors.ts'
import type { Hooks } from './hooks.ts'

/** What a call may set for itself, and a client for all of its calls. */
export interface CallOptions extends CredentialsOptions, Hooks {
  /** The address of the API; default: the environment variable `SEAM_ENDPOINT`, else `https://connect.getseam.com`. */
  endpoint?: string | undefined
  /** What sends a request; default: the global `fetch` at the time of each call. */
  fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined
  /** Milliseconds for one try, the answer's body included; default: 30,000. 0 sets no limit. */
  timeout?: number | undefined
  /** Milliseconds for the whole call, all tries and waits included; default: 0, which sets no limit. */
  deadline?: number | undefined
  /** How often a failed try is repeated at most; default: 2. */
  maxRetries?: number | undefined
  /**
   * What is repeated; default: `safe`, only what cannot have created a credential: 429, 503 with `Retry-After`, and a
   * connection that could not be made. `always` repeats any 5xx, 408, timeout and broken connection too, and can create
   * a credential twice, for the API has no idempotency key.
   */
  retry?: 'safe' | 'always' | undefined
  /** Bytes that an answer's body may have, decompressed; default: 10 MiB. */
  maxResponseSize?: number | undefined
  /** Ends the call, a wait between two tries included; the call then fails with the signal's reason. */
  signal?: AbortSignal | undefined
  /** Headers to send besides those that authenticate, which win. */
  headers?: Record<string, string> | undefined
  /** What to append to the header `user-agent`, such as `front-desk/1.2`. */
  userAgent?: string | undefined
  /** What to check against the API's description: what is sent, what is answered, or both; default: `false`. */
  validate?: false | 'request' | 'response' | 'both' | undefined
}

export type SeamOptions = CallOptions

export interface Settings extends Hooks {
  credentials: Credentials
  endpoint: string
  fetch(url: string, init: RequestInit): Promise<Response>
  timeout: number
  deadline: number
  maxRetries: number
  retry: 'safe' | 'always'
  maxResponseSize: number
  signal?: AbortSignal
  headers: Record<string, string>
  userAgent: string
  validate: false | 'request' | 'response' | 'both'
}

/** @throws {SeamError} when an option is missing or wrong. */
export function resolveOptions(options: SeamOptions): Settings {
  const defaults = {
    endpoint: readEnvironment('SEAM_ENDPOINT') ?? 'https://connect.getseam.com',
    fetch: (url: string, init: RequestInit) => globalThis.fetch(url, init),
    timeout: 30_000,
    deadline: 0,
    maxRetries: 2,
    retry: 'safe',
    maxResponseSize: 10 * 1024 * 1024,
    headers: {},
    userAgent: '',
    validate: false,
  } as const
  return overrideSettings(defaults, options, readEnvironment('SEAM_API_KEY'))
}

type Defaults = Omit<Settings, 'credentials'> & Partial<Pick<Settings, 'credentials'>>

/** The settings of one call. */
export function overrideSettings(settings: Defaults, options: CallOptions, defaultKey?: string): Settings {
  const { apiKey, personalAccessToken, workspaceId, ...others } = options
  const isAuthenticated = !apiKey && !personalAccessToken && !workspaceId && settings.credentials
  const overridden: Settings = {
    ...settings,
    ...Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined)),
    credentials: isAuthenticated || createCredentials(options, defaultKey),
    headers: { ...settings.headers, ...options.headers },
  }
  for (const name of ['timeout', 'deadline', 'maxRetries', 'maxResponseSize'] as const) {
    if (!(overridden[name] >= 0)) throw new SeamError(`The option \`${name}\` is a number from 0.`)
  }
  if (!/^https?:/i.test(overridden.endpoint) || !URL.canParse(overridden.endpoint)) {
    throw new SeamError('The option `endpoint` (or SEAM_ENDPOINT) is a whole http or https address.')
  }
  for (const [name, value] of Object.entries({ ...overridden.headers, 'user-agent': overridden.userAgent })) {
    // The runtime's own error would quote the value, which may be a secret.
    if (!/^[\t\x20-\x7e]*$/.test(value)) throw new SeamError(`The header \`${name}\` has a forbidden character.`)
  }
  return overridden
}

/** Undefined where the runtime has no such thing, and for a variable that is set to nothing. */
function readEnvironment(name: string): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } }
  return process?.env?.[name] || undefined
}
