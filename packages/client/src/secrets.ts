import type { TransportRequest } from './fetch-client.ts'

/** Takes out of a text of an answer the key and the PIN code that were sent, in case the server repeats them. */
export function hideSecrets({ body, headers }: TransportRequest, text: string): string {
  const token = headers.get('authorization')?.slice('Bearer '.length)
  const pin = /"code":"(\w+)"/.exec(body ?? '')?.[1]
  const hidden = token ? text.replaceAll(token, '…') : text
  if (!pin) return hidden
  // Not within an id, which may have the same digits; an escape of JSON before it is no part of one.
  const alone = new RegExp(`(?<=^|[^\\w-]|(?:^|\\W)-|\\\\[bfnrt]|\\\\u\\w{4})${pin}(?!\\w|-\\w)`, 'g')
  return hidden.replace(alone, '…')
}

/** The same for a value of JSON, in which a PIN code may be a number. */
export function hideSecretsInValue(request: TransportRequest, value: unknown): unknown {
  if (typeof value !== 'string' && typeof value !== 'number') return value
  const hidden = hideSecrets(request, `${value}`)
  return hidden === `${value}` ? value : hidden
}
