import { SeamConnectionError, SeamTimeoutError } from '../errors.ts'
import type { Settings } from '../options.ts'
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
  { fetch, maxResponseSize, signal: callerSignal, timeout }: Settings,
  remaining: number,
): Promise<Outcome> {
  const limit = Math.min(timeout || Infinity, remaining)
  const exchange = async (signal: AbortSignal | null) => {
    // A redirect would take the PIN code to wherever it leads.
    const response = await fetch(url, { method, headers, body: body ?? null, redirect: 'manual', signal })
    return readBody(response, maxResponseSize)
  }
  let received
  try {
    received = await runWithTimeLimit(limit, callerSignal, `${operation}: no response`, exchange)
  } catch (error) {
    if (callerSignal?.aborted) throw callerSignal.reason
    if (error instanceof SeamTimeoutError) return error
    const code = findCode(error)
    return new SeamConnectionError(`${operation}: no connection${code ? ` (${code})` : ''}`, code)
  }
  return readReply(operation, received, (part) => hideSecrets(part, headers['authorization']!, body))
}

/** The runtime's code for a failed connection. The error itself may hold the request, so it is not kept. */
function findCode(error: unknown): string | undefined {
  const { cause, code } = Object(error)
  const found = cause?.code ?? code
  return typeof found === 'string' ? found : undefined
}
