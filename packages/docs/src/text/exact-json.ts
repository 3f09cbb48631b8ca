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

/** A value as text: nothing is added to a text, and anything else is JSON. */
export const toText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
