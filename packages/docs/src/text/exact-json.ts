declare global {
  /** Part of ECMAScript, and not yet of TypeScript's library. */
  interface JSON {
    parse(text: string, reviver: (key: string, value: unknown, context: { source?: string }) => unknown): unknown
    rawJSON(text: string): RawJson
    isRawJSON(value: unknown): value is RawJson
  }
}

/** A number that is written as its digits stand here, because JavaScript's own numbers would round it. */
export interface RawJson {
  readonly rawJSON: string
}

/** Parses JSON; integers beyond 2^53 stay exact, and `JSON.stringify` writes them as they were. */
export const parseExactly = (text: string): unknown =>
  JSON.parse(text, (_, value, { source = '' }) =>
    typeof value === 'number' && /^-?\d+$/.test(source) && !Number.isSafeInteger(value) ? JSON.rawJSON(source) : value,
  )

/** The same value with each exact integer as a BigInt, for writers that know those. */
function toBigInts(value: unknown): unknown {
  if (JSON.isRawJSON(value)) return BigInt(value.rawJSON)
  if (Array.isArray(value)) return value.map(toBigInts)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toBigInts(inner)]))
}

/** A value as text: nothing is added to a text, and anything else is JSON. */
export const toText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
