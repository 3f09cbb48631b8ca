import { RecordError } from './record-error.ts'
import { type Exchange, toMessage, toText } from './recording/recording.ts'

export interface SendOptions {
  apiKey: string
  endpoint: string
  fetch: (url: string, init: RequestInit) => Promise<Response>
}

/**
 * Sends a request as it is, once, and reads the whole response. The key goes with it and is not part of the exchange.
 *
 * @throws {RecordError} when no response comes within a minute.
 */
export async function sendOnce(
  request: Exchange['request'],
  { apiKey, endpoint, fetch }: SendOptions,
): Promise<{ exchange: Exchange; milliseconds: number }> {
  const { method, path, headers, body, text } = request
  const hasBody = body !== undefined || text !== undefined
  if (hasBody && /^(get|head)$/i.test(method))
    throw new RecordError(`${method} ${path}: fetch cannot send a body with this method.`)
  const start = performance.now()
  try {
    const response = await fetch(endpoint.replace(/\/$/, '') + path, {
      method,
      headers: { ...headers, authorization: `Bearer ${apiKey}` },
      // Bytes, because fetch adds a content type to a string that has none.
      ...(hasBody && { body: new TextEncoder().encode(toText(request)) }),
      redirect: 'manual',
      signal: AbortSignal.timeout(60_000),
    })
    const { status } = response
    const content = await response.text()
    const received = { status, ...toMessage(Object.fromEntries(response.headers), content) }
    const milliseconds = Math.round(performance.now() - start)
    return { exchange: { request, response: received }, milliseconds }
  } catch (error) {
    const { name, cause } = error as Error
    const reason = (cause as NodeJS.ErrnoException | undefined)?.code ?? name
    throw new RecordError(`${method} ${path}: no response (${reason})`)
  }
}
