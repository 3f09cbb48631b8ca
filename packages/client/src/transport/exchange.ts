import { SeamError } from '../errors.ts'
import { mergeHeaders } from '../options/headers.ts'
import type { Settings } from '../options/settings.ts'
import type { ApiRequest } from './request.ts'
import type { Reply } from './response.ts'
import { delayBeforeRetry, type Outcome } from './retry.ts'
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
  const { credentials, headers, onError, onRequest, onResponse, onRetry, signal } = settings
  const { operation, body } = request
  const end = performance.now() + (settings.deadline || Infinity)
  let hasRefreshed = false
  let retries = 0
  for (let attempt = 0; ; attempt++) {
    signal?.throwIfAborted()
    // Headers that a hook adds apply to one try only.
    const context = { operation, attempt, headers: { ...headers } }
    if (onRequest) await onRequest(context)
    const authentication = credentials.headers()
    let start = performance.now()
    const measure = () => ({ ...context, duration: performance.now() - start })
    let outcome: Outcome
    try {
      const sent = {
        ...(body && { 'content-type': 'application/json' }),
        ...(onRequest ? mergeHeaders({}, context.headers) : headers),
        ...(await runWithTimeLimit(end - start, signal, `${operation}: no key`, () => authentication)),
      }
      start = performance.now()
      outcome = await send(request, sent, settings, end - start)
    } catch (error) {
      if (onError) await onError({ ...measure(), error })
      throw error
    }
    const { status, requestId, response } = outcome as Partial<Reply>
    if (status === undefined) {
      if (onError) await onError({ ...measure(), error: outcome })
    } else if (onResponse) await onResponse({ ...measure(), status, requestId })
    if (response?.ok) return outcome as Reply
    if (status === 401 && !hasRefreshed && (hasRefreshed = credentials.refresh(authentication))) continue
    const delay = delayBeforeRetry(outcome, retries++, settings)
    if (performance.now() + delay >= end) {
      if (outcome instanceof SeamError) throw outcome
      return outcome
    }
    if (onRetry) await onRetry({ ...context, delay, reason: status ?? (outcome as SeamError) })
    await runWithTimeLimit(delay, signal)
  }
}
