import { isShort, type Piece, shortKinds, type SplitOptions, splitText } from './pieces.ts'
import type { Pseudonyms } from './pseudonyms.ts'
import { fold, type ReadText, readText } from './read-text.ts'

export interface ScrubOptions extends SplitOptions {
  pseudonyms: Pseudonyms
  /** Secrets in all spellings. */
  secrets: string[]
}

/** Pieces that are replaced together. */
interface Group {
  start: number
  end: number
  /** What replaces a value that the exchange has elsewhere as well. */
  pseudonym?: string
}

/** A longer text is replaced as a whole. */
const maxText = 20_000
/** A shorter value is in many words, and the words of a longer one are checked separately. */
const [minValue, maxValue] = [3, 200]

/** @param texts All texts of the exchange. Every value outside them must have its pseudonym already. */
export function createTextScrubber(texts: Iterable<string>, options: ScrubOptions) {
  const { pseudonyms, secrets } = options
  const known = pseudonyms.originals().map((original) => [original, pseudonyms.find(original)!] as const)
  const originals = createLookup([...known, ...secrets.map((secret) => [secret, 'redacted'] as const)])
  const recordedValues = createLookup(known.map(([, pseudonym]) => [pseudonym, pseudonym]))
  const split = (read: ReadText) => splitText(read, options)
  const all = [...new Set(texts)].filter(({ length }) => length <= maxText).map((text) => split(readText(text)))
  const many = shortKinds.filter(({ kind, most }) => {
    const short = all.flatMap((pieces) => pieces.filter((_, index) => isShort(index, pieces, kind)))
    return short.length > most
  })

  /**
   * A message for people: what is known to be harmless stays, such as ordinary words and the names of the contract.
   * Everything else becomes a pseudonym, in whatever script or encoding it is.
   *
   * @param preferred The text of the recording in the same place, whose pseudonyms are reused.
   */
  return function scrubText(text: string, path: string, preferred: unknown): string {
    if (text.length > maxText) return pseudonyms.assign(text, path, preferred)
    const read = readText(text)
    const groups = findGroups(read, originals)
    const recorded = readText(typeof preferred === 'string' ? preferred : '')
    const earlier = findGroups(recorded, recordedValues)
    const isAlike = earlier.length === groups.length
    let output = ''
    let at = 0
    for (const [index, { start, end, pseudonym }] of groups.entries()) {
      const source = read.source(start, end)
      const wish = isAlike ? recorded.text.slice(earlier[index]!.start, earlier[index]!.end) : undefined
      const shown = pseudonym ?? pseudonyms.assign(read.text.slice(start, end), `${path}/token`, wish)
      output += text.slice(at, source.start) + shown
      at = source.end
    }
    return output + text.slice(at)
  }

  function findGroups(read: ReadText, lookup: Lookup): Group[] {
    const pieces = split(read).map((piece, index, others) =>
      many.some(({ kind }) => isShort(index, others, kind)) ? { ...piece, isHarmless: false } : piece,
    )
    const groups: Group[] = []
    let isOpen = false
    for (let index = 0; index < pieces.length; index++) {
      const piece = pieces[index]!
      const found = lookup(pieces, index)
      const before = groups.at(-1)
      const isJoined =
        isOpen && piece.kind === 'word' && /^(?:[ .'’_/+=-]{0,2}|, )$/.test(read.text.slice(before!.end, piece.start))
      isOpen = false
      if (found) {
        groups.push({ start: piece.start, end: pieces[found.last]!.end, pseudonym: found.pseudonym })
        index = found.last
      } else if (piece.kind === 'pseudonym') groups.push({ ...piece, pseudonym: piece.text })
      else if (!piece.isHarmless) {
        if (isJoined) before!.end = piece.end
        else groups.push({ start: piece.start, end: piece.end })
        isOpen = piece.kind === 'word'
      }
    }
    return groups
  }
}

type Lookup = (pieces: Piece[], first: number) => { last: number; pseudonym: string } | undefined

/** Finds the longest of some values that begins with a piece, whatever is between the parts of the value. */
function createLookup(values: (readonly [value: string, pseudonym: string])[]): Lookup {
  const folded = new Map(
    values
      .filter(([{ length }]) => length <= 10 * maxValue)
      .map(([value, pseudonym]) => [fold(value), pseudonym] as const)
      .filter(([{ length }]) => length >= minValue && length <= maxValue),
  )
  const longest = Math.max(0, ...[...folded.keys()].map(({ length }) => length))
  return (pieces, first) => {
    let joined = ''
    let found
    for (let last = first; last < pieces.length && joined.length < longest; last++) {
      joined += pieces[last]!.text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
      const pseudonym = folded.get(joined)
      if (pseudonym !== undefined) found = { last, pseudonym }
    }
    return found
  }
}

/**
 * A sent body that is not JSON: words of the contract stay, and every other word is replaced like a value.
 */
export function scrubWords(text: string, words: ReadonlySet<string>, pseudonyms: Pseudonyms, path: string): string {
  return text.replaceAll(/[\p{L}\p{N}\p{M}_@.+-]*[\p{L}\p{N}\p{M}_]/gu, (word) =>
    words.has(word) || /^(true|false|null)$/.test(word) ? word : pseudonyms.assign(word, path),
  )
}
