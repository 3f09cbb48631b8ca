import { SeamApiError, SeamResponseError } from './errors.ts'
import type { CallOptions, SeamOptions } from './options/options.ts'
import { overrideSettings, resolveOptions, type Settings } from './options/settings.ts'
import type { SeamPromise } from './promise.ts'
import type { Operation } from './result.ts'
import { exchange } from './transport/exchange.ts'
import { writeBody } from './transport/request.ts'
import { withBody, type Reply } from './transport/response.ts'

/** What the functions of single operations need: the settings, and a way to send. */
export interface SeamClient {
  /** Calls an operation; the generated functions and methods are the typed way to do so. */
  call<Call extends SeamPromise<unknown, unknown>>(operation: Operation, body?: object, options?: CallOptions): Call
  /**
   * Returns a client with the same settings, except for the given ones.
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
      const json = operation.isBodyless ? undefined : writeBody(name, body)
      validator?.(validate, name, path, json)
      reply = await exchange({ operation: name, url: endpoint + path, body: json }, callSettings)
      if (!reply.response.ok) throw new SeamApiError(name, reply.describe(), reply.json)
      const data = operation.read(reply, operation)
      validator?.(validate, name, path, json, reply)
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
          if (!(error instanceof SeamApiError || error instanceof SeamResponseError)) throw error
          const { requestId, status, type } = error as SeamApiError
          return type && operation.statuses.includes(status)
            ? { ok: false, status, error: (reply!.json as { error: unknown }).error, ...describe(), requestId }
            : { ok: false, status: 'unexpected', error }
        }
      },
    })
  }
  return { call: call as never, withOptions: (options) => createClient(overrideSettings(settings, options)) }
}
