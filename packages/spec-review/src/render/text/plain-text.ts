/** Controls, and the marks that turn the direction of text: they hide what a line says. */
const unsafe = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/gu

/** One line without what cannot be seen, cut where it is long. */
export function toLine(text: string, limit: number): string {
  // What is cut off anyway is not worth a look.
  const line = text
    .slice(0, 4 * limit)
    .replaceAll(/[ \t\r\n]+/g, ' ')
    .replaceAll(unsafe, '\ufffd')
    .trim()
  const characters = [...line]
  return characters.length > limit ? `${characters.slice(0, limit - 1).join('')}…` : line
}

/** A line that keeps a space at each end, where it meets its neighbours. */
export function toText(text: string, limit: number): string {
  const line = toLine(text, limit)
  if (line === '') return text === '' ? '' : ' '
  return `${/^\s/.test(text) ? ' ' : ''}${line}${/\s$/.test(text) ? ' ' : ''}`
}

/** Several lines, each as it is except for characters that cannot be seen. */
export function toLines(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.replaceAll(unsafe, '\ufffd'))
    .join('\n')
}

/** The longest piece of foreign text on a line, in characters. */
export const limits = { code: 160, payload: 360, text: 400, type: 80 }
