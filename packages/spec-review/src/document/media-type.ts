/** `Application/JSON; charset=utf-8` is `application/json`: the case says nothing, and JSON has one character set. */
export function normaliseMediaType(mediaType: string): string {
  const [essence = '', ...parameters] = mediaType.split(';').map((part) => part.trim().toLowerCase())
  const others = parameters.filter((parameter) => parameter !== '' && !parameter.startsWith('charset='))
  return [essence, ...others.toSorted()].join('; ')
}

/** Whether a range such as `application/*` holds a media type and is not that itself. */
export function isWithinRange(mediaType: string, range: string): boolean {
  if (mediaType === range || !range.endsWith('/*')) return false
  return range === '*/*' || mediaType.startsWith(range.slice(0, -1))
}
