import { excerpt, type SearchEntry } from './entries.ts'
import { initial, splitWords } from './words.ts'

/** The numbers of the entries that have a word, each list ascending and as differences: in the name, in the text, and as the whole name. */
export type Postings = [names: number[], texts: number[], wholes: number[]]

/** What a result shows. */
export type Result = [kind: string, name: string, place: string, excerpt: string, address: string]

/** Which part has which words and which entries, so that a search loads those that it needs. */
export interface Manifest {
  /** The first letters of the words of each part, in one text. */
  letters: string[]
  /** How many entries a part has. */
  size: number
}

export interface SearchIndex {
  manifest: Manifest
  words: Record<string, Postings>[]
  entries: Result[][]
}

/** So many characters that a small site has one part of each kind. */
const limit = 96 * 1024
const size = 400

/** An index of the entries in parts that are about equally large, whatever their number. */
export function buildIndex(entries: SearchEntry[]): SearchIndex {
  const words = new Map<string, Postings>()
  const add = (word: string, kind: 0 | 1 | 2, entry: number) => {
    const postings = words.get(word) ?? words.set(word, [[], [], []]).get(word)!
    if (postings[kind].at(-1) !== entry) postings[kind].push(entry)
  }
  for (const [number, { name, place, text }] of entries.entries()) {
    const names = splitWords(name)
    for (const word of names) add(word, 0, number)
    for (const word of splitWords(`${place} ${text}`)) if (!names.includes(word)) add(word, 1, number)
    // A value such as `+` has no word.
    if (names.length > 0) add(names.join(''), 2, number)
  }
  const letters = Map.groupBy([...words].toSorted(byWord), ([word]) => initial(word))
  const parts: { letters: string; words: Record<string, Postings>; length: number }[] = []
  for (const [letter, found] of letters) {
    const own = Object.fromEntries(found.map(([word, lists]) => [word, lists.map(toDifferences) as Postings]))
    const { length } = JSON.stringify(own)
    const last = parts.at(-1)
    if (last && last.length + length <= limit) {
      last.letters += letter
      last.length += length
      Object.assign(last.words, own)
    } else parts.push({ letters: letter, words: own, length })
  }
  const results = entries.map(({ kind, name, place, text, address }): Result => [
    kind,
    name,
    place,
    excerpt(text),
    address,
  ])
  const chunks = Array.from({ length: Math.ceil(results.length / size) }, (_, place) =>
    results.slice(place * size, (place + 1) * size),
  )
  return {
    manifest: { letters: parts.map((part) => part.letters), size },
    words: parts.map((part) => part.words),
    entries: chunks,
  }
}

const byWord = ([one]: [string, unknown], [other]: [string, unknown]) => (one < other ? -1 : 1)

const toDifferences = (numbers: number[]) => numbers.map((number, place) => number - (numbers[place - 1] ?? 0))
