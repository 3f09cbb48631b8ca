import type { ValidationErrors } from '@seam-acs/types'
import type { Issue } from './issues.ts'

// Shared by all copies of this package, unlike a class.
const brand = Symbol.for('@seam-acs/client error')

/** The base class of every error of this package. No error contains the key, a header, or a PIN code that was sent. */
export class SeamError extends Error {
  override name = 'SeamError'

  /** @param fields What the error has beside its message. */
  constructor(message: string, fields?: object) {
    super(message)
    Object.assign(this, fields)
  }

  get [brand](): true {
    return true
  }

  /** The fields of the error with its name and its message, which `JSON.stringify` would leave out. */
  toJSON(): object {
    return { ...this, message: this.message }
  }
}

/** Whether a value is an error of this package, even of another copy of it, for which `instanceof` is false. */
export const isSeamError = (value: unknown): value is SeamError => Object(value)[brand] === true

/** The body of a call does not fit the API, and nothing was sent; only with `validate`. */
export class SeamRequestError extends SeamError {
  override name = 'SeamRequestError'
  declare readonly issues: Issue[]
}

/** No response came: `fetch` failed, because there was no connection, or it broke before the response, or by a bug. */
export class SeamConnectionError extends SeamError {
  override name = 'SeamConnectionError'
  /** The runtime's code, such as `ECONNREFUSED`; undefined when it gives none. */
  declare readonly code: string | undefined
  /** The names and messages of what `fetch` failed with, without secrets; undefined when they say nothing. */
  declare readonly reason: string | undefined
}

/** The whole response did not come in time: see the options `timeout` and `deadline`. */
export class SeamTimeoutError extends SeamError {
  override name = 'SeamTimeoutError'
}

export interface ResponseDetails {
  /** The HTTP status; 0 where the runtime hides it, as browsers do for a redirect. */
  readonly status: number
  /** The ID of the exchange, for Seam's support; undefined when the response has none. */
  readonly requestId: string | undefined
  /** The first 200 characters of the response's body, without PIN codes and card numbers. */
  readonly text: string
}

/** A response came that is not what the API promises: cut off, too large, not JSON, or without the result. */
export class SeamResponseError extends SeamError implements ResponseDetails {
  override name = 'SeamResponseError'
  declare readonly status: number
  declare readonly requestId: string | undefined
  declare readonly text: string
  /** What differs from the API's description; empty without `validate`. */
  declare readonly issues: Issue[]
}

/** The API responded with a status other than 2xx. */
export class SeamApiError extends SeamError implements ResponseDetails {
  override name = 'SeamApiError'
  declare readonly status: number
  declare readonly requestId: string | undefined
  declare readonly text: string
  /** The kind of error, such as `invalid_input`; undefined when the body is not the API's error object. */
  declare readonly type: string | undefined
  /** What is wrong with the request, nested as it is; `listValidationErrors` makes it flat. */
  declare readonly validationErrors: ValidationErrors | undefined

  /**
   * @param operation The method and path, such as `POST /acs/credentials/create`.
   * @param body The response's body, parsed where it is JSON.
   */
  constructor(operation: string, response: ResponseDetails, body: unknown) {
    const error = (body as { error?: Envelope } | null | undefined)?.error
    // Any other body, such as a proxy's text, has no information.
    const isEnvelope = typeof error?.type === 'string' && typeof error.message === 'string'
    const { type, message, request_id, validation_errors: validationErrors } = isEnvelope ? error : {}
    const requestId = response.requestId ?? readRequestId(request_id)
    const reason = type ? ` ${type}: ${message}` : ''
    super(`${operation}: ${response.status}${reason}${requestId ? ` (request ${requestId})` : ''}`, {
      ...response,
      requestId,
      type,
      validationErrors,
    })
  }
}

/** The request ID; undefined unless it is a short token of safe characters. */
export const readRequestId = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[\w.:, -]{1,128}$/.test(value) ? value : undefined

interface Envelope {
  message?: string
  request_id?: unknown
  type?: string
  validation_errors?: ValidationErrors
}
