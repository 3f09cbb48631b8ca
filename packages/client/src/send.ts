import { describeOperation, readText, understand } from './answer.ts'
import { SeamConnectionError, SeamTimeoutError } from './errors.ts'
import type { TransportRequest } from './fetch-client.ts'
import type { Settings } from './options.ts'
import type { Outcome } from './retry.ts'
import { within } from './within.ts'

/**
 * Makes one try and reads the answer whole.
 *
 * @param remaining Milliseconds until the deadline.
 * @returns The answer, or the error that stands for none.
 * @throws The reason of the caller's signal.
 */
export async function send(
  request: TransportRequest,
  { fetch, maxResponseSize, timeout }: Settings,
  callerSignal: AbortSignal | null | undefined,
  remaining: number,
): Promise<Outcome> {
  const { url, method, headers, body = null } = request
  const limit = Math.min(timeout || Infinity, remaining)
  let response: Response | undefined
  let text = ''

  const exchange = async (signal: AbortSignal | null) => {
    // A redirect would take the PIN code to wherever it leads.
    response = await fetch(url, { method, headers, body, redirect: 'manual', signal })
    await readText(response, maxResponseSize, (part) => (text += part))
  }
  let reason: unknown
  try {
    await within(limit, callerSignal, exchange)
  } catch (error) {
    reason = error
  }
  if (callerSignal?.aborted) throw callerSignal.reason
  if (reason === within) {
    return new SeamTimeoutError(`${describeOperation(request)}: no answer within ${Math.ceil(limit)} ms`)
  }
  if (response) return understand(request, response, text, reason)
  const code = findCode(reason)
  return new SeamConnectionError(`${describeOperation(request)}: no connection${code ? ` (${code})` : ''}`, code)
}

/** The runtime's code for a failed connection. The error itself may hold the request, so it is not kept. */
function findCode(error: unknown): string | undefined {
  const { cause, code } = Object(error)
  const found = cause?.code ?? code
  return typeof found === 'string' ? found : undefined
}
