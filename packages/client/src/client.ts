import { details, readRequestId, type Answer } from './answer.ts'
import { SeamApiError, SeamRequestError, SeamResponseError } from './errors.ts'
import { createFetchClient, type FetchClient } from './fetch-client.ts'
import type { Issue } from './issues.ts'
import { overrideSettings, resolveOptions, type CallOptions, type SeamOptions } from './options.ts'
import type { SeamPromise } from './promise.ts'
import { createTransport } from './transport.ts'

/** Loaded when a call first validates, so that a bundle splits it off. */
let validators: typeof import('./validate.ts') | undefined

/** What the functions of single operations need: the settings, and a way to send. */
export interface SeamClient {
  /** The typed path client, with the same authentication, retries, limits and connection errors. */
  readonly fetchClient: FetchClient
  /** Calls an operation; the generated functions and methods are the typed way to do so. */
  call<Data, Result>(operation: Operation, body: object, options?: CallOptions): SeamPromise<Data, Result>
}

/** What the spec says of an operation, as far as it matters at run time. */
export interface Operation {
  path: string
  /** The property of the answer that holds the result. */
  resultKey: string
  /** The statuses other than 200 that the spec describes. */
  statuses: number[]
}

/**
 * A client for the functions of single operations, which leave everything else out of a bundle.
 *
 * @param options The settings, or the API key alone.
 * @throws {SeamError} when an option is missing or wrong.
 */
export function createSeamClient(options: SeamOptions | string = {}): SeamClient {
  const settings = resolveOptions(typeof options === 'string' ? { apiKey: options } : options)
  const fetchClient = createFetchClient(settings.endpoint, createTransport(settings))

  async function exchange({ path, resultKey }: Operation, body: object, callOptions?: CallOptions): Promise<Exchange> {
    const callSettings = callOptions ? overrideSettings(settings, callOptions) : settings
    const { endpoint, signal, validate } = callSettings
    const operation = `POST ${path}`
    if (validate) validators ??= await import('./validate.ts')
    if (validate === 'request' || validate === 'both') {
      const issues = validators!.validateRequest(path, body)
      if (issues.length > 0) throw new SeamRequestError(`${operation}: not sent: ${listIssues(issues)}`, issues)
    }
    const init = { baseUrl: endpoint, body, parseAs: 'text', settings: callSettings }
    let answered
    try {
      answered = await fetchClient.POST(path as never, init as never)
    } catch (error) {
      // openapi-fetch loses a reason that is falsy.
      throw signal?.aborted ? signal.reason : error
    }
    const { error, response } = answered
    const describe = (response as Answer)[details]
    if (!response.ok) return { response, error: new SeamApiError(operation, describe(), error), body: error }
    const json = await response.json()
    const data = json[resultKey]
    if (!data) throw new SeamResponseError(`${operation}: ${response.status} without \`${resultKey}\``, describe())
    if (validate === 'response' || validate === 'both') {
      const issues = validators!.validateResponse(path, json)
      if (issues.length > 0) {
        throw new SeamResponseError(`${operation}: ${response.status} with ${listIssues(issues)}`, describe(), issues)
      }
    }
    return { response, data }
  }

  return {
    fetchClient,
    call(operation, body, callOptions) {
      const exchanged = exchange(operation, body, callOptions)
      const promise = exchanged.then(({ data, error }) => {
        if (error) throw error
        return data as never
      })
      return Object.assign(promise, {
        async withResponse() {
          const data = await promise
          const { response } = await exchanged
          return { data, response, requestId: readRequestId(response) }
        },
        asResult() {
          // Nobody else may be waiting for the promise, and its failure is in the result.
          promise.catch(() => {})
          return exchanged.then((ended) => toResult(operation, ended), toUnexpected) as never
        },
      })
    },
  }
}

const listIssues = (issues: Issue[]) =>
  issues.map(({ path, message }) => `${path ? `"${path}"` : 'the body'} ${message}`).join(', ')

interface Exchange {
  response: Response
  data?: unknown
  error?: SeamApiError
  body?: unknown
}

function toResult({ statuses }: Operation, { response, data, error, body }: Exchange) {
  const { status } = response
  const answer = { response, requestId: readRequestId(response) }
  if (!error) return { ok: true, status, data, ...answer }
  if (!error.type || !statuses.includes(status)) return toUnexpected(error)
  return { ok: false, status, error: (body as { error: unknown }).error, ...answer, requestId: error.requestId }
}

function toUnexpected(error: unknown) {
  if (error instanceof SeamApiError || error instanceof SeamResponseError) {
    return { ok: false, status: 'unexpected', error }
  }
  throw error
}
