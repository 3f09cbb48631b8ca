import { readOptions } from './read-options.ts'
import { createCredentials, type Credentials } from './credentials.ts'
import { SeamError } from './errors.ts'
import type { Fetch } from './fetch.ts'
import { mergeHeaders } from './headers.ts'
import type { Hooks } from './hooks.ts'
import type { CallOptions, SeamOptions } from './options.ts'
import type { Validator } from './validation/validator.ts'
import { version } from './version.gen.ts'

export interface Settings extends Hooks {
  credentials: Credentials
  /** Without a slash at its end. */
  endpoint: string
  fetch: Fetch
  fetchOptions?: object
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
  fetch: ((url, init) => globalThis.fetch(url, init)) as Fetch,
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
  const given = typeof options === 'string' ? { apiKey: options } : options
  const { apiKey, endpoint, personalAccessToken } = Object(given) as SeamOptions
  // Deno asks for permission, or throws, for each variable that is read.
  const key = apiKey || personalAccessToken ? undefined : readEnvironment('SEAM_API_KEY')
  const address = endpoint ?? readEnvironment('SEAM_ENDPOINT') ?? 'https://connect.getseam.com'
  return overrideSettings({ ...defaults, endpoint: address }, given, key)
}

/** The settings of one call. */
export function overrideSettings(
  settings: Omit<Settings, 'credentials'> & { credentials?: Credentials },
  options: CallOptions,
  defaultKey?: string,
): Settings {
  const { apiKey, personalAccessToken, workspaceId, userAgent, headers, ...others } = readOptions(options)
  const isAuthenticated = !apiKey && !personalAccessToken && !workspaceId && settings.credentials
  const overridden: Settings = {
    ...settings,
    ...others,
    credentials: isAuthenticated || createCredentials(options, defaultKey),
    headers: mergeHeaders(
      mergeHeaders(settings.headers, {
        'user-agent': userAgent ? `${defaults.headers['user-agent']} ${userAgent}` : undefined,
      }),
      headers,
    ),
  }
  if (!/^https?:\/\/[^/?#@\s]+(\/[^?#\s]*)?$/i.test(overridden.endpoint) || !URL.canParse(overridden.endpoint)) {
    throw new SeamError(
      'The option `endpoint` (or SEAM_ENDPOINT) must be an http or https URL without credentials, query and fragment.',
    )
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
