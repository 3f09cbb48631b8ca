import { SeamTimeoutError } from '../errors.ts'

/**
 * Runs something until it ends, time is up or the caller aborts, even if it ignores the signal.
 * Nothing runs without time left. Without anything to run, waits until time is up.
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
export async function runWithTimeLimit<Result>(
  limit: number,
  callerSignal: AbortSignal | undefined,
  message?: string,
  run?: (signal: AbortSignal | null) => Promise<Result>,
): Promise<Result | void> {
  // A Node timer takes at most 24 days.
  const isLimited = limit < 2e9
  if (run && !isLimited && !callerSignal) return run(null)
  callerSignal?.throwIfAborted()
  const timeout = (time: number) => new SeamTimeoutError(`${message} within ${Math.ceil(time)} ms`)
  if (run && limit <= 0) throw timeout(0)
  const controller = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let abort!: () => void
  const end = new Promise<void>((resolve, reject) => {
    abort = () => reject(callerSignal!.reason)
    callerSignal?.addEventListener('abort', abort)
    if (isLimited) timer = setTimeout(() => (run ? reject(timeout(limit)) : resolve()), limit)
  })
  try {
    return await (run ? Promise.race([end, run(controller.signal)]) : end)
  } catch (error) {
    controller.abort()
    throw error
  } finally {
    clearTimeout(timer)
    callerSignal?.removeEventListener('abort', abort)
  }
}
