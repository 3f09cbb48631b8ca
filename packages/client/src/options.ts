import { createCredentials, type Credentials, type CredentialsOptions } from './credentials.ts'
import { SeamError } from './errors.ts'
import { readHeaders } from './headers.ts'
import type { Hooks } from './hooks.ts'
import type { Validator } from './validation/validator.ts'
import { version } from './version.gen.ts'

/** What a call may set for itself, and a client for all of its calls. */
export interface CallOptions extends CredentialsOptions, Hooks {
  /** The address of the API; default: the environment variable `SEAM_ENDPOINT`, else `https://connect.getseam.com`. */
  endpoint?: string | undefined
  /** What sends a request; default: the global `fetch` at the time of each call. */
  fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined
  /** Milliseconds for one try, the response's body included; default: 30,000. 0 sets no limit. */
  timeout?: number | undefined
  /** Milliseconds for the whole call, all tries and waits included; default: 0, which sets no limit. */
  deadline?: number | undefined
  /** How often a failed try is retried at most; default: 2. */
  maxRetries?: number | undefined
  /**
   * What is retried; default: `safe`, only requests that cannot have taken effect: 429, 503 with `Retry-After`, and a
   * connection that could not be made. `always` retries any 5xx, 408, timeout and broken connection too, and can create
   * a credential twice, because the API has no idempotency key.
   */
  retry?: 'safe' | 'always' | undefined
  /** The limit of a response's body in bytes, decompressed; default: 10 MiB. */
  maxResponseSize?: number | undefined
  /** Ends the call, a wait between two tries included; the call then fails with the signal's reason. */
  signal?: AbortSignal | undefined
  /** Headers to send in addition; those that authenticate cannot be replaced. */
  headers?: Record<string, string> | undefined
  /** What to append to the header `user-agent`, such as `front-desk/1.2`. */
  userAgent?: string | undefined
  /** What to check against the API's description: what is sent, what is received, or both; default: `false`. Needs `validator`. */
  validate?: false | 'request' | 'response' | 'both' | undefined
  /** `validator` of `@seam-acs/client/validator`, which stays out of a program that does not import it. */
  validator?: Validator | undefined
}

export type SeamOptions = CallOptions

export interface Settings extends Hooks {
  credentials: Credentials
  /** Without a slash at its end. */
  endpoint: string
  fetch(url: string, init: RequestInit): Promise<Response>
  timeout: number
  deadline: number
  maxRetries: number
  retry: 'safe' | 'always'
  maxResponseSize: number
  signal?: AbortSignal
  /** With `user-agent`, and without those that authenticate; their names are in lower case. */
  headers: Record<string, string>
  validate?: CallOptions['validate']
  validator?: Validator
}

const defaults = {
  fetch: (url: string, init: RequestInit) => globalThis.fetch(url, init),
  timeout: 30_000,
  deadline: 0,
  maxRetries: 2,
  retry: 'safe',
  maxResponseSize: 10 * 1024 * 1024,
  headers: { 'user-agent': `seam-acs-client/${version}` },
} as const

/**
 * The settings of a client.
 *
 * @param options The options, or the API key alone.
 * @throws {SeamError} when an option is missing or wrong.
 */
export function resolveOptions(options: SeamOptions | string = {}): Settings {
  const endpoint = readEnvironment('SEAM_ENDPOINT') ?? 'https://connect.getseam.com'
  const given = typeof options === 'string' ? { apiKey: options } : options
  return overrideSettings({ ...defaults, endpoint }, given, readEnvironment('SEAM_API_KEY'))
}

/** The settings of one call. */
export function overrideSettings(
  settings: Omit<Settings, 'credentials'> & { credentials?: Credentials },
  options: CallOptions,
  defaultKey?: string,
): Settings {
  const { apiKey, personalAccessToken, workspaceId, userAgent, headers, ...others } = options
  const isAuthenticated = !apiKey && !personalAccessToken && !workspaceId && settings.credentials
  const overridden: Settings = {
    ...settings,
    ...Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined)),
    credentials: isAuthenticated || createCredentials(options, defaultKey),
    headers: readHeaders({
      ...settings.headers,
      ...(userAgent && { 'user-agent': `${defaults.headers['user-agent']} ${userAgent}` }),
      ...headers,
    }),
  }
  for (const name of ['timeout', 'deadline', 'maxRetries', 'maxResponseSize'] as const) {
    if (!(overridden[name] >= 0)) throw new SeamError(`The option \`${name}\` must be a number from 0.`)
  }
  if (!/^https?:/i.test(overridden.endpoint) || !URL.canParse(overridden.endpoint)) {
    throw new SeamError('The option `endpoint` (or SEAM_ENDPOINT) must be an http or https URL.')
  }
  if (overridden.validate && !overridden.validator) {
    throw new SeamError(
      "`validate` needs `validator`: add `import { validator } from '@seam-acs/client/validator'` and pass it.",
    )
  }
  overridden.endpoint = overridden.endpoint.replace(/\/$/, '')
  return overridden
}

/** Undefined when the runtime has no environment, and for an empty variable. */
function readEnvironment(name: string): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } }
  return process?.env?.[name] || undefined
}
