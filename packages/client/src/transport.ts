import { describeOperation, readRequestId } from './answer.ts'
import { SeamError, SeamTimeoutError } from './errors.ts'
import type { Transport, TransportRequest } from './fetch-client.ts'
import { version } from './operations.gen.ts'
import type { Settings } from './options.ts'
import { delayBeforeRetry } from './retry.ts'
import { send } from './send.ts'
import { sleep, within } from './within.ts'

/** Sends requests with authentication, hooks, time limits and retries. */
export function createTransport(clientSettings: Settings): Transport {
  return async (request) => {
    const settings = request.settings ?? clientSettings
    const { credentials, headers, maxRetries, onRequest, onResponse, onRetry } = settings
    const userAgent = `seam-acs-client/${version} ${settings.userAgent}`.trim()
    const signal = settings.signal ?? request.signal
    const end = performance.now() + (settings.deadline || Infinity)
    const operation = onRequest || onResponse || onRetry ? describeOperation(request) : ''
    let isRefreshed = false
    for (let attempt = 0; ; attempt++) {
      if (signal?.aborted) throw signal.reason
      const context = { operation, attempt, headers: { 'user-agent': userAgent, ...headers } }
      onRequest?.(context)
      // What a hook adds to one try is not for the next.
      const tried = onRequest ? { ...request, headers: new Headers(request.headers) } : request
      const authentication = credentials.headers()
      if (end < Infinity || signal) await beforeDeadline(tried, end, signal, authentication)
      setHeaders(tried.headers, context.headers)
      setHeaders(tried.headers, await authentication)
      const start = performance.now()
      const outcome = await send(tried, settings, signal, end - start)
      const now = performance.now()
      const isAnswer = 'status' in outcome
      if (isAnswer) {
        const { status } = outcome
        onResponse?.({ ...context, status, requestId: readRequestId(outcome), duration: now - start })
        if (status === 401 && !isRefreshed && credentials.refresh(authentication)) {
          isRefreshed = true
          continue
        }
      }
      const retries = attempt - Number(isRefreshed)
      const delay = retries < maxRetries ? delayBeforeRetry(outcome, retries, settings.retry) : Infinity
      if (now + delay >= end) {
        if (outcome instanceof SeamError) throw outcome
        return outcome
      }
      onRetry?.({ ...context, delay, reason: isAnswer ? outcome.status : outcome })
      await sleep(delay, signal)
    }
  }
}

/** Waits for a key from a function that takes its time. */
async function beforeDeadline(
  request: TransportRequest,
  end: number,
  signal: AbortSignal | null | undefined,
  authentication: Promise<unknown>,
): Promise<void> {
  try {
    await within(end - performance.now(), signal, () => authentication)
  } catch (error) {
    if (signal?.aborted) throw signal.reason
    if (error === within) throw new SeamTimeoutError(`${describeOperation(request)}: no key within the deadline`)
    throw error
  }
}

function setHeaders(headers: Headers, values: Record<string, string>): void {
  try {
    for (const name of Object.keys(values)) headers.set(name, values[name]!)
  } catch {
    // The runtime's own error would quote name or value, which may be a secret.
    throw new SeamError('A header has a forbidden character.')
  }
}
