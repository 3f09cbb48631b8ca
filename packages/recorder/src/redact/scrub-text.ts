import { formOf, type Pseudonyms } from './pseudonyms.ts'

/** Secrets that are known, such as the key of the run, in every spelling that a server may repeat. */
export function spellSecrets(secrets: string[]): string[] {
  return secrets.flatMap((secret) => [
    ...spellings(secret),
    ...['base64', 'hex'].map((encoding) => encode(secret, encoding)),
  ])
}

const encode = (text: string, encoding: string) =>
  Buffer.from(text)
    .toString(encoding as BufferEncoding)
    .replace(/=+$/, '')

const spellings = (text: string) => [...new Set([text, JSON.stringify(text).slice(1, -1), encodeURIComponent(text)])]

export const hasSecret = (text: string, secrets: string[]) =>
  secrets.some((secret) => text.toLowerCase().includes(secret.toLowerCase()))

export const hideSecrets = (text: string, secrets: string[]) =>
  secrets.length > 0 ? text.replaceAll(new RegExp(toAlternatives(secrets), 'giu'), 'redacted') : text

const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/
const uuid = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/
const dateTime = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)/
const key = /seam_\w+|eyJ[\w-]+(?:\.[\w-]+)+|(?<=\b(?:bearer|basic)\s+)[\w.~+/=-]{8,}/
const longToken = /(?<![\w+/=-])(?=[\w+/=-]*\d)(?=[\w+/=-]*[a-z])[\w+/=-]{16,}/
const tokens = [email, uuid, dateTime, key, longToken, /\d+/].map(({ source }) => source)

export interface ScrubOptions {
  pseudonyms: Pseudonyms
  secrets: string[]
  path: string
  /** The text of the recording in the same place, whose pseudonyms are reused. */
  preferred?: unknown
  /** Digits that may stay, such as the status in the text `404`. */
  kept?: string
}

/** A message for people: its words stay, and values that may identify somebody or give access are replaced. */
export function scrubText(text: string, { pseudonyms, secrets, path, preferred, kept }: ScrubOptions): string {
  const originals = new Map(
    pseudonyms
      .originals()
      .filter((original) => original.length > 2)
      .flatMap((original) => spellings(original).map((spelling) => [spelling.toLowerCase(), original])),
  )
  const ofSecrets = toAlternatives(secrets)
  const ofOriginals = toAlternatives([...originals.keys()])
  const pattern = new RegExp(
    [
      ofSecrets && `(?<secret>${ofSecrets})`,
      ofOriginals && `(?<![\\p{L}\\p{N}_])(?<original>${ofOriginals})(?![\\p{L}\\p{N}_])`,
      ...tokens,
    ]
      .filter(Boolean)
      .join('|'),
    'giu',
  )
  const wholeTokens = new RegExp(tokens.join('|'), 'giu')
  const earlier = typeof preferred === 'string' ? (preferred.match(wholeTokens) ?? []) : []
  const isAlike = earlier.length === (text.match(wholeTokens) ?? []).length
  let index = 0
  return text.replaceAll(pattern, (found: string, ...others: unknown[]) => {
    const { secret, original } = others.at(-1) as { secret?: string; original?: string }
    if (secret) return 'redacted'
    const place = index++
    if (original) return pseudonyms.find(found) ?? pseudonyms.find(originals.get(found.toLowerCase())!)!
    const isHarmless = found === kept || /^\d$/.test(found) || formOf(found) === 'date-time'
    if (isHarmless) return pseudonyms.find(found) ?? found
    return pseudonyms.assign(found, `${path}/token`, isAlike ? earlier[place] : undefined)
  })
}

const toAlternatives = (texts: string[]) =>
  texts
    .toSorted((one, other) => other.length - one.length)
    .map((text) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`))
    .join('|')

/**
 * A sent body that is not JSON: words of the spec stay, and every other word is replaced like a value.
 */
export function scrubWords(text: string, words: Set<string>, pseudonyms: Pseudonyms, path: string): string {
  return text.replaceAll(/[\p{L}\p{N}_@.+-]*[\p{L}\p{N}_]/gu, (word) =>
    words.has(word) || /^(true|false|null)$/.test(word) ? word : pseudonyms.assign(word, path),
  )
}
