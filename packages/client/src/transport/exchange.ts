import { SeamError } from '../errors.ts'
import { readHeaders } from '../headers.ts'
import type { Settings } from '../options.ts'
import type { ApiRequest } from './request.ts'
import type { Reply } from './response.ts'
import { delayBeforeRetry } from './retry.ts'
import { send } from './send.ts'
import { runWithTimeLimit } from './time-limit.ts'

/**
 * Sends a request with authentication, hooks, time limits and retries.
 *
 * @returns The response, whatever its status.
 * @throws {SeamError} when no usable response came.
 * @throws The reason of the signal.
 */
export async function exchange(request: ApiRequest, settings: Settings): Promise<Reply> {
  const { credentials, deadline, headers, maxRetries, onRequest, onResponse, onRetry, retry, signal } = settings
  const { operation, body } = request
  const end = performance.now() + (deadline || Infinity)
  let refreshes = 0
  for (let attempt = 0; ; attempt++) {
    signal?.throwIfAborted()
    // Headers that a hook adds apply to one try only.
    const context = { operation, attempt, headers: { ...headers } }
    if (onRequest) await onRequest(context)
    const authentication = credentials.headers()
    const sent = {
      ...(body && { 'content-type': 'application/json' }),
      ...(onRequest ? readHeaders(context.headers) : headers),
      ...(await runWithTimeLimit(end - performance.now(), signal, `${operation}: no key`, () => authentication)),
    }
    const start = performance.now()
    const outcome = await send(request, sent, settings, end - start)
    const now = performance.now()
    const { status, requestId } = outcome as Partial<Reply>
    if (status !== undefined) {
      if (onResponse) await onResponse({ ...context, status, requestId, duration: now - start })
      if (status === 401 && refreshes === 0 && credentials.refresh(authentication)) {
        refreshes++
        continue
      }
    }
    const retries = attempt - refreshes
    const delay = retries < maxRetries ? delayBeforeRetry(outcome, retries, retry) : Infinity
    if (now + delay >= end) {
      if (outcome instanceof SeamError) throw outcome
      return outcome
    }
    if (onRetry) await onRetry({ ...context, delay, reason: status ?? (outcome as SeamError) })
    await runWithTimeLimit(delay, signal)
  }
}
