import type { Json } from '../../change.ts'

/** Makes candidates of a schema below the one at hand, the more usual first. */
export type Generate = (schema: Json | undefined, most: number) => Json[]

/** The first of each list, then the second of each, so that a cut at the end leaves something of all. */
export function inTurn<Item>(lists: Item[][]): Item[] {
  const longest = Math.max(0, ...lists.map((items) => items.length))
  return Array.from({ length: longest }, (_, index) => lists.flatMap((items) => items.slice(index, index + 1))).flat()
}

export function unique(values: Json[], most: number): Json[] {
  const seen = new Map<string, Json>()
  for (const value of values) {
    const key = JSON.stringify(value)
    if (!seen.has(key)) seen.set(key, value)
    if (seen.size >= most) break
  }
  return [...seen.values()]
}
