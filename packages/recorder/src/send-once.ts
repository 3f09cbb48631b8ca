import { Seam } from '@seam-acs/client'
import { RecordError } from './record-error.ts'
import { type Exchange, toMessage, toText } from './recording/recording.ts'

export interface SendOptions {
  apiKey: string
  endpoint: string
  fetch: (url: string, init: RequestInit) => Promise<Response>
}

/**
 * Sends a request through the client once, without repeating it, and keeps what went over the wire.
 * The client hides what was sent in secret in the errors that it returns, so the answer is read below it.
 *
 * @throws {SeamError} where the client refuses to send or gets no response.
 */
export async function sendOnce(
  request: Exchange['request'],
  { apiKey, endpoint, fetch }: SendOptions,
): Promise<{ exchange: Exchange; milliseconds: number }> {
  const { method, path, headers, body, text } = request
  let sent: { exchange: Exchange; milliseconds: number } | undefined

  const fetchAndKeep = async (url: string, init: RequestInit) => {
    const start = performance.now()
    const answer = await fetch(url, init)
    const { status } = answer
    const content = await answer.text()
    const sentType = new Headers(init.headers).get('content-type')
    sent = {
      exchange: {
        request: { ...request, headers: sentType === null ? {} : { 'content-type': sentType } },
        response: { status, ...toMessage(Object.fromEntries(answer.headers), content) },
      },
      milliseconds: Math.round(performance.now() - start),
    }
    const isBodiless = [204, 205, 304].includes(status)
    return new Response(isBodiless ? null : content, { status, headers: answer.headers })
  }

  const seam = new Seam({ apiKey, endpoint, fetch: fetchAndKeep, maxRetries: 0 })
  const hasBody = body !== undefined || text !== undefined
  if (hasBody && /^(get|head)$/i.test(method)) throw new RecordError(`${method} ${path}: fetch sends no body with it.`)
  const type = headers['content-type']
  try {
    await seam.fetchClient.request(
      method.toLowerCase() as 'post',
      path as never,
      {
        headers: { ...headers, ...(type === undefined && { 'content-type': null }) },
        ...(hasBody && {
          body: toText(request),
          // Bytes, because fetch gives a text a content type where it has none.
          bodySerializer: (content: string) => (type === undefined ? new TextEncoder().encode(content) : content),
        }),
      } as never,
    )
  } catch (error) {
    // The client rejects what is not a response of the API; it is recorded all the same.
    if (!sent) throw error
  }
  return sent!
}
