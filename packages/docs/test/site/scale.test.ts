import { posix } from 'node:path'
import { createMockFor } from '@seam-acs/mock/contract'
import { samples } from '@seam-acs/spec/sample-contract'
import { expect, test } from 'vitest'
import { countDays, firstDate, moveDates } from '../../src/contract/operations/dates.ts'
import { operations } from '../../src/contract/pages/pages.ts'
import { call } from '../../src/try-it/call.ts'
import type { TriedOperation } from '../../src/try-it/operation.ts'
import { listAllFacts } from '../helpers/facts.ts'
import { createLargeContract } from '../helpers/large-document.ts'
import { listBrokenLinks, listRepeatedIds } from '../helpers/links.ts'
import { buildSite, collapse, dist, plain, readSite, readText } from '../helpers/site.ts'
import { flight, weigh } from '../helpers/weigh.ts'

const document = createLargeContract()
const count = Object.keys(document.paths!).length
const site = await buildSite(document)
const pages = [...site].filter(([path]) => path.endsWith('.html') && !path.startsWith('try-it/'))
const read = (path: string) => readText(site.get(path)!)
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

test('every link of a large API leads somewhere, and no page has an id twice', () => {
  expect(listBrokenLinks(site)).toEqual([])
  expect(listRepeatedIds(site)).toEqual([])
})

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

const results = [
  ['create', 'one', 'const person = await seam.people.create({', 'person_id Always'],
  ['delete', 'none', 'await seam.people.delete({', 'ok boolean required'],
  ['find', 'list', 'const people = await seam.people.find({', 'person_id Always'],
  ['list', 'page', 'for await (const person of seam.people.list({', 'person_id Always'],
  ['count', 'object', 'const result = await seam.people.count()', 'most integer required'],
] as const

test.each(results)(
  'an operation %s, which returns %s, has its sample and lists what it returns',
  (verb, _, code, back) => {
    expect(read(`api/people/${verb}.html`)).toContain(code)
    expect(site.get(`api/people/${verb}.md`)).toContain(code)
    expect(read(`api/people/${verb}.html`)).toContain(back)
    expect(read(`api/people/${verb}/samples.html`)).toContain('curl --request POST')
  },
)

test.each(results)('an operation %s, which returns %s, is tried on the mock', async (verb, kind) => {
  const script = site.get(`try-it/people_${verb}.js`)!
  const docs: { parts?: Record<string, TriedOperation> } = {}
  new Function('docs', script)(docs)
  const operation = docs.parts![`try-it/people_${verb}`]!
  expect(operation.template.result.kind).toBe(kind)
  const mock = createMockFor(operation.contract as never)
  const values = operation.examples[0]?.values ?? { parameters: {}, body: undefined }
  const target = {
    isMock: true,
    endpoint: 'https://connect.getseam.com',
    secrets: { key: 'seam_mock' },
    workspaceId: '',
  }
  const { failure, request, response } = await call(operation, values, {
    ...target,
    fetch: mock.fetch,
    validate: false,
  })
  expect(failure).toBeUndefined()
  expect(request!.body).toBe(verb === 'count' ? '' : '{"person_id":"4b6ec19d-ba68-46ca-80fd-55247684c2bb"}')
  expect(response!.status).toBe(verb === 'create' ? 201 : 200)
})

test('the object that operations return has what is in its map and in its tagged union', () => {
  const text = read('schemas/person.html')
  expect(text).toMatch(/\* integer any other name The mark\. At least 1/)
  expect(text).toMatch(/at_work.*Which desk\..*at_home.*Which number\./)
  expect(site.get('index.html')).toContain('href="schemas/person.html"')
  expect(site.get('api/people/list.html')).toContain('href="../../schemas/person.html#marks"')
})
