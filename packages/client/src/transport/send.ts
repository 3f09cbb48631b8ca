import { SeamTimeoutError } from '../errors.ts'
import type { WebAbortSignal } from '../fetch.ts'
import type { Settings } from '../options/settings.ts'
import { describeFailure } from './failure.ts'
import type { ApiRequest } from './request.ts'
import { readReply } from './response.ts'
import type { Outcome } from './retry.ts'
import { hideSecrets } from './secrets.ts'
import { runWithTimeLimit } from './time-limit.ts'

/**
 * Makes one try and reads the response whole.
 *
 * @param headers All headers to send, in lower case.
 * @param remaining Milliseconds until the deadline.
 * @returns The response, or the error of a try without a response.
 * @throws The reason of the caller's signal.
 */
export async function send(
  { operation, url, body }: ApiRequest,
  headers: Record<string, string>,
  { fetch, fetchOptions, maxResponseSize, signal: callerSignal, timeout }: Settings,
  remaining: number,
): Promise<Outcome> {
  const { authorization } = headers
  const hide = (text: string) => text && hideSecrets(text, authorization!, body)
  const exchange = async (signal: WebAbortSignal | null) => {
    const init = {
      ...fetchOptions,
      method: operation.split(' ')[0]!,
      headers,
      body: body ?? null,
      // A redirect would take the PIN code to wherever it leads.
      redirect: 'manual',
      signal,
    } as const
    const response = await (fetch ? fetch(url, init) : globalThis.fetch(url, init))
    if (typeof response?.text !== 'function') throw new TypeError('`fetch` returned no response')
    return readReply(operation, response, maxResponseSize, hide)
  }
  try {
    const limit = Math.min(timeout || Infinity, remaining)
    return await runWithTimeLimit(limit, callerSignal, `${operation}: no response`, exchange)
  } catch (error) {
    if (callerSignal?.aborted) throw callerSignal.reason
    return error instanceof SeamTimeoutError ? error : describeFailure(operation, error, headers, hide)
  }
}
