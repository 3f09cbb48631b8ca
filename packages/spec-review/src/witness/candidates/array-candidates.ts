import type { Json } from '../../change.ts'
import { asArray, type JsonObject } from '../../document/json.ts'
import type { Generate } from './generate.ts'

const LONGEST = 60

/** Arrays of the sizes at the bounds, of like and unlike items, with each item that is near an edge. */
export function arrayCandidates(schema: JsonObject, below: Generate): Json[] {
  const items = [...below(schema['items'], 12)]
  const prefixes = asArray(schema['prefixItems']).map((prefix) => [...below(prefix, 6)])
  const prefix = prefixes.map(([first]) => first ?? null)
  const [first = 'x'] = items
  const sizes = new Set(
    ['minItems', 'maxItems', 'minContains', 'maxContains'].flatMap((keyword) => {
      const bound = schema[keyword]
      return typeof bound === 'number' ? [bound - 1, bound, bound + 1] : []
    }),
  )
  const counts = [...sizes, 1, 2, 3].filter((count) => count >= 0 && count <= LONGEST)
  const contained = schema['contains'] === undefined ? [] : [...below(schema['contains'], 4)]
  return [
    [],
    prefix,
    ...items.map((item) => [...prefix, item]),
    ...prefixes.flatMap((values, index) => values.map((value) => prefix.toSpliced(index, 1, value))),
    ...counts.flatMap((count) => [
      fill(prefix, count, () => first),
      fill(prefix, count, (index) => items[index % items.length] ?? `x${index}`),
      fill(prefix, count, (index) => (typeof first === 'string' ? `x${index}` : index)),
      ...contained.map((value) => fill([], count, () => value)),
      ...contained.map((value) => fill([value], count + 1, (index) => items[index % items.length] ?? `x${index}`)),
    ]),
    ...contained.map((value) => [value]),
  ]
}

function fill(prefix: Json[], count: number, make: (index: number) => Json): Json[] {
  return Array.from({ length: count }, (_, index) => prefix[index] ?? make(index))
}
