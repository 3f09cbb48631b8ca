/** Everything that this package throws by itself. */
export class SeamError extends Error {
  override name = 'SeamError'
}

/** The API answered with a status other than 2xx. */
export class SeamApiError extends SeamError {
  override name = 'SeamApiError'
  /** The HTTP status. */
  readonly status: number
  /** The kind of error, such as `invalid_input`; undefined where the answer was not the API's error object. */
  readonly type: string | undefined
  /** The id of the exchange, for Seam's support; undefined where the answer had none. */
  readonly requestId: string | undefined

  /**
   * @param operation The method and path, such as `POST /acs/credentials/create`.
   * @param body The answer's body, parsed where it was JSON.
   */
  constructor(operation: string, response: Response, body: unknown) {
    const error = readEnvelope(body)
    const requestId = response.headers.get('seam-request-id') ?? error.request_id
    const reason = [error.type, error.message].filter(Boolean).join(': ') || response.statusText
    super(`${operation}: ${[response.status, reason].join(' ').trim()}${requestId ? ` (request ${requestId})` : ''}`)
    this.status = response.status
    this.type = error.type
    this.requestId = requestId
  }
}

interface Envelope {
  message?: string
  request_id?: string
  type?: string
}

/** The strings of the API's error object; empty for any other body, such as the text of a proxy. */
function readEnvelope(body: unknown): Envelope {
  const error = (body as { error?: Record<string, unknown> } | null | undefined)?.error
  const entries = Object.entries(error ?? {}).filter(([, value]) => typeof value === 'string')
  return Object.fromEntries(entries)
}
