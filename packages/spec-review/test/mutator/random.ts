import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** A source of numbers that a seed repeats. */
export interface Random {
  /** A whole number from 0 up to, not including, the bound. */
  below: (bound: number) => number
  /** One of some things; there must be one. */
  pick: <Item>(items: readonly Item[]) => Item
}

export function createRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed)
  const below = (bound: number) => uniformInt(generator, 0, bound - 1)
  return { below, pick: (items) => items[below(items.length)]! }
}
