import type { SeamConnectionError, SeamResponseError, SeamTimeoutError } from '../errors.ts'
import type { FetchResponse } from '../fetch.ts'
import type { Settings } from '../options/settings.ts'
import type { Reply } from './response.ts'

/** How a try ended: with a response, with one that is not the API's, or without one. */
export type Outcome = Reply | SeamResponseError | SeamConnectionError | SeamTimeoutError

/** Connections that could not be made, so that nothing was sent: codes of Node, undici and Bun, and Deno's message. */
const notSent =
  /^(E?CONN(ECTION)?REFUSED|ENOTFOUND|EAI_AGAIN|E(HOST|NET)UNREACH|UND_ERR_CONNECT_TIMEOUT)$|client error \(Connect\)/i

/**
 * Milliseconds until a failed try is retried: what the server asks for, up to a minute, or else a random part of a span
 * that doubles with each try. Infinity for a try that must not be retried.
 *
 * @param retries How many there have been.
 */
export function delayBeforeRetry(outcome: Outcome, retries: number, { maxRetries, retry }: Settings): number {
  // No response counts as a failure of the server.
  const { response, status = 500, code, reason = '' } = outcome as Partial<Reply & SeamConnectionError>
  const asked = response && readRetryAfter(response.headers)
  const isSafe = status === 429 || (status === 503 && asked !== undefined) || notSent.test(code ?? reason)
  const isFailure = status === 408 || status >= 500
  return retries < maxRetries && (isSafe || (isFailure && retry === 'always'))
    ? Math.min(asked ?? Math.random() * Math.min(500 * 2 ** retries, 8000), 60_000)
    : Infinity
}

/** Milliseconds; undefined without a valid header. */
function readRetryAfter(headers: FetchResponse['headers']): number | undefined {
  const read = (name: string) => headers.get(name) || 'none'
  const after = read('retry-after')
  // Relative to the server's clock, which may differ from this machine's.
  const untilDate = Date.parse(after) - (Date.parse(read('date')) || Date.now())
  return [Number(read('retry-after-ms')), Number(after) * 1000, untilDate].find((wait) => wait >= 0)
}
