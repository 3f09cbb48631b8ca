import type { Json } from '../../change.ts'

/** Makes candidates of a schema below the one at hand, the more usual first. */
export type Generate = (schema: Json | undefined, most: number) => Lazy<Json>

/** A list whose items are made when they are asked for, since of most lists only the first few are. */
export class Lazy<Item> implements Iterable<Item> {
  readonly #rest: Iterator<Item>
  readonly #made: Item[] = []

  constructor(items: Iterable<Item>) {
    this.#rest = items[Symbol.iterator]()
  }

  at(index: number): Item | undefined {
    while (this.#made.length <= index) {
      const next = this.#rest.next()
      if (next.done) return undefined
      this.#made.push(next.value)
    }
    return this.#made[index]
  }

  *[Symbol.iterator](): Generator<Item> {
    for (let index = 0; ; index++) {
      const item = this.at(index)
      if (item === undefined) return
      yield item
    }
  }
}

/** The first of each list, then the second of each, so that a cut at the end leaves something of all. */
export function* inTurn<Item>(lists: Iterable<Item>[]): Generator<Item> {
  let left = lists.map((items) => items[Symbol.iterator]())
  while (left.length > 0) {
    const ended = new Set<Iterator<Item>>()
    for (const items of left) {
      const next = items.next()
      if (next.done) ended.add(items)
      else yield next.value
    }
    left = left.filter((items) => !ended.has(items))
  }
}

/** @param spend Told how long each value is; false where there may be no more. */
export function* unique(
  values: Iterable<Json>,
  most: number,
  spend: (length: number) => boolean = () => true,
): Generator<Json> {
  const seen = new Set<string>()
  for (const value of values) {
    const key = textOf(value)
    if (!spend(key.length)) return
    if (seen.has(key)) continue
    seen.add(key)
    yield value
    if (seen.size >= most) return
  }
}

export const textOf = (value: Json) => JSON.stringify(value)
