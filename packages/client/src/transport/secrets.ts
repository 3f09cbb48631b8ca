/**
 * Removes the key and the PIN code that were sent from a text of the response, in case the server returns them.
 *
 * @param authorization The header that was sent.
 * @param body The body that was sent, if there was one.
 */
export function hideSecrets(text: string, authorization: string, body?: string): string {
  // After `Bearer `.
  const hidden = text.replaceAll(authorization.slice(7), '…')
  const pin = /"code":"?(\w+)/.exec(body!)?.[1]
  // Not within a longer word or number; a JSON escape before it is not part of a word.
  const pattern = `(?<!(?<!\\\\(u\\w{3})?)[^\\W_])${pin}(?![^\\W_])`
  // A regular expression is made only if it is needed, because it takes longer than the rest.
  return pin && hidden.includes(pin) ? hidden.replace(new RegExp(pattern, 'g'), '…') : hidden
}
