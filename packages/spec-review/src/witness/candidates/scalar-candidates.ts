import { asText } from '../../document/json.ts'
import type { Json } from '../../change.ts'
import type { JsonObject } from '../../document/json.ts'
import { exampleWords } from '../../engine/schema/patterns.ts'

const EXAMPLES: Record<string, string> = {
  date: '2025-06-19',
  'date-time': '2025-06-19T21:08:08.000Z',
  email: 'a@example.com',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  uri: 'https://example.com/',
  uuid: '3c90c3cc-0d44-4b50-8888-8dd25736052a',
}

const LONGEST = 2000

/** Strings of the lengths at the bounds, of the format and of the pattern, and some that match neither. */
export function stringCandidates({ format, pattern, minLength, maxLength }: JsonObject): Json[] {
  const example = EXAMPLES[asText(format)]
  const words = typeof pattern === 'string' ? exampleWords(pattern) : []
  const seeds = [example, ...words, 'x', '0', 'A b!'].filter((seed) => seed !== undefined)
  const lengths = [minLength, maxLength].flatMap((bound) =>
    typeof bound === 'number' ? [bound - 1, bound, bound + 1] : [],
  )
  const sized = lengths
    .filter((length) => length >= 0 && length <= LONGEST)
    .flatMap((length) =>
      [...words, 'x', '0'].map((seed) => (seed || 'x').padEnd(length, seed.at(-1) ?? 'x').slice(0, length)),
    )
  return [...seeds, ...sized, '', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx']
}

/** The bounds and their neighbours, whole and not. */
export function numberCandidates(schema: JsonObject): Json[] {
  const step = typeof schema['multipleOf'] === 'number' ? schema['multipleOf'] : 1
  const bounds = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'].flatMap((keyword) => {
    const bound = schema[keyword]
    return typeof bound === 'number' ? [bound, bound + step, bound - step, bound + 0.5, bound - 0.5] : []
  })
  return [0, 1, -1, step, 2 * step, 0.5, ...bounds, 1_000_000, -1_000_000]
}
