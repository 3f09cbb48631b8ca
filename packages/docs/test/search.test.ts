import { expect, test } from 'vitest'
import { isClose } from '../src/search/close-words.ts'
import { sortEntries, type SearchEntry } from '../src/search/entries.ts'
import { find, type Source } from '../src/search/find.ts'
import { buildIndex } from '../src/search/index-parts.ts'
import { entries } from '../src/search/index.ts'
import { dist, readSite } from './helpers/site.ts'

/** An index as a page reads it, which counts what is read. */
function createSource(from: SearchEntry[]) {
  const { manifest, words, entries: results } = buildIndex(from)
  const loaded = new Set<string>()
  const source: Source = {
    manifest,
    loadWords: async (part) => {
      loaded.add(`words-${part}`)
      return words[part]!
    },
    loadEntries: async (part) => {
      loaded.add(`entries-${part}`)
      return results[part]!
    },
  }
  return { source, loaded, words, results }
}

const { source } = createSource(entries)

test.each([
  ['the beginning of a name', 'external_ty'],
  ['spaces', 'external type'],
  ['camel case', 'externalType'],
  ['one word', 'externaltype'],
  ['large letters', 'EXTERNAL_TYPE'],
  ['another order', 'type external'],
])('search finds a name that is written with %s', async (_, query) => {
  const results = await find(query, source)
  expect(results.slice(0, 5).map(([, name]) => name)).toContain('external_type')
})

test('search finds everything that has a name by that name', async () => {
  const isMissing = async ({ kind, name }: SearchEntry) =>
    !(await find(name, source)).some(([foundKind, found]) => foundKind === kind && found === name)
  expect(await filter(entries, isMissing)).toEqual([])
})

test('search finds everything that is described by the sentences of its description', async () => {
  const sentences = entries.flatMap(({ name, text }) =>
    text.split(/\n|(?<=\.) /).map((sentence) => ({ name, sentence })),
  )
  const isMissing = async ({ name, sentence }: (typeof sentences)[number]) =>
    !(await find(sentence, source)).some(([, found]) => found === name)
  const long = sentences.filter(({ sentence }) => sentence.length > 30)
  expect(long.length).toBeGreaterThan(100)
  expect(await filter(long, isMissing)).toEqual([])
})

async function filter<T>(items: T[], isWanted: (item: T) => Promise<boolean>): Promise<T[]> {
  const wanted = await Promise.all(items.map(isWanted))
  return items.filter((_, place) => wanted[place])
}

test.each([
  ['a wrong letter', 'credemtial', 'credential'],
  ['a missing letter', 'credntial', 'credential'],
  ['a letter too many', 'creddential', 'credential'],
  ['two letters swapped', 'credentail', 'credential'],
  ['a fault in the beginning of a word', 'credemti', 'credential'],
  ['a fault in the first letter but one', 'cerdential', 'credential'],
])('search forgives %s', async (_, typed, meant) => {
  const names = async (query: string) => (await find(query, source)).map(([, name]) => name)
  expect(isClose(typed, meant)).toBe(true)
  expect(await names(typed)).toContain('Create a credential')
})

test.each([
  ['credmetail', 'credential'],
  ['cord', 'credential'],
  ['credential', 'code'],
])('%s is not close to %s', (typed, known) => {
  expect(isClose(typed, known)).toBe(false)
})

test.each([
  ['curl', 'Create a credential: code samples'],
  ['python', 'Create a credential: code samples'],
  ['javascript', 'Create a credential: code samples'],
  ['nullable', 'card_number'],
  ['webhook', 'Create a credential'],
  ['pin', 'code'],
])('search knows what a reader means by %s', async (query, name) => {
  expect((await find(query, source)).map(([, found]) => found)).toContain(name)
})

test('an operation comes before a property, and that before a value, of equal names', async () => {
  const entry = (kind: string, name: string): SearchEntry => ({ kind, name, place: '', text: '', address: kind })
  const sorted = sortEntries([entry('Value', 'open'), entry('Property', 'open'), entry('Operation', 'open')])
  const { source: small } = createSource(sorted)
  expect((await find('open', small)).map(([kind]) => kind)).toEqual(['Operation', 'Property', 'Value'])
})

test('an operation and an object come before what is inside of them', async () => {
  const [first] = await find('acs_credential', source)
  expect(first).toEqual(['Schema', 'acs_credential', '', expect.any(String), 'schemas/acs_credential.html'])
})

test('an empty query, and one that nothing matches, find nothing', async () => {
  expect(await find(' - ', source)).toEqual([])
  expect(await find('credential xyzzy', source)).toEqual([])
})

test('every entry leads to a place that exists', async () => {
  const site = await readSite(dist)
  const missing = entries.filter(({ address }) => {
    const [file = '', anchor] = address.split('#')
    return !site.has(file) || (anchor && !site.get(file)!.includes(`id="${anchor}"`))
  })
  expect(missing).toEqual([])
})

test('a search in a large reference loads a few parts of the index', async () => {
  const many = Array.from({ length: 150 }, (_, number): SearchEntry[] =>
    entries.map((entry) => ({
      ...entry,
      name: `${entry.name}_${number}`,
      text: `${entry.text} ${number.toString(36)}x`,
    })),
  ).flat()
  const { source: large, loaded, words, results } = createSource(many)
  expect(await find('external_type_77', large)).toContainEqual(expect.arrayContaining(['Schema', 'external_type_77']))
  expect(words.length).toBeGreaterThan(10)
  expect(results.length).toBeGreaterThan(100)
  expect(loaded.size).toBeLessThan(20)
})
