import { SeamResponseError, type ResponseDetails } from '../errors.ts'

/** A response that has been read whole. */
export interface Reply {
  response: Response
  status: number
  /** The body; that of an error response has lost what was sent in secret. */
  text: string
  /** The body parsed; undefined where it is not JSON. */
  json: unknown
  /** What an error shows of it. */
  describe(): ResponseDetails
}

const decoder = new TextDecoder()

/**
 * Reads a body whole, so that reading it counts as part of the try.
 *
 * @returns The text and, where reading ended early, what ended it; the text received before that is kept.
 */
export async function readText(response: Response, limit: number): Promise<[text: string, failure?: unknown]> {
  const reader = response.body?.getReader()
  const chunks: BlobPart[] = []
  let size = 0
  let failure: unknown
  try {
    for (let chunk; (chunk = (await reader?.read())?.value); size += chunk.length) {
      chunks.push(chunk)
      if (size + chunk.length <= limit) continue
      reader!.cancel().catch(() => {})
      throw new RangeError(`larger than ${limit} bytes`)
    }
  } catch (error) {
    failure = error
  }
  return [chunks[1] ? await new Blob(chunks).text() : decoder.decode(chunks[0] as Uint8Array), failure]
}

/**
 * @param hideSecrets Takes what was sent in secret out of a text, in case the server repeats it.
 * @param failure What ended the reading of the body; undefined where all was read.
 * @returns An error where the response is not one that the API gives.
 */
export function understand(
  operation: string,
  response: Response,
  body: string,
  failure: unknown,
  hideSecrets: (text: string) => string,
): Reply | SeamResponseError {
  const { ok, status } = response
  let text = body
  let json: unknown
  const hideInValue = (_: string, value: unknown) => {
    // A PIN code may be a number.
    if (typeof value !== 'string' && typeof value !== 'number') return value
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
    requestId: readRequestId(response),
    // The beginning, without PIN codes and card numbers.
    text: hideSecrets(text)
      .replace(/("(?:\w*code|card_number)"\s*:\s*")[^"]*/g, '$1…')
      .slice(0, 200),
  })
  const flaw = failure
    ? `a body that is ${failure instanceof RangeError ? failure.message : 'cut off'}`
    : (status < 200 || (status > 299 && status < 400)) && 'a redirect, which is not followed'
  if (flaw) return new SeamResponseError(operation, describe(), `with ${flaw}`)
  return { response, status, text, json, describe }
}

export const readRequestId = (response: Response) => response.headers.get('seam-request-id') ?? undefined

/** The response with its body again, as `text()` and `json()`, to be called at will. */
export const withBody = ({ response, text, json }: Reply): Response =>
  Object.assign(response, { text: async () => text, json: async () => json })
