import type { TransportRequest } from './fetch-client.ts'

const requests = new WeakMap<Response, TransportRequest>()

/** Lets `hideSecrets` know what was sent for an answer. */
export function rememberRequest(response: Response, request: TransportRequest): void {
  requests.set(response, request)
}

/** Takes out of a text of an answer the key and the PIN code that were sent, in case the server repeats them. */
export function hideSecrets(response: Response, text: string): string {
  const { body, headers } = requests.get(response)!
  const token = headers.get('authorization')?.slice('Bearer '.length)
  const pin = /"code":"(\w+)"/.exec(body ?? '')?.[1]
  const hidden = token ? text.replaceAll(token, '…') : text
  if (!pin) return hidden
  // Not within an id, which may have the same digits; an escape of JSON before it is no part of one.
  const alone = new RegExp(`(?<=^|[^\\w-]|(?:^|\\W)-|\\\\[bfnrt]|\\\\u\\w{4})${pin}(?!\\w|-\\w)`, 'g')
  return hidden.replace(alone, '…')
}

/** The same for a value of JSON, in which a PIN code may be a number. */
export function hideSecretsInValue(response: Response, value: unknown): unknown {
  if (typeof value !== 'string' && typeof value !== 'number') return value
  const hidden = hideSecrets(response, `${value}`)
  return hidden === `${value}` ? value : hidden
}
