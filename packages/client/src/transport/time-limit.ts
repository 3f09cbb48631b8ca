import { SeamTimeoutError } from '../errors.ts'

/**
 * Runs something until it ends, time is up or the caller aborts, even if it ignores the signal.
 * Without anything to run, waits until time is up.
 *
 * @param limit Milliseconds.
 * @param message Of the error when time is up; the limit is appended.
 * @throws {SeamTimeoutError} when time is up.
 * @throws The reason of the caller's signal.
 */
export function runWithTimeLimit<Result>(
  limit: number,
  callerSignal: AbortSignal | undefined,
  message: string,
  run: (signal: AbortSignal | null) => Promise<Result>,
): Promise<Result>
export function runWithTimeLimit(limit: number, callerSignal: AbortSignal | undefined): Promise<void>
export function runWithTimeLimit<Result>(
  limit: number,
  callerSignal: AbortSignal | undefined,
  message?: string,
  run?: (signal: AbortSignal | null) => Promise<Result>,
): Promise<Result | void> {
  // A Node timer takes at most 2 ** 31 - 1 milliseconds.
  const isLimited = limit < 2 ** 31
  if (!isLimited && !callerSignal && run) return run(null)
  return new Promise((resolve, reject) => {
    const controller = run && new AbortController()
    const ending =
      <Value>(settle: (value: Value) => void) =>
      (value: Value) => {
        clearTimeout(timer)
        callerSignal?.removeEventListener('abort', abort)
        settle(value)
      }
    const fail = ending(reject)
    const stop = (reason: unknown) => {
      fail(reason)
      controller?.abort()
    }
    const abort = () => stop(callerSignal!.reason)
    const expire = run
      ? () => stop(new SeamTimeoutError(`${message} within ${Math.ceil(limit)} ms`))
      : ending<void>(resolve)
    const timer = isLimited ? setTimeout(expire, Math.max(limit, 0)) : undefined
    callerSignal?.addEventListener('abort', abort)
    if (callerSignal?.aborted) abort()
    else run?.(controller!.signal).then(ending(resolve), fail)
  })
}
