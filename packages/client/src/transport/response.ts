import { readRequestId, SeamResponseError, type ResponseDetails } from '../errors.ts'
import type { FetchResponse, WebResponse } from '../fetch.ts'
import type { Issue } from '../issues.ts'

/** A response that has been read whole. */
export interface Reply {
  response: FetchResponse
  status: number
  /** The ID of the exchange; undefined when the response has none. */
  requestId: string | undefined
  /** The body. Secrets that were sent are removed from an error response. */
  text: string
  /** The body parsed; undefined where it is not JSON. */
  json: unknown
  /** What an error shows of it. */
  describe(): ResponseDetails
  /** The error that says what is wrong with it, such as ``without `acs_credential` ``. */
  toError(flaw: string, issues?: Issue[]): SeamResponseError
}

/**
 * Reads a body whole, so that reading it counts as part of the try. Text received before a failure is kept.
 *
 * @returns The text, and why reading ended early, such as `cut off`; undefined for a complete body.
 */
async function readText(response: FetchResponse, limit: number): Promise<[text: string, flaw: string | undefined]> {
  const body = response.body as ReadableStream<Uint8Array> | null | undefined
  const isRead = response.bodyUsed || body?.locked
  let text = ''
  let size = 0
  let flaw: string | undefined
  try {
    // A body of node-fetch is not a web stream. A response that was read may still know its text.
    const reader = isRead ? undefined : body?.getReader?.()
    if (reader) {
      const decoder = new TextDecoder()
      for (let chunk; size <= limit && (chunk = (await reader.read()).value);) {
        text += decoder.decode(chunk, { stream: true })
        size += chunk.length
      }
      text += decoder.decode()
    } else {
      text = `${await response.text()}`
      size = new Blob([text]).size
    }
    if (size > limit) {
      flaw = `larger than ${limit} bytes`
      reader?.cancel().catch(() => {})
    }
  } catch {
    flaw = isRead ? 'already read (read a `clone()` of it)' : 'cut off'
  }
  return [text, flaw]
}

/**
 * @param limit Of the body, in bytes.
 * @param hideSecrets Removes the secrets that were sent from a text, in case the server returns it.
 * @returns An error when the response is not one that the API gives.
 */
export async function readReply(
  operation: string,
  response: FetchResponse,
  limit: number,
  hideSecrets: (text: string) => string,
): Promise<Reply | SeamResponseError> {
  const [body, bodyFlaw] = await readText(response, limit)
  const { ok, status } = response
  // What is hidden has a character that no request ID has.
  const requestId = readRequestId(hideSecrets(response.headers.get('seam-request-id') ?? ''))
  let text = body
  let json: unknown
  // A PIN code may be a number, or the name of a property, unlike a word or the index of an array.
  const hideName = (name: string) => (/\d{4}|seam_/.test(name) ? hideSecrets(name) : name)
  const hideInValue = (_: string, value: unknown) => {
    if (typeof value === 'object')
      return Array.isArray(value) || !value
        ? value
        : Object.fromEntries(Object.entries(value).map(([name, inner]) => [hideName(name), inner]))
    const hidden = hideSecrets(`${value}`)
    return hidden === `${value}` ? value : hidden
  }
  try {
    json = JSON.parse(body, ok ? undefined : hideInValue)
    if (!ok) text = JSON.stringify(json)
  } catch {
    // The error of `JSON.parse` would quote the text.
    if (!ok) text = hideSecrets(body)
  }
  const describe = (): ResponseDetails => ({
    status,
    requestId,
    // The beginning, without PIN codes and card numbers.
    text: hideSecrets(text)
      .replace(/("(?:\w*code|card_number)"\s*:\s*")[^"]*/g, '$1…')
      .slice(0, 200),
  })
  const flaw = bodyFlaw ? `a body that is ${bodyFlaw}` : !ok && status < 400 && 'a redirect, which is not followed'
  const toError = (problem: string, issues: Issue[] = []) =>
    new SeamResponseError(`${operation}: ${status} ${problem}`, { ...describe(), issues })
  return flaw ? toError(`with ${flaw}`) : { response, status, requestId, text, json, describe, toError }
}

/** The response, whose `text()` and `json()` can be called although its body has been read. */
export const withBody = ({ response, text, json }: Reply): WebResponse =>
  Object.assign(response as WebResponse, { text: async () => text, json: async () => json })
