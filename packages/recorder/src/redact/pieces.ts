import { type HarmlessWords, numberWords, splitName } from './harmless-words.ts'
import type { ReadText } from './read-text.ts'

/** A part of a text that may say something: a word, a number, an address. What is between two pieces is punctuation. */
export interface Piece {
  kind: 'date' | 'digits' | 'other' | 'pseudonym' | 'word'
  text: string
  start: number
  end: number
  isHarmless: boolean
  /** Whether it is after a dot, as the index in `acs_entrance_ids.0`. */
  isIndex: boolean
}

const separator = String.raw`[\s().,;:/|_·–—-]{1,3}`
const uuid = /(?<![\p{L}\p{N}])[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?![\p{L}\p{N}])/u
const date =
  /(?<![\p{L}\p{N}])\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\p{L}\p{N}])/u
const patterns = {
  block: /(?:\n\s*at [^\n]{1,500}:\d[^\n]{0,500})+|-----BEGIN [\s\S]*?(?:-----END [^\n-]*-----|$)/u,
  tag: /<\/?(?:[abipuq]|h[1-6]|html|head|body|title|br|hr|div|span|table|thead|tbody|tr|td|th|ul|ol|li|em|strong|pre|code|center|small)\s*\/?>|<!doctype html>/u,
  pseudonym: /(?<![\w.@+-])[a-z_]+(?:-[a-z]+)*-\d{1,3}(?:@example\.com)?(?![\w@-])/u,
  address:
    /[a-z][a-z\d+.-]{0,20}:\/\/[^\s"'<>]{0,2000}[^\s"'<>.,;:!?)]|[^\s"'<>()[\]{},;:=|@]{0,99}@[^\s"'<>()[\]{},;:=|]{0,250}[\p{L}\p{N}]/u,
  // `ada at example dot org`, with or without brackets.
  described:
    /[\p{L}\p{N}._-]{1,64} ?[[({]? ?\bat\b ?[\])}]? ?[\p{L}\p{N}-]{1,64} ?[[({]? ?\bdot\b ?[\])}]? ?[\p{L}\p{N}]+/u,
  uuid,
  date,
  key: /seam_\w+|eyJ[\w-]+(?:\.[\w-]+)+|(?<=\b(?:bearer|basic)\s+)[\w.~+/=-]{8,}|(?<![\w+/=-])(?=[\w+/=-]{0,200}\d)(?=[\w+/=-]{0,200}[a-z])[\w+/=-]{16,}/u,
  // Morse code and tallies.
  strokes: /(?<![\p{L}\p{N}|.–—-])(?:[.·•|–—-]{1,9}[ /]+){3,}[.·•|–—-]{1,9}/u,
  digits: new RegExp(
    `(?!\\(?(?:${uuid.source}|${date.source}))(?<![\\p{L}\\p{N}_])(?:\\d(?:${separator}\\d){2,}|\\+?\\(?\\d(?:[\\s()./–-]{0,3}\\d){6,})(?![\\p{L}\\p{N}_])`,
  ),
  // Each symbol outside ASCII counts as a letter, except usual punctuation.
  word: /(?:[\p{L}\p{N}\p{M}_]|(?![\p{ASCII}\p{Z}\p{P}])[^])+(?:['’]\p{L}+)*/u,
}
const pattern = new RegExp(
  Object.entries(patterns)
    .map(([kind, { source }]) => `(?<${kind}>${source})`)
    .join('|'),
  'giu',
)
const quotation =
  /"[^"\n]*"|(?<![\p{L}\p{N}])'[^'\n]*'(?![\p{L}\p{N}])|`[^`\n]*`|[“„][^“”\n]*[“”]|«[^»\n]*»|‘[^’\n]*’/gu

export interface SplitOptions {
  words: HarmlessWords
  /** Whether a date is one of the recording itself. */
  isOwnDate(date: string): boolean
  /** Names of properties that stay although the contract does not have them. */
  ownNames: ReadonlySet<string>
  /** Digits that may stay, such as the status in the text `404`. */
  kept: string
}

export function splitText({ text, isEscaped }: ReadText, { words, isOwnDate, ownNames, kept }: SplitOptions): Piece[] {
  const quoted = [...text.matchAll(quotation)].map(({ 0: { length }, index }) => [index, index + length] as const)
  // In broken JSON, every word can be a value.
  const isData = /^\s*[[{]/.test(text)
  let next = 0
  const pieces: Piece[] = []
  for (const { 0: found, index: start, groups } of text.matchAll(pattern)) {
    if (groups!['tag']) continue
    while (quoted[next] && quoted[next]![1] <= start) next++
    const end = start + found.length
    const isQuoted = isData || (quoted[next] !== undefined && quoted[next]![0] < start) || isEscaped(start, end)
    pieces.push({ ...judge(found, groups!, isQuoted), text: found, start, end, isIndex: text[start - 1] === '.' })
  }
  return spelledNumbers(pieces)

  function judge(found: string, groups: Record<string, string | undefined>, isQuoted: boolean) {
    if (groups['pseudonym']) return judgePseudonym(found)
    if (groups['date']) return { kind: 'date' as const, isHarmless: isOwnDate(found) }
    if (groups['digits'] || /^\d+$/.test(found)) {
      return { kind: 'digits' as const, isHarmless: found === kept || /^\d$/.test(found) }
    }
    if (!groups['word']) return { kind: 'other' as const, isHarmless: false }
    return { kind: 'word' as const, isHarmless: isHarmlessWord(found, isQuoted) }
  }

  function isHarmlessWord(word: string, isQuoted: boolean) {
    return /^[a-z]$/i.test(word) || ownNames.has(word) || words.isPlain(word, isQuoted)
  }

  function judgePseudonym(found: string) {
    const name = found.replace(/-\d+(?:@.*)?$/, '')
    const isOurs = name === 'token' || words.names.has(name)
    return { kind: isOurs ? ('pseudonym' as const) : ('other' as const), isHarmless: isOurs }
  }
}

/** Two numbers side by side, or four in all, can spell a PIN. */
function spelledNumbers(pieces: Piece[]): Piece[] {
  const isWord = ({ kind, text }: Piece) =>
    kind === 'word' && splitName(text).some((word) => numberWords.has(word.toLowerCase()))
  const isNumber = (piece: Piece) => isWord(piece) || /^\d$/.test(piece.text)
  const areMany = pieces.filter(isWord).length > 3
  return pieces.map((piece, index) => {
    const beside = [pieces[index - 1], pieces[index + 1]].filter((other) => other && isNumber(other))
    // Digits alone are counted elsewhere.
    const isSpelled = isNumber(piece) && [piece, ...beside].some((each) => isWord(each!)) && beside.length > 0
    return isSpelled || (areMany && isWord(piece)) ? { ...piece, isHarmless: false } : piece
  })
}

/** Single digits and single letters: more than these in the texts of an exchange can spell a PIN or a name. */
export const shortKinds = [
  { kind: /^\d$/, most: 3 },
  { kind: /^[b-z]$/i, most: 1 },
]

export function isShort(index: number, pieces: Piece[], kind: RegExp): boolean {
  const [before, piece] = [pieces[index - 1], pieces[index]!]
  const isIndex = piece.isIndex && before?.kind === 'word' && before.isHarmless && before.text.length > 1
  return kind.test(piece.text) && !isIndex
}
