import type { Fetch, WebAbortSignal } from '../fetch.ts'
import type { ValidationMode, Validator } from '../validation/validator.ts'
import type { CredentialsOptions } from './credentials.ts'
import type { HeadersOption } from './headers.ts'
import type { Hooks } from './hooks.ts'

/** Options of one call, or of all calls of a client. */
export interface CallOptions extends CredentialsOptions, Hooks {
  /** The address of the API; default: the environment variable `SEAM_ENDPOINT`, else `https://connect.getseam.com`. */
  endpoint?: string | undefined
  /** The function that sends requests; default: the global `fetch` at the time of each call. */
  fetch?: Fetch | undefined
  /** Further fields of the init that `fetch` gets, such as undici's `dispatcher`, `cache` or `keepalive`. */
  fetchOptions?: object | undefined
  /** Milliseconds for one try, the response's body included; default: 30,000. 0 sets no limit. */
  timeout?: number | undefined
  /** Milliseconds for the whole call, all tries and waits included; default: 0, which sets no limit. */
  deadline?: number | undefined
  /** The maximum number of retries; default: 2. */
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
  signal?: WebAbortSignal | undefined
  /** Headers to send in addition; null removes one. Those that authenticate cannot be replaced. */
  headers?: HeadersOption | undefined
  /** What to append to the header `user-agent`, such as `front-desk/1.2`. */
  userAgent?: string | undefined
  /** Which bodies to check against the API's description: requests, responses or both; default: `false`. Needs `validator`. */
  validate?: ValidationMode
  /** The `validator` of `@seam-acs/client/validator`, which is not bundled into programs that do not import it. */
  validator?: Validator | undefined
}

export type SeamOptions = CallOptions
