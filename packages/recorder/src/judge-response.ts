import type { Exchange } from './recording/recording.ts'

/**
 * Why a response says nothing about the API: an outage, a limit or something between here and there sent it. Undefined
 * if it is one of the API. What is recorded already is expected: a recorded 503 may be a 503 again.
 */
export function findOutage(response: Exchange['response'], recorded?: Exchange['response']): string | undefined {
  const { status, body } = response
  const isExpected = status === recorded?.status && (body === undefined) === (recorded.body === undefined)
  if (isExpected) return undefined
  if (status < 200 || (status >= 300 && status < 400)) return `${status}, a redirection`
  if (status === 429) return '429, too many requests'
  if (status >= 500) return `${status}, an error of the server`
  const isLost = body === undefined && (recorded === undefined ? status < 400 : recorded.body !== undefined)
  return isLost && status !== 204 ? `${status} with a body that is not JSON` : undefined
}
