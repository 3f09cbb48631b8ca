import { SeamConnectionError, SeamTimeoutError, type SeamResponseError } from '../errors.ts'
import type { Reply } from './response.ts'

/** How a try ended: with a response, with one that is not the API's, or without one. */
export type Outcome = Reply | SeamResponseError | SeamConnectionError | SeamTimeoutError

/** The codes of connections that could not be made, so that nothing was sent: Node's, undici's and Bun's. */
const notSent =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$/

/**
 * Milliseconds until a failed try is repeated: what the server asks for, up to a minute, else a random part of a span
 * that doubles with each try. Infinity where it must not be repeated.
 */
export function delayBeforeRetry(outcome: Outcome, attempt: number, retry: 'safe' | 'always'): number {
  const response = 'response' in outcome ? outcome.response : undefined
  if (response?.ok) return Infinity
  const asked = response && readRetryAfter(response.headers)
  if (!isRepeatable(outcome, asked !== undefined, retry === 'always')) return Infinity
  return Math.min(asked ?? Math.random() * Math.min(500 * 2 ** attempt, 8000), 60_000)
}

function isRepeatable(outcome: Outcome, isAsked: boolean, always: boolean): boolean {
  if (outcome instanceof SeamConnectionError) return always || notSent.test(outcome.code ?? '')
  if (outcome instanceof SeamTimeoutError) return always
  const { status } = outcome
  return status === 429 || (status === 503 && isAsked) || (always && (status === 408 || status >= 500))
}

/** Milliseconds; undefined where no header says it in a form that can be read. */
function readRetryAfter(headers: Headers): number | undefined {
  const read = (name: string) => headers.get(name) || 'none'
  const after = read('retry-after')
  // Against the server's own clock, which may differ from this machine's.
  const untilDate = Date.parse(after) - (Date.parse(read('date')) || Date.now())
  return [Number(read('retry-after-ms')), Number(after) * 1000, untilDate].find((wait) => wait >= 0)
}
