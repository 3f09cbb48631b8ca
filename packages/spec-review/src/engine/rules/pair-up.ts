import { isSame } from '../../document/json.ts'

interface Paired<Item> {
  pairs: [Item, Item][]
  removed: Item[]
  added: Item[]
}

/** Pairs conditions that all have to hold: those with one text, then the others in their order. */
export function pairUp<Item>(before: Item[], after: Item[], toText: (item: Item) => unknown): Paired<Item> {
  const pairs: [Item, Item][] = []
  const left = [...after]
  const unlike = before.filter((item) => {
    const index = left.findIndex((other) => isSame(toText(item), toText(other)))
    if (index >= 0) pairs.push([item, ...left.splice(index, 1)] as [Item, Item])
    return index < 0
  })
  const count = Math.min(unlike.length, left.length)
  for (let index = 0; index < count; index++) pairs.push([unlike[index]!, left[index]!])
  return { pairs, removed: unlike.slice(count), added: left.slice(count) }
}
