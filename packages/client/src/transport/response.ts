import { SeamResponseError, type ResponseDetails } from '../errors.ts'

/** A response that has been read whole. */
export interface Reply {
  response: Response
  status: number
  /** The ID of the exchange; undefined when the response has none. */
  requestId: string | undefined
  /** The body. Secrets that were sent are removed from an error response. */
  text: string
  /** The body parsed; undefined where it is not JSON. */
  json: unknown
  /** What an error shows of it. */
  describe(): ResponseDetails
}

const decoder = new TextDecoder()

interface Received {
  response: Response
  text: string
  /** Why reading ended early, such as `cut off`; undefined for a complete body. */
  flaw: string | undefined
}

/** Reads a body whole, so that reading it counts as part of the try. Text received before a failure is kept. */
export async function readBody(response: Response, limit: number): Promise<Received> {
  const chunks: BlobPart[] = []
  let size = 0
  let flaw: string | undefined
  try {
    const reader = response.body?.getReader()
    for (let chunk; !flaw && (chunk = (await reader?.read())?.value);) {
      chunks.push(chunk)
      size += chunk.length
      if (size > limit) flaw = `larger than ${limit} bytes`
    }
    if (flaw) reader!.cancel().catch(() => {})
  } catch {
    flaw = 'cut off'
  }
  // Decoding many chunks one by one could split a character.
  const text = chunks[1] ? await new Blob(chunks).text() : decoder.decode(chunks[0] as Uint8Array)
  return { response, text, flaw }
}

/**
 * @param hideSecrets Removes the secrets that were sent from a text, in case the server returns it.
 * @returns An error when the response is not one that the API gives.
 */
export function readReply(
  operation: string,
  { response, text: body, flaw: bodyFlaw }: Received,
  hideSecrets: (text: string) => string,
): Reply | SeamResponseError {
  const { ok, status } = response
  const requestId = response.headers.get('seam-request-id') ?? undefined
  let text = body
  let json: unknown
  // A PIN code may be a number.
  const hideInValue = (_: string, value: unknown) => {
    if (typeof value === 'object') return value
    const hidden = hideSecrets(`${value}`)
    return hidden === `${value}` ? value : hidden
  }
  try {
    json = JSON.parse(body, ok ? undefined : hideInValue)
    if (!ok) text = JSON.stringify(json)
  } catch {
    // Its message would quote the text.
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
  if (flaw) return new SeamResponseError(operation, describe(), `with ${flaw}`)
  return { response, status, requestId, text, json, describe }
}

/** The response, whose `text()` and `json()` can be called although its body has been read. */
export const withBody = ({ response, text, json }: Reply): Response =>
  Object.assign(response, { text: async () => text, json: async () => json })
