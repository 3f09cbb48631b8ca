import { posix } from 'node:path'
import contract from '@seam-acs/spec' with { type: 'json' }
import type { OpenApiDocument, Schema } from '@seam-acs/spec/model'
import { createSampleContract, samples } from '@seam-acs/spec/sample-contract'
import { expect, test } from 'vitest'
import { countDays, firstDate, moveDates } from '../../src/contract/operations/dates.ts'
import { operations } from '../../src/contract/pages/pages.ts'
import { listOwnFacts, type Fact } from '../helpers/facts.ts'
import { multiply } from '../helpers/large-document.ts'
import { listBrokenLinks } from '../helpers/links.ts'
import { buildSite, collapse, dist, plain, readSite, readText } from '../helpers/site.ts'
import { flight, weigh } from '../helpers/weigh.ts'

/** The operations of a large API, and one for each keyword that the spec may use. */
function createLargeContract(): OpenApiDocument {
  const sampled = createSampleContract()
  const large = multiply(contract as unknown as OpenApiDocument, 24)
  return {
    ...large,
    tags: [...large.tags!, ...sampled.tags!],
    paths: { ...large.paths, ...sampled.paths },
    components: {
      ...large.components,
      schemas: { ...sampled.components!.schemas, ...large.components!.schemas },
      responses: { ...sampled.components!.responses, ...large.components!.responses },
    },
  }
}

const document = createLargeContract()
const count = Object.keys(document.paths!).length
const site = await buildSite(document)
const pages = [...site].filter(([path]) => path.endsWith('.html') && !path.startsWith('try-it/'))
const operationPages = pages.filter(([path]) => path.startsWith('api/') && !path.endsWith('/samples.html'))

test('every page of a large API weighs at most 14 kB', () => {
  expect(operationPages).toHaveLength(count)
  expect(pages.filter(([, html]) => weigh(html) > flight).map(([path]) => path)).toEqual([])
})

test('an operation of a large API has a page that is hardly heavier than in a small one', async () => {
  const small = weigh((await readSite(dist)).get(`${operations[0]!.page}.html`)!)
  const heaviest = Math.max(...operationPages.map(([, html]) => weigh(html)))
  expect(heaviest / small).toBeLessThan(1.04)
})

test('the indexes of a large API lead to every operation and schema', () => {
  for (const [index, paths] of [
    ['operations', operationPages.map(([path]) => path)],
    ['schemas', pages.map(([path]) => path).filter((path) => /^schemas\/(?!part-)/.test(path))],
  ] as const) {
    const parts = pages.filter(([path]) => path.startsWith(`${index}/part-`))
    const listed = parts.flatMap(([, html]) => [...html.matchAll(/href="([^"#]*)"/g)].map(([, link]) => link!.slice(3)))
    expect(parts.length).toBeGreaterThan(1)
    expect(paths.filter((path) => !listed.includes(path))).toEqual([])
    for (const [path] of parts) expect(site.get(`${index}.html`)).toContain(`href="${path}"`)
  }
})

test('beside an operation of a large API are all operations of its tag, and the other tags', () => {
  const [path, html] = operationPages.find(([each]) => each.startsWith('api/badge_template/'))!
  const [navigation] = html.match(/<nav.*?<\/nav>/s)!
  const neighbours = operationPages.map(([each]) => each).filter((each) => each.startsWith('api/badge_template/'))
  const links = [...navigation!.matchAll(/href="([^"#]*)/g)].map(([, to]) => posix.join(posix.dirname(path), to!))
  expect(links).toEqual(expect.arrayContaining(neighbours))
  expect(navigation).toMatch(/href="[^"]*operations\/part-\d\.html#tag\.samples">Samples/)
})

test('the index of a large API is in the order of the paths', () => {
  const parts = pages.filter(([path]) => path.startsWith('operations/part-')).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const listed = parts.flatMap(([, html]) => [...html.matchAll(/POST (\/samples\/[^<]*)/g)].map(([, path]) => path!))
  expect(listed.length).toBeGreaterThan(30)
  expect(listed).toEqual(listed.toSorted())
})

test('what is the same for every operation is shown once, with the first of them', () => {
  const html = site.get('errors/unauthorized.html')!
  const heading = html.match(/<h3>(.*?)<\/h3>/s)![1]!
  expect(heading.match(/<a /g)!.length).toBeLessThan(20)
  expect(heading).toMatch(/\d+ more<\/a>/)
})

test('every link of a large API leads somewhere', () => {
  expect(listBrokenLinks(site)).toEqual([])
})

/** What a schema says, with the names of its properties and what is inside of it. */
function* listAllFacts(schema: Schema, place: string): Generator<Fact> {
  const { type, properties = {}, patternProperties = {}, additionalProperties, items, allOf = [], anyOf = [] } = schema
  const literal = (text: string) => ({ place, text, isMarkdown: false })
  yield* listOwnFacts(schema, place)
  for (const name of [type ?? []].flat()) yield literal(name)
  for (const name of [...Object.keys(properties), ...Object.keys(patternProperties)]) yield literal(name)
  const others = typeof additionalProperties === 'object' ? [additionalProperties] : []
  const inside = [...Object.values(properties), ...Object.values(patternProperties), ...others, ...allOf, ...anyOf]
  for (const inner of [...inside, ...(items ? [items] : [])]) yield* listAllFacts(inner, place)
}

test.each(samples)('%s: the pages of a schema with the keyword say what it says', (name, { schema }) => {
  const [html, markdown] = [readText(site.get(`schemas/${name}.html`)!), collapse(site.get(`schemas/${name}.md`)!)]
  const facts = [...listAllFacts(schema, name)]
  expect(facts.length).toBeGreaterThan(0)
  expect(facts.filter(({ text, isMarkdown }) => !html.includes(isMarkdown ? plain(text) : text))).toEqual([])
  expect(facts.filter(({ text }) => !markdown.includes(collapse(text)))).toEqual([])
})

test.each(samples)('%s: the page of an operation with the keyword has a sample that sends it', (name, { valid }) => {
  const page = site.get(`api/samples/${name}/samples.md`)!
  const [, sent] = page.match(/^## cURL$[^]*?--data '(.*?)'\n```/ms)!
  expect(JSON.parse(sent!.replaceAll(String.raw`'\''`, "'"))).toEqual({
    value: moveDates(valid, countDays(valid, firstDate)),
  })
})
