import { createHash } from 'node:crypto'

/** What a pseudonym keeps of its original. */
export type Form = 'date-time' | 'digits' | 'email' | 'empty' | 'number' | 'text' | 'uuid'

const patterns: [Form, RegExp][] = [
  ['empty', /^$/],
  ['uuid', /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i],
  ['date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/],
  ['digits', /^\d+$/],
  ['number', /^-?\d+(\.\d+)?(e[+-]\d+)?$/],
  ['email', /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/],
]

export const formOf = (text: string): Form => patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? 'text'

export interface Pseudonyms {
  /** Settles the pseudonym of a value beforehand. */
  settle(original: string, pseudonym: string): void
  /** The pseudonym of a value that has one already. */
  find(original: string): string | undefined
  /**
   * The pseudonym of a value: the one it has; otherwise the preferred one if it has the same form and is free;
   * otherwise one made from the path alone, which reveals nothing of the value and is the same next time.
   */
  assign(original: string, path: string, preferred?: unknown): string
  originals(): string[]
}

export function createPseudonyms(): Pseudonyms {
  const pseudonyms = new Map<string, string>()
  const taken = new Set<string>()
  const key = (original: string) => (formOf(original) === 'uuid' ? original.toLowerCase() : original)
  const settle = (original: string, pseudonym: string) => {
    if (pseudonyms.has(key(original))) return
    pseudonyms.set(key(original), pseudonym)
    taken.add(pseudonym)
  }
  const find = (original: string) => pseudonyms.get(key(original))

  return {
    settle,
    find,
    originals: () => [...pseudonyms.keys()],
    assign(original, path, preferred) {
      const known = find(original)
      if (known !== undefined) return known
      const form = formOf(original)
      const wish = typeof preferred === 'string' || typeof preferred === 'number' ? `${preferred}` : undefined
      const fits = wish !== undefined && formOf(wish) === form && (form !== 'digits' || wish.length === original.length)
      const isFree = (candidate: string) => !taken.has(candidate) && (candidate !== original || candidate === wish)
      // One digit has ten pseudonyms; where they run out, two values share one.
      const derived = Array.from({ length: 100 }, (_, index) => () => derive(form, original, path, index + 1))
      const candidates = [...(fits ? [() => wish] : []), ...derived]
      const free = candidates.find((candidate) => isFree(candidate())) ?? derived[0]!
      settle(original, free())
      return free()
    },
  }
}

function derive(form: Form, original: string, path: string, number: number): string {
  const hash = createHash('sha512').update(`${path} ${number}`).digest()
  const hex = hash.toString('hex')
  const digits = (text: string) =>
    text.replaceAll(
      /\d/g,
      (digit, index) => `${index ? hash[index % 64]! % 10 : digit === '0' ? 0 : 1 + (hash[0]! % 9)}`,
    )
  const name = path.split('/').findLast((part) => /^_?[a-z][a-z_-]*$/i.test(part)) ?? 'text'
  switch (form) {
    case 'empty':
      return ''
    case 'uuid':
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
    case 'date-time':
      return `20${10 + (hash[0]! % 10)}-0${1 + (hash[1]! % 9)}-1${hash[2]! % 10}T1${hash[3]! % 10}:00:00${original.slice(19).replaceAll(/\d(?=\d*Z)/g, '0')}`
    case 'digits':
      return digits(original)
    case 'number':
      return original.replace(/[\d.]+/, (part) => digits(part))
    case 'email':
      return `${name}-${number}@example.com`
    case 'text':
      return `${name}-${number}`
  }
}
