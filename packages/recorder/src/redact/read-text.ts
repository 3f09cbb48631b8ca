import { decodeHTML } from 'entities'

/** A text as a person would read it. `source` says which part of the original text each unit comes from. */
export interface ReadText {
  text: string
  source(start: number, end: number): { start: number; end: number }
  /** Whether a part or what is beside it is escaped. */
  isEscaped(start: number, end: number): boolean
}

const maxPasses = 4
const escapes =
  /(?:%[\da-f]{2})+|\\u[\da-f]{4}|\\u\{0{0,8}[\da-f]{1,5}\}|\\x[\da-f]{2}|\\["'\\/bfnrt]|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});?/giu

/**
 * Resolves percent, JSON and HTML escapes, even nested ones, and gives each character its plain form: full-width and
 * circled digits become digits, digits of every script become ASCII, and invisible characters go.
 */
export function readText(original: string): ReadText {
  let text = original
  let starts = Array.from({ length: text.length }, (_, index) => index)
  let ends = starts.map((start) => start + 1)

  const replace = (pattern: RegExp, convert: (found: string) => string) => {
    const [parts, newStarts, newEnds]: [string[], number[], number[]] = [[], [], []]
    let at = 0
    const keep = (end: number) => {
      parts.push(text.slice(at, end))
      for (let index = at; index < end; index++) {
        newStarts.push(starts[index]!)
        newEnds.push(ends[index]!)
      }
    }
    for (const { 0: found, index } of text.matchAll(pattern)) {
      const converted = convert(found)
      if (converted === found) continue
      keep(index)
      at = index + found.length
      parts.push(converted)
      for (let unit = 0; unit < converted.length; unit++) {
        newStarts.push(starts[index]!)
        newEnds.push(ends[at - 1]!)
      }
    }
    keep(text.length)
    ;[text, starts, ends] = [parts.join(''), newStarts, newEnds]
  }

  for (let pass = 0, before; pass < maxPasses && before !== text; pass++) {
    before = text
    replace(escapes, resolveEscape)
  }
  // A base character with the marks that belong to it.
  replace(/[^\p{ASCII}]|\P{M}\p{M}+/gu, toPlain)
  replace(/\P{M}\p{M}+/gu, (found) => found.normalize('NFC'))
  const source = (start: number, end: number) => ({ start: starts[start]!, end: ends[end - 1]! })
  return {
    text,
    source,
    isEscaped: (from, to) => {
      const [start, end] = [Math.max(from - 1, 0), Math.min(to + 1, text.length)]
      const outer = source(start, end)
      return outer.end - outer.start > end - start
    },
  }
}

function resolveEscape(escape: string): string {
  if (escape.startsWith('%')) return decodePercent(escape)
  if (escape.startsWith('&')) return decodeHTML(escape)
  const [, kind = '', hex = ''] = /^\\(.)(.*)$/s.exec(escape)!
  if (hex) return String.fromCodePoint(parseInt(hex.replace('{', ''), 16))
  return /[bfnrt]/.test(kind) ? ' ' : kind
}

function decodePercent(escape: string): string {
  try {
    return decodeURIComponent(escape)
  } catch {
    return escape.replaceAll(/%(..)/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
  }
}

function toPlain(character: string): string {
  const plain = character.normalize('NFKC').replaceAll(/\p{Cf}|\p{Variation_Selector}/gu, '')
  return plain.replaceAll(/\p{Nd}\p{M}*/gu, (digit) => `${valueOf(digit)}`)
}

/** The value of a decimal digit of any script: Unicode has those of a script in order, ten by ten. */
function valueOf(digit: string): number {
  const point = digit.codePointAt(0)!
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) value++
  return value
}

/** What remains of a text if only its letters and digits count. */
export const fold = (text: string): string =>
  readText(text)
    .text.toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
