import { SeamResponseError, type AnswerDetails } from './errors.ts'
import type { TransportRequest } from './fetch-client.ts'
import { hideSecrets, hideSecretsInValue } from './secrets.ts'

/**
 * Reads a body whole, so that it counts as part of the try; what comes before it breaks off is told all the same.
 *
 * @throws {RangeError} when it is larger than `limit` bytes, decompressed.
 */
export async function readText(response: Response, limit: number, onText: (part: string) => void): Promise<void> {
  if (!response.body) return
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    onText(decoder.decode(value, { stream: !done }))
    if (done) return
    size += value.length
    if (size > limit) {
      reader.cancel().catch(() => {})
      throw new RangeError(`larger than ${limit} bytes`)
    }
  }
}

/** What an error shows of an answer. */
export const details = Symbol('details')

export type Answer = Response & { [details](): AnswerDetails }

/**
 * Gives an answer back its body, as `text()` and `json()`, to be called at will.
 * An error answer loses what was sent in secret, in case the server repeats it.
 *
 * @param failure What ended the reading of the body; undefined where all was read.
 * @returns An error where the answer is none that the API gives.
 */
export function understand(
  request: TransportRequest,
  response: Response,
  body: string,
  failure: unknown,
): Answer | SeamResponseError {
  const { ok, status } = response
  let text = body
  let json: unknown
  try {
    json = JSON.parse(body, ok ? undefined : (_, value) => hideSecretsInValue(request, value))
    if (!ok) text = JSON.stringify(json)
  } catch {
    // Its message would quote the text.
    if (!ok) text = hideSecrets(request, body)
  }
  const flaw = failure
    ? `a body that is ${failure instanceof RangeError ? failure.message : 'cut off'}`
    : status < 200 || (status > 299 && status < 400)
      ? 'a redirect, which is not followed'
      : ok && (typeof json !== 'object' || !json) && 'no JSON object'
  const describe = () => describeAnswer(request, response, text)
  if (flaw) return new SeamResponseError(`${describeOperation(request)}: ${status} with ${flaw}`, describe())
  return Object.assign(response, { text: async () => text, json: async () => json, [details]: describe })
}

export const describeOperation = ({ method, url }: TransportRequest) => `${method} ${new URL(url).pathname}`

/** Of the body it is the beginning, without PIN codes and card numbers. */
function describeAnswer(request: TransportRequest, response: Response, text: string): AnswerDetails {
  const shown = hideSecrets(request, text).replace(/("(?:\w*code|card_number)"\s*:\s*")[^"]*/g, '$1…')
  return { status: response.status, requestId: readRequestId(response), text: shown.slice(0, 200) }
}

export const readRequestId = (answer: Response | SeamResponseError) =>
  'headers' in answer ? (answer.headers.get('seam-request-id') ?? undefined) : answer.requestId
