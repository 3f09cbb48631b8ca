/**
 * Removes the key and the PIN code that were sent from a text of the response, in case the server returns them.
 *
 * @param authorization The header that was sent.
 * @param body The body that was sent.
 */
export function hideSecrets(text: string, authorization: string, body = ''): string {
  const hidden = text.replaceAll(authorization.slice('Bearer '.length), '…')
  const pin = /"code":"?(\w+)/.exec(body)?.[1]
  // Not within an ID, which may have the same digits; a JSON escape before it is not part of an ID.
  return pin
    ? hidden.replace(new RegExp(`(?<=^|[^\\w-]|_|(?:^|\\W)-|\\\\[bfnrt]|\\\\u\\w{4})${pin}(?![^\\W_]|-\\w)`, 'g'), '…')
    : hidden
}
