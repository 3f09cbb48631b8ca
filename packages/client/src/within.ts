/**
 * Runs something until it ends, time is up or the caller aborts, even if it heeds no signal.
 *
 * @param limit Milliseconds.
 * @throws `within` itself when time is up.
 */
export async function within(
  limit: number,
  callerSignal: AbortSignal | null | undefined,
  run: (signal: AbortSignal | null) => Promise<unknown>,
): Promise<void> {
  // A timer of Node's takes no more than 2 ** 31 - 1 milliseconds.
  const isLimited = limit < 2 ** 31
  if (!isLimited && !callerSignal) return void (await run(null))
  const controller = new AbortController()
  const stop = () => controller.abort(within)
  const stopped = new Promise<never>((_, reject) => {
    controller.signal.addEventListener('abort', () => reject(within))
  })
  const timer = isLimited ? setTimeout(stop, Math.max(limit, 0)) : undefined
  callerSignal?.addEventListener('abort', stop)
  if (callerSignal?.aborted) stop()
  try {
    await Promise.race([run(controller.signal), stopped])
  } finally {
    clearTimeout(timer)
    callerSignal?.removeEventListener('abort', stop)
  }
}

/** Waits, or throws the reason of the signal as soon as it aborts. */
export function sleep(milliseconds: number, signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
      if (signal?.aborted) reject(signal.reason)
      else resolve()
    }
    const timer = setTimeout(end, milliseconds)
    signal?.addEventListener('abort', end)
    // A hook may have aborted it just now.
    if (signal?.aborted) end()
  })
}
