import type { paths } from '@seam-acs/types'
import createClient from 'openapi-fetch'
import type { WebAbortSignal, WebRequest, WebResponse } from './fetch.ts'
import { mergeHeaders, type HeadersOption } from './options/headers.ts'
import type { SeamOptions } from './options/options.ts'
import { resolveOptions } from './options/settings.ts'
import { readObject } from './result.ts'
import { exchange } from './transport/exchange.ts'
import { writeBody } from './transport/request.ts'
import { withBody } from './transport/response.ts'

/** The typed path client, which is openapi-fetch with the options of this package. */
export interface FetchClient {
  /** Calls an operation by its path. Resolves to `data` or `error`, by the response's status. */
  POST<Path extends keyof paths>(path: Path, init: FetchInit<Path>): Promise<FetchResult<Path>>
  /** Registers middleware of openapi-fetch. */
  use(...middleware: FetchMiddleware[]): void
  /** Removes middleware of openapi-fetch. */
  eject(...middleware: FetchMiddleware[]): void
}

export type FetchInit<Path extends keyof paths> = RequestBody<paths[Path]['post']> & FetchOptions

export interface FetchOptions {
  /** Headers to send in addition; null removes one. Those that authenticate cannot be replaced. */
  headers?: HeadersOption
  /** Ends the call, a wait between two tries included; the call then fails with the signal's reason. */
  signal?: WebAbortSignal
}

/** Middleware of openapi-fetch, whose own declaration older compilers cannot read. */
export interface FetchMiddleware {
  /** Returns another request to send, a response instead of sending, or nothing. */
  onRequest?(context: FetchContext): Awaitable<WebRequest | WebResponse | void>
  /** Returns another response, or nothing. */
  onResponse?(context: FetchContext & { response: WebResponse }): Awaitable<WebResponse | void>
  /** Returns a response instead of the error, another error, or nothing. */
  onError?(context: FetchContext & { error: unknown }): Awaitable<WebResponse | Error | void>
}

export interface FetchContext {
  request: WebRequest
  /** The path of the operation. */
  readonly schemaPath: string
  /** The ID of the call within this client. */
  readonly id: string
}

type Awaitable<Type> = Type | Promise<Type>

/** openapi-fetch has types for it too, but they turn the open enums of a response into objects. */
export type FetchResult<Path extends keyof paths> =
  | { data: ResponseBody<paths[Path]['post'], `2${number}`>; error?: never; response: WebResponse }
  | { data?: never; error: ResponseBody<paths[Path]['post'], `${4 | 5}${number}`>; response: WebResponse }

type RequestBody<Operation> = Operation extends { requestBody: { content: { 'application/json': infer Body } } }
  ? { body: Body }
  : { body?: never }

type ResponseBody<Operation, Statuses extends string> = Operation extends { responses: infer Responses }
  ? {
      [Status in keyof Responses]: `${Status & number}` extends Statuses ? BodyOf<Responses[Status]> : never
    }[keyof Responses]
  : never

/** Of any content type: the response to malformed JSON is text. */
type BodyOf<Response> = Response extends { content: infer Content } ? Content[keyof Content] : undefined

/**
 * A typed path client with the same options, authentication, retries, limits and redaction as `Seam`.
 *
 * @param options The settings, or the API key alone.
 * @throws {SeamError} when an option is missing or wrong.
 */
export function createFetchClient(options?: SeamOptions | string): FetchClient {
  const settings = resolveOptions(options)
  const { endpoint, validate, validator } = settings
  const base = new URL(`${endpoint}/`).pathname.length - 1

  async function fetch(request: Request): Promise<Response> {
    const { headers, method, signal, url } = request
    const path = new URL(url).pathname.slice(base)
    const operation = `${method} ${path}`
    const body = (await request.text()) || undefined
    validator?.(validate, operation, path, body)
    const reply = await exchange(
      { operation, url, body },
      { ...settings, signal, headers: Object.fromEntries(headers) },
    )
    if (reply.response.ok && reply.status !== 204) {
      readObject(reply)
      validator?.(validate, operation, path, body, reply)
    }
    return withBody(reply)
  }
  const client = createClient<paths>({ baseUrl: endpoint, fetch, signal: settings.signal ?? null })
  return {
    ...client,
    async POST(path: string, { headers, body, ...init }: FetchOptions & { body?: unknown } = {}) {
      return client.POST(
        path as never,
        {
          bodySerializer: (given: unknown) => writeBody(`POST ${path}`, given),
          ...init,
          headers: mergeHeaders(settings.headers, headers),
          body,
        } as never,
      )
    },
  } as never
}
