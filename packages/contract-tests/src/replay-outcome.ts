import type { Recording } from '@seam-acs/recorder/recording'
import type { Json, Operation } from '@seam-acs/spec/model'
import { isContainer } from './ledger/conditions.ts'

type Response = Recording['response']

/** What the client's entries export that send requests. */
export type Client = typeof import('@seam-acs/client') & typeof import('@seam-acs/client/openapi-fetch')

/**
 * The ways to call the client. `method` is `seam.acs.credentials.create(…)`, whose promise has `withResponse` and
 * `asResult`; `function` is `acsCredentialsCreate(…)`; `path` is
 * `createFetchClient(…).POST('/acs/credentials/create', …)`.
 */
export type Surface = (typeof surfaces)[number]

export const surfaces = ['method', 'function', 'withResponse', 'asResult', 'path'] as const

const errorClasses = [
  'SeamApiError',
  'SeamConnectionError',
  'SeamRequestError',
  'SeamResponseError',
  'SeamTimeoutError',
] as const

/** The content of an error, and the client's classes of which it is an instance. */
export function describeError(client: Client, error: Json): Json {
  if (!(error instanceof client.SeamError)) return { is: String(error) }
  const { name, message, status, type, requestId, validationErrors, text } = error as Json
  const is = errorClasses.filter((each) => error instanceof client[each])
  // Without the end that the client words itself, which says what a response lacks.
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

/** What a surface returns or throws for a response, according to the client's README. */
export function expectOutcome(
  response: Response,
  operation: Operation,
  request: Recording['request'],
  surface: Surface,
): Json {
  const { status } = response
  const body = response.body === undefined ? parse(response.text) : response.body
  const isSuccess = status >= 200 && status < 300
  const requestId = readHeader(response, 'seam-request-id')

  if (surface === 'path') {
    if (isRedirect(status) || (isSuccess && status !== 204 && !isContainer(body)))
      return { thrown: expectResponseError() }
    return { status, data: isSuccess ? body : undefined, error: isSuccess ? undefined : body }
  }
  const data = isSuccess ? readResult(operation, response, body) : undefined
  const isWrong = isRedirect(status) || data === flawed
  const error = isWrong ? expectResponseError() : isSuccess ? undefined : expectApiError()
  if (surface === 'asResult') {
    if (!error) return { ok: true, status, requestId, data, body: toBodyText(response) }
    if (error.type && operation.failures.some((failure) => failure.status === `${status}`)) {
      return { ok: false, status, requestId: error.requestId, error: body.error, body: toBodyText(response) }
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

const flawed = Symbol('a response without its result')

/** What a call resolves to. */
function readResult({ result, success }: Operation, response: Response, body: Json): Json {
  const hasNoBody = success?.contents.length === 0 && success.status === `${response.status}`
  if (result.kind === 'none' && body === undefined && hasNoBody) return undefined
  if (!isContainer(body)) return flawed
  const { ok: _, ...others } = body
  if (result.kind === 'none') return undefined
  if (result.kind === 'object') return others
  const data = others[result.key]
  if (result.kind === 'one') return isContainer(data) ? data : flawed
  if (!Array.isArray(data)) return flawed
  if (result.kind === 'list') return data
  const { pagination } = others
  const isComplete = pagination && (!pagination.has_next_page || pagination.next_page_cursor)
  return isComplete ? { data, pagination } : flawed
}

const isRedirect = (status: number) => status < 200 || (status >= 300 && status < 400)

const toBodyText = ({ body, text = '' }: Response) => (body === undefined ? text : JSON.stringify(body))

/** The beginning of a body, without PIN codes and card numbers. */
function excerpt({ body, text = '' }: Response): string {
  const hide = (name: string, value: Json) =>
    typeof value === 'string' && /(code|card_number)$/.test(name) ? '…' : value
  return (body === undefined ? text : JSON.stringify(body, hide)).slice(0, 200)
}

function readEnvelope(body: Json): Json {
  const { type, message } = body?.error ?? {}
  return typeof type === 'string' && typeof message === 'string' ? body.error : {}
}

function readHeader({ headers }: Response, name: string): string | undefined {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1]
}

/** The value of JSON, any other text as it is, and undefined for an empty text. */
export function parse(text = ''): Json {
  try {
    return JSON.parse(text)
  } catch {
    return text || undefined
  }
}
