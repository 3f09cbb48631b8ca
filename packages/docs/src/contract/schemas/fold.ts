import type { Alternative, Property, Shape } from './shape.ts'

type Entry = Alternative | Property

/** About as many compressed bytes as one schema may take of a page. */
const pageRoom = 11_000
/** In less room, an object is not opened. */
const entryRoom = 400

/**
 * The shape without what would make its page too heavy: the insides of its largest objects. Such an object says in
 * `folded` how many properties it has. They are on its own page, or else in the Markdown of the page, which is whole.
 */
export function fold(shape: Shape, room = pageRoom): Shape {
  if (measure(shape) <= room) return shape
  const entries = listEntries(shape)
  const insides = new Map(entries.map((entry) => [entry, sum(listEntries(entry).map(measure))]))
  const folded = new Map<Entry, Entry>()
  let rest = room - sum(entries.map(measureItself))
  const bySize = entries
    .filter((entry) => insides.get(entry)! > 0)
    .toSorted((a, b) => insides.get(a)! - insides.get(b)!)
  for (const [index, entry] of bySize.entries()) {
    // The small ones leave more room for the large ones.
    const share = rest / (bySize.length - index)
    const inside = insides.get(entry)!
    if (inside > share) folded.set(entry, foldEntry(entry, share))
    rest -= Math.min(inside, Math.max(share, 0))
  }
  return replace(shape, folded)
}

/** The same for the properties of an object. */
export function foldProperties(properties: Property[]): Property[] {
  const nothing = { values: [], facts: [], needs: [], choices: [] }
  const shape = {
    type: 'object',
    nullable: false,
    deprecated: false,
    open: false,
    ...nothing,
    groups: [{ properties }],
  }
  return fold(shape).groups.flatMap((group) => group.properties)
}

function foldEntry(entry: Entry, room: number): Entry {
  const hasPage = (entry.name ?? entry.items?.name) !== undefined
  const needed = Math.max(entryRoom, sum(listEntries(entry).map(measureItself)))
  return hasPage || room < needed ? close(entry) : { ...entry, ...fold(entry, room) }
}

function close(entry: Entry): Entry {
  const nothing = { groups: [], choices: [] }
  return {
    ...entry,
    ...nothing,
    items: entry.items && { ...entry.items, ...nothing, items: undefined },
    folded: listEntries(entry).length,
  }
}

const listEntries = ({ groups, choices, items }: Shape): Entry[] => [
  ...groups.flatMap(({ properties }) => properties),
  ...choices.flatMap(({ alternatives }) => alternatives),
  ...(items ? listEntries(items) : []),
]

const measure = (shape: Shape): number => measureItself(shape) + sum(listEntries(shape).map(measure))

const measureItself = ({ description = '', facts, values }: Shape) =>
  60 +
  description.length / 4 +
  facts.length * 20 +
  sum(values.map((value) => 15 + (value.description?.length ?? 0) / 4))

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

/** A copy with other entries in the places of the given ones. */
function replace<T extends Shape>(shape: T, others: Map<Entry, Entry>): T {
  const change = <E extends Entry>(entry: E) => (others.get(entry) as E | undefined) ?? entry
  return {
    ...shape,
    groups: shape.groups.map((group) => ({ ...group, properties: group.properties.map(change) })),
    choices: shape.choices.map((choice) => ({ ...choice, alternatives: choice.alternatives.map(change) })),
    items: shape.items && replace(shape.items, others),
  }
}
