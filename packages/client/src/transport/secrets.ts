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
  // Not within an ID, which may have the same digits; a JSON escape before it is not part of an ID.
  const pattern = `(?<!(?<!\\\\(u\\w{3})?)[^\\W_]|\\w-)${pin}(?![^\\W_]|-\\w)`
  return pin ? hidden.replace(new RegExp(pattern, 'g'), '…') : hidden
}
