import { SeamApiError, SeamResponseError } from './errors.ts'
import type { CallOptions, SeamOptions } from './options.ts'
import type { Page, SeamPromise } from './promise.ts'
import { readResult, type Operation, type Pagination } from './result.ts'
import { overrideSettings, resolveOptions, type Settings } from './settings.ts'
import { exchange } from './transport/exchange.ts'
import { writeBody } from './transport/request.ts'
import { withBody, type Reply } from './transport/response.ts'

/** What the functions of single operations need: the settings, and a way to send. */
export interface SeamClient {
  /**
   * Calls an operation; the generated functions and methods are the typed way to do so.
   * The promise of an operation whose result is a page is an async iterable as well.
   */
  call<Call extends SeamPromise<unknown, unknown>>(operation: Operation, body?: object, options?: CallOptions): Call
  /**
   * A client with the same settings except for these.
   *
   * @throws {SeamError} when an option is wrong.
   */
  withOptions(options: SeamOptions): SeamClient
}

/**
 * A client for the functions of single operations, which leave everything else out of a bundle.
 *
 * @param options The settings, or the API key alone.
 * @throws {SeamError} when an option is missing or wrong.
 */
export const createSeamClient = (options?: SeamOptions | string): SeamClient => createClient(resolveOptions(options))

function createClient(settings: Settings): SeamClient {
  const call = (operation: Operation, body?: object, callOptions?: CallOptions) => {
    const { path } = operation
    let reply: Reply | undefined
    const describe = () => ({ response: withBody(reply!), requestId: reply!.requestId })

    const send = async () => {
      const callSettings = callOptions !== undefined ? overrideSettings(settings, callOptions) : settings
      const { endpoint, validate, validator } = callSettings
      const name = `POST ${path}`
      const json = operation.needsBody || body !== undefined ? writeBody(name, body) : undefined
      validator?.checkRequest(validate, name, path, body)
      reply = await exchange({ operation: name, method: 'POST', url: endpoint + path, body: json }, callSettings)
      if (!reply.response.ok) throw new SeamApiError(name, reply.describe(), reply.json)
      const data = readResult(operation, name, reply)
      validator?.checkResponse(validate, name, path, reply)
      return data
    }
    const promise = send()

    return Object.assign(promise, {
      async withResponse() {
        return { data: await promise, ...describe() }
      },
      async asResult() {
        try {
          const data = await promise
          return { ok: true, status: reply!.status, data, ...describe() }
        } catch (error) {
          if (error instanceof SeamApiError && error.type && operation.statuses.includes(error.status)) {
            const { requestId, status } = error
            return { ok: false, status, error: (reply!.json as { error: unknown }).error, ...describe(), requestId }
          }
          if (error instanceof SeamApiError || error instanceof SeamResponseError)
            return { ok: false, status: 'unexpected', error }
          throw error
        }
      },
      ...(operation.kind === 'page' && {
        async *[Symbol.asyncIterator]() {
          let page = (await promise) as Page<unknown, Pagination>
          for (;;) {
            yield* page.data
            const { has_next_page, next_page_cursor } = page.pagination
            if (!has_next_page) return
            page = (await call(operation, { ...body, page_cursor: next_page_cursor }, callOptions)) as typeof page
          }
        },
      }),
    })
  }
  return { call: call as never, withOptions: (options) => createClient(overrideSettings(settings, options)) }
}
