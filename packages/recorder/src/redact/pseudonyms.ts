import { createHash } from 'node:crypto'

/** What a pseudonym keeps of its original. */
export type Form = 'date' | 'date-time' | 'digits' | 'email' | 'empty' | 'number' | 'phone' | 'spaced' | 'text' | 'uuid'

const patterns: [Form, RegExp][] = [
  ['empty', /^$/],
  ['uuid', /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i],
  ['date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/],
  ['date', /^\d{4}-\d\d-\d\d$/],
  ['digits', /^\d+$/],
  ['number', /^-?\d+(\.\d+)?(e[+-]\d+)?$/],
  ['spaced', /^\d([^\p{L}\p{N}]{1,3}\d)+$/u],
  ['phone', /^(?=(?:\D*\d){7,}\D*$)\+?[\d\s().,/–-]+$/],
  ['email', /^[^\s"'<>()[\]{},;:@]+@[^\s"'<>()[\]{},;:@]+\.[^\s"'<>()[\]{},;:@.]+$/],
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
  /** The forms of the values that were replaced by another one, with repetitions. */
  replaced: Form[]
}

export function createPseudonyms(): Pseudonyms {
  const pseudonyms = new Map<string, string>()
  const taken = new Set<string>()
  const replaced: Form[] = []
  /** The last number that a path has used for a form. */
  const numbers = new Map<string, number>()
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
    replaced,
    originals: () => [...pseudonyms.keys()],
    assign(original, path, preferred) {
      const known = find(original)
      if (known !== undefined) return known
      const form = formOf(original)
      const wish = typeof preferred === 'string' || typeof preferred === 'number' ? `${preferred}` : undefined
      const fits = wish !== undefined && formOf(wish) === form && (form !== 'digits' || wish.length === original.length)
      const pseudonym = fits && !taken.has(wish) ? wish : findFree(form, original, path)
      settle(original, pseudonym)
      if (pseudonym !== original) replaced.push(form)
      return pseudonym
    },
  }

  function findFree(form: Form, original: string, path: string): string {
    const first = numbers.get(`${form} ${path}`) ?? 0
    let candidate = ''
    // One digit has ten pseudonyms; where they run out, two values share one.
    for (let number = first + 1; number <= first + 100; number++) {
      candidate = derive(form, original, path, number)
      if (form === 'text' || form === 'email') numbers.set(`${form} ${path}`, number)
      if (candidate !== original && !taken.has(candidate)) return candidate
    }
    return candidate
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
  const date = () => `20${10 + (hash[0]! % 10)}-0${1 + (hash[1]! % 9)}-1${hash[2]! % 10}`
  switch (form) {
    case 'empty':
      return ''
    case 'uuid':
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
    case 'date':
      return date()
    case 'date-time':
      return `${date()}T1${hash[3]! % 10}:00:00${original.slice(19).replaceAll(/\d(?=\d*Z)/g, '0')}`
    case 'digits':
    case 'spaced':
      return digits(original)
    case 'number':
      return original.replace(/[\d.]+/, (part) => digits(part))
    case 'phone':
      return toFalsePhone(original, number)
    case 'email':
      return `${name}-${number}@example.com`
    case 'text':
      return `${name}-${number}`
  }
}

/** `+00 00 0000 0001` for `+44 20 7946 0958`: no country has a code that begins with a zero. */
function toFalsePhone(original: string, number: number): string {
  const digits = `${number}`.padStart(original.replaceAll(/\D/g, '').length, '0')
  let index = 0
  return original.replaceAll(/\d/g, () => digits[index++]!)
}
