import type { Answer } from './loopback-server.ts'
import type { Json, Recording } from './recording.ts'
import type { Client } from './replay.ts'

/**
 * How the client is used: `method` is `seam.acs.credentials.create(…)`, which `withResponse` and `asResult` go on from,
 * `function` is `acsCredentialsCreate(…)`, `path` is `seam.fetchClient.POST('/acs/credentials/create', …)`.
 */
export type Surface = (typeof surfaces)[number]

export const surfaces = ['method', 'function', 'withResponse', 'asResult', 'path'] as const

/** What the spec says of an operation, as far as a replay needs it. */
export interface Operation {
  path: string
  functionName: string
  resultKey: string
  statuses: number[]
  /** A valid request. */
  example: Json
}

const errorClasses = [
  'SeamApiError',
  'SeamConnectionError',
  'SeamRequestError',
  'SeamResponseError',
  'SeamTimeoutError',
] as const

/** What an error says, and which classes of the client it is of. */
export function describeError(client: Client, error: Json): Json {
  if (!(error instanceof client.SeamError)) return { is: String(error) }
  const { name, message, status, type, requestId, validationErrors, text } = error as Json
  const is = errorClasses.filter((each) => error instanceof client[each])
  // Only what an answer lacks is said in our own words.
  return {
    is,
    name,
    message: message.replace(/(?<=: \d+) with.*/s, ''),
    status,
    type,
    requestId,
    validationErrors,
    text,
  }
}

/** What a surface gives for an answer, as the client's README has it. */
export function expectOutcome(
  response: Answer,
  operation: Operation,
  request: Recording['request'],
  surface: Surface,
): Json {
  const { status } = response
  const body = response.body === undefined ? parse(response.text) : response.body
  const isSuccess = status >= 200 && status < 300
  const requestId = readHeader(response, 'seam-request-id')
  const isObject = typeof body === 'object' && body !== null

  if (surface === 'path') {
    if (isRedirect(status) || (isSuccess && !isObject)) return { thrown: expectResponseError() }
    return { status, data: isSuccess ? body : undefined, error: isSuccess ? undefined : body }
  }
  const data = isObject ? body[operation.resultKey] : undefined
  const error = isSuccess
    ? !data && expectResponseError()
    : isRedirect(status)
      ? expectResponseError()
      : expectApiError()
  if (surface === 'asResult') {
    if (!error) return { ok: true, status, requestId, data, body: JSON.stringify(body) }
    if (error.type && operation.statuses.includes(status)) {
      return { ok: false, status, requestId: error.requestId, error: body.error, body: JSON.stringify(body) }
    }
    return { ok: false, status: 'unexpected', error }
  }
  if (error) return { thrown: error }
  return surface === 'withResponse' ? { data, requestId, status, body } : { returned: data }

  function expectResponseError(): Json {
    const message = `${request.method} ${request.path}: ${status}`
    return { is: ['SeamResponseError'], name: 'SeamResponseError', message, status, requestId, text: excerpt(response) }
  }

  function expectApiError(): Json {
    const { type, message, request_id, validation_errors: validationErrors } = readEnvelope(body)
    const id = requestId ?? request_id
    const reason = type ? ` ${type}: ${message}` : ''
    return {
      is: ['SeamApiError'],
      name: 'SeamApiError',
      message: `${request.method} ${request.path}: ${status}${reason}${id ? ` (request ${id})` : ''}`,
      status,
      type,
      requestId: id,
      validationErrors,
      text: excerpt(response),
    }
  }
}

const isRedirect = (status: number) => status < 200 || (status >= 300 && status < 400)

/** Without PIN codes and card numbers. */
function excerpt({ body, text = '' }: Answer): string {
  const hide = (name: string, value: Json) =>
    typeof value === 'string' && /(code|card_number)$/.test(name) ? '…' : value
  return (body === undefined ? text : JSON.stringify(body, hide)).slice(0, 200)
}

function readEnvelope(body: Json): Json {
  const { type, message } = body?.error ?? {}
  return typeof type === 'string' && typeof message === 'string' ? body.error : {}
}

function readHeader({ headers }: Answer, name: string): string | undefined {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1]
}

/** An answer of no JSON is its text; an empty one is nothing. */
function parse(text = ''): Json {
  try {
    return JSON.parse(text)
  } catch {
    return text || undefined
  }
}
