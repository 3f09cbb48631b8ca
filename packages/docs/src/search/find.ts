import type { Manifest, Postings, Result } from './index-parts.ts'
import { isClose } from './close-words.ts'
import { synonyms } from './synonyms.ts'
import { initial, splitWords } from './words.ts'

export interface Source {
  manifest: Manifest
  loadWords(part: number): Promise<Record<string, Postings>>
  loadEntries(part: number): Promise<Result[]>
}

/** More results than a reader looks through. */
const resultCount = 30

/** How much less an inexact match counts. */
const factors = { synonym: 0.5, fault: 0.25 }

/** Shorter words resemble too many others. */
const faultLength = 4

// An exact word counts more than the beginning of one, a name more than a text, and the whole name most.
const scores = { text: [2, 1], name: [12, 6], whole: [100, 6] } as const

/**
 * The entries that contain every word of the query, or words that begin with them, the best first; equally good ones keep
 * the order of the index. A name written as one word is found too, and so is a word with one typing error if nothing
 * matches it exactly.
 */
export async function find(query: string, { manifest, loadWords, loadEntries }: Source): Promise<Result[]> {
  const words = splitWords(query)
  if (words.length === 0) return []
  const whole = words.join('')
  const [wholes, ...each] = await Promise.all([match(whole, ['whole']), ...words.map(matchLoosely)])
  const [first = new Map<number, number>(), ...others] = each
  const found = new Map(wholes)
  for (const [entry, score] of first) {
    const rest = others.map((scored) => scored.get(entry))
    const sum = rest.reduce<number>((total, value) => total + (value ?? NaN), score)
    if (!Number.isNaN(sum)) found.set(entry, Math.max(sum, found.get(entry) ?? 0))
  }
  const best = [...found].toSorted(([one, a], [other, b]) => b - a || one - other).slice(0, resultCount)
  return Promise.all(best.map(([entry]) => read(entry)))

  /** The entries that have the word or a synonym or, if there are none, a word that is close to it. */
  async function matchLoosely(word: string): Promise<Map<number, number>> {
    const fields = ['name', 'text'] as const
    const matched = await match(word, fields)
    for (const synonym of synonyms[word] ?? []) {
      for (const [entry, score] of await match(synonym, fields)) {
        matched.set(entry, Math.max(score * factors.synonym, matched.get(entry) ?? 0))
      }
    }
    if (matched.size > 0 || word.length < faultLength) return matched
    const close = await match(word, fields, isClose)
    return new Map([...close].map(([entry, score]) => [entry, score * factors.fault]))
  }

  /** The entries that have the word, each with the score of the best match. */
  async function match(
    word: string,
    fields: readonly (keyof typeof scores)[],
    isMatch = (typed: string, known: string) => known.startsWith(typed),
  ): Promise<Map<number, number>> {
    const part = manifest.letters.findIndex((letters) => letters.includes(initial(word)))
    const matched = new Map<number, number>()
    if (part < 0) return matched
    for (const [known, postings] of Object.entries(await loadWords(part))) {
      if (!isMatch(word, known)) continue
      for (const field of fields) {
        const score = scores[field][known === word ? 0 : 1]
        let entry = 0
        for (const difference of postings[order.indexOf(field)]!) {
          entry += difference
          matched.set(entry, Math.max(score, matched.get(entry) ?? 0))
        }
      }
    }
    return matched
  }

  async function read(entry: number): Promise<Result> {
    const entries = await loadEntries(Math.floor(entry / manifest.size))
    return entries[entry % manifest.size]!
  }
}

const order = ['name', 'text', 'whole']
