import { SeamError } from '../errors.ts'
import type { Fetch, WebAbortSignal } from '../fetch.ts'
import { readEnvironment } from '../runtime.ts'
import type { ValidationMode, Validator } from '../validation/validator.ts'
import { version } from '../version.gen.ts'
import { createCredentials, type Credentials } from './credentials.ts'
import { mergeHeaders } from './headers.ts'
import type { Hooks } from './hooks.ts'
import type { CallOptions, SeamOptions } from './options.ts'
import { readOptions } from './read-options.ts'

export interface Settings extends Hooks {
  credentials: Credentials
  /** Without a slash at its end. */
  endpoint: string
  fetch?: Fetch
  fetchOptions?: object
  timeout: number
  deadline?: number
  maxRetries: number
  retry: 'safe' | 'always'
  maxResponseSize: number
  signal?: WebAbortSignal
  /** With `user-agent`, and without those that authenticate; their names are in lower case. */
  headers: Record<string, string>
  validate?: ValidationMode
  validator?: Validator
}

const agent = `seam-acs-client/${version}`

const defaults = {
  timeout: 30_000,
  maxRetries: 2,
  retry: 'safe',
  maxResponseSize: 10 * 2 ** 20,
  headers: { 'user-agent': agent },
} as const

/**
 * The settings of a client.
 *
 * @param options The options, or the API key alone.
 * @throws {SeamError} when an option is missing or wrong.
 */
export const resolveOptions = (options: SeamOptions | string = {}): Settings =>
  overrideSettings(defaults, typeof options === 'string' ? { apiKey: options } : options)

/** The settings of one call. */
export function overrideSettings(settings: typeof defaults | Settings, options: CallOptions): Settings {
  const { apiKey, personalAccessToken, workspaceId, userAgent, headers, ...others } = readOptions(options)
  const isUnchanged = !apiKey && !personalAccessToken && !workspaceId
  const overridden: Settings = {
    ...settings,
    ...others,
    credentials: (isUnchanged && (settings as Partial<Settings>).credentials) || createCredentials(options),
    endpoint: (
      others.endpoint ??
      (settings as Partial<Settings>).endpoint ??
      readEnvironment('SEAM_ENDPOINT') ??
      'https://connect.getseam.com'
    ).replace(/\/$/, ''),
    headers: mergeHeaders(
      mergeHeaders(settings.headers, { 'user-agent': userAgent ? `${agent} ${userAgent}` : undefined }),
      headers,
    ),
  }
  const { endpoint, validate, validator } = overridden
  if (!/^https?:\/\/[^/?#@\s][^?#@\s]*$/i.test(endpoint) || !URL.canParse(endpoint)) {
    throw new SeamError(
      'The option `endpoint` (or SEAM_ENDPOINT) must be an http(s) URL without credentials, query or fragment.',
    )
  }
  if (validate && !validator) {
    throw new SeamError(
      "`validate` needs `validator`: add `import { validator } from '@seam-acs/client/validator'` and pass it.",
    )
  }
  return overridden
}
