import { SeamConnectionError } from '../errors.ts'

/**
 * The error of a `fetch` that failed. What it failed with may contain the request, so only parts of it are kept.
 *
 * @param headers The headers that were sent.
 * @param hideSecrets Removes the key and the PIN code that were sent from a text.
 */
export function describeFailure(
  operation: string,
  error: unknown,
  headers: Record<string, string>,
  hideSecrets: (text: string) => string,
): SeamConnectionError {
  let code: string | undefined
  let reason = ''
  try {
    for (const part of [error, Object(error).cause]) {
      const { code: found } = Object(part)
      if (typeof found === 'string' && /^\w+$/.test(hideSecrets(found))) code = found
      const text = String(part)
      // The message of `fetch` says only that it failed. One that quotes a header may contain any secret.
      const isUseless =
        /^(\w*Error|undefined|null|\[object.*|\w+: fetch failed.*)$|[Aa]uthorization|[Bb]earer/s.test(text) ||
        Object.values(headers).some((value) => value[7] && text.includes(value))
      if (!isUseless) reason += (reason && ': ') + hideSecrets(text).replace(/\/\/[^/@\s]*@/g, '//…@')
    }
  } catch {
    // A foreign error can have a getter or a `toString` that throws.
  }
  reason = reason.slice(0, 300)
  const details = code ?? reason
  return new SeamConnectionError(`${operation}: no connection${details && ` (${details})`}`, {
    code,
    reason: reason || undefined,
  })
}
