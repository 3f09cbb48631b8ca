import { SeamConnectionError, SeamTimeoutError } from '../errors.ts'
import type { Settings } from '../options.ts'
import type { ApiRequest } from './request.ts'
import { readText, understand } from './response.ts'
import type { Outcome } from './retry.ts'
import { hideSecrets } from './secrets.ts'
import { within } from './within.ts'

/**
 * Makes one try and reads the response whole.
 *
 * @param headers All headers to send, in lower case.
 * @param remaining Milliseconds until the deadline.
 * @returns The response, or the error that stands for none.
 * @throws The reason of the caller's signal.
 */
export async function send(
  { operation, url, method, body }: ApiRequest,
  headers: Record<string, string>,
  { fetch, maxResponseSize, signal: callerSignal, timeout }: Settings,
  remaining: number,
): Promise<Outcome> {
  let response: Response | undefined
  try {
    const limit = Math.min(timeout || Infinity, remaining)
    const [text, failure] = await within(limit, callerSignal, `${operation}: no response`, async (signal) => {
      // A redirect would take the PIN code to wherever it leads.
      response = await fetch(url, { method, headers, body: body ?? null, redirect: 'manual', signal })
      return readText(response, maxResponseSize)
    })
    const hide = (part: string) => hideSecrets(part, headers['authorization']!, body)
    return understand(operation, response!, text, failure, hide)
  } catch (error) {
    if (callerSignal?.aborted) throw callerSignal.reason
    if (error instanceof SeamTimeoutError) return error
    // The error itself may hold the request, so it is not kept.
    const { cause, code } = Object(error)
    const found = cause?.code ?? code
    const known = typeof found === 'string' ? found : undefined
    return new SeamConnectionError(`${operation}: no connection${known ? ` (${known})` : ''}`, known)
  }
}
