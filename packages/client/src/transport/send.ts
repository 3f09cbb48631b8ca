import { SeamTimeoutError } from '../errors.ts'
import type { Settings } from '../settings.ts'
import { describeFailure } from './failure.ts'
import type { ApiRequest } from './request.ts'
import { readBody, readReply } from './response.ts'
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
  { operation, url, method, body }: ApiRequest,
  headers: Record<string, string>,
  { fetch, fetchOptions, maxResponseSize, signal: callerSignal, timeout }: Settings,
  remaining: number,
): Promise<Outcome> {
  const limit = Math.min(timeout || Infinity, remaining)
  const hide = (text: string) => hideSecrets(text, headers['authorization']!, body)
  const exchange = async (signal: AbortSignal) => {
    // A redirect would take the PIN code to wherever it leads.
    const init = {
      ...fetchOptions,
      method,
      headers: { ...headers },
      body: body ?? null,
      redirect: 'manual',
      signal,
    } as const
    const response = await (fetch ? fetch(url, init) : globalThis.fetch(url, init))
    if (typeof response?.text !== 'function') throw new TypeError('`fetch` returned no response')
    return readBody(response, maxResponseSize)
  }
  let received
  try {
    received = await runWithTimeLimit(limit, callerSignal, `${operation}: no response`, exchange)
  } catch (error) {
    if (callerSignal?.aborted) throw callerSignal.reason
    if (error instanceof SeamTimeoutError) return error
    return describeFailure(operation, error, headers, hide)
  }
  return readReply(operation, received, hide)
}
