import { fillTemplate, type RequestValues } from '../samples/request.ts'
import { findBasic, listAllHeaders, writeAddress, writeBodyText, type Text } from '../samples/text.ts'
import type { Target } from './exchange.ts'
import type { TriedOperation } from './operation.ts'

/**
 * Sends the request without the client, which has no method for it.
 *
 * @throws {Error} with the status, for a response that is not a success.
 */
export async function sendPlainly({ template }: TriedOperation, values: RequestValues, target: Target): Promise<void> {
  const { endpoint, secrets, fetch } = target
  const request = fillTemplate({ ...template, server: endpoint }, values)
  const read = (text: Text, write = (secret: string) => secret) =>
    text.map((part) => (typeof part === 'string' ? part : write(secrets[part.variable] ?? ''))).join('')
  const headers = listAllHeaders(request).map(([name, text]): [string, string] => [name, read(text)])
  const basic = findBasic(request)
  if (basic) headers.push(['Authorization', `Basic ${btoa(`${secrets[basic.user]}:${secrets[basic.password]}`)}`])
  const { method, body } = request
  const isText = body && body.kind !== 'file' && body.kind !== 'multipart'
  const response = await fetch(read(writeAddress(request), encodeURIComponent), {
    method,
    headers,
    ...(isText && { body: writeBodyText(body) }),
  })
  if (!response.ok) throw new Error(`The server responded with ${response.status}.`)
}
