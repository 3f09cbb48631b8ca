import { listReachable, readOperations } from '@seam-acs/spec/model'
import { expect, test } from 'vitest'
import { document } from '../../src/contract/document/document.ts'
import { operations, pages, samplesPath } from '../../src/contract/pages/pages.ts'
import { listSamplesOf, writeAll } from '../../src/samples/template.ts'
import { listOwnFacts, listProperties, type Fact } from '../helpers/facts.ts'
import { collapse, dist, plain, readSite, readText } from '../helpers/site.ts'

const site = await readSite(dist)
const texts = new Map(pages.map(({ path }) => [path, readText(site.get(`${path}.html`)!)]))
const markdowns = new Map(pages.map(({ path }) => [path, collapse(site.get(`${path}.md`)!)]))

const markdown = (place: string, text = ''): Fact => ({ place, text, isMarkdown: true })
const literal = (place: string, text = ''): Fact => ({ place, text, isMarkdown: false })

const missesText = (text: string, fact: Fact) =>
  !text.includes(fact.isMarkdown ? plain(fact.text) : collapse(fact.text))

/** The facts that a page does not have, in its HTML without a script or in its Markdown. */
const listMissing = (facts: Iterable<Fact>, page: string) =>
  [...facts].flatMap((fact) => [
    ...(missesText(texts.get(page)!, fact) ? [{ ...fact, file: `${page}.html` }] : []),
    ...(markdowns.get(page)!.includes(collapse(fact.text)) ? [] : [{ ...fact, file: `${page}.md` }]),
  ])

test.each(Object.entries(document.components!.schemas!))('the page of %s says all that it says', (name, schema) => {
  expect(listMissing(listOwnFacts(schema, name), `schemas/${name}`)).toEqual([])
})

test.each(listProperties())('the property $name of $schema has its facts at its permalink', (property) => {
  const { schema, name, required, facts } = property
  const source = site.get(`schemas/${schema}.html`)!
  const start = source.indexOf(` id="${name}"`)
  expect(start).toBeGreaterThan(0)
  // Up to the next permalink, which is that of its first child or its neighbour.
  const text = readText(`<p${source.slice(start, source.indexOf(' id="', start + 1))}>`)
  const here = [literal('name', name), ...(required ? [literal('required', 'required')] : []), ...facts]
  expect(here.filter((fact) => !fact.place.includes('/items/') && missesText(text, fact))).toEqual([])
  expect(listMissing(facts, `schemas/${schema}`)).toEqual([])
})

const withBody = operations.flatMap((operation) => {
  const body = readOperations(document).find(({ id }) => id === operation.id)?.request?.schema
  return body ? [{ path: operation.path, page: operation.page, body }] : []
})

test.each(withBody)('the page of $path has all of its request', ({ page, body }) => {
  const reached = listReachable(document, [body])
  const components = Object.entries(document.components!.schemas!).filter(([, schema]) => reached.has(schema))
  const facts = components.flatMap(([name, { properties = {}, ...schema }]) => {
    const inside = Object.entries(properties).flatMap(([key, property]) => [
      literal(name, key),
      ...listOwnFacts(property, `${name}.${key}`),
    ])
    return [...listOwnFacts(schema, name), ...inside]
  })
  expect(facts.length).toBeGreaterThan(0)
  expect(listMissing(facts, page)).toEqual([])
})

test.each(operations)('the page of $path has its method, path, description, statuses and headers', (operation) => {
  const { page, method, path, description, responses } = operation
  const facts = responses.flatMap(({ status, description: meaning, headers }) => [
    literal('status', status),
    markdown(status, meaning),
    ...headers.flatMap((header) => [
      literal(status, header.property),
      markdown(header.property, header.description),
      ...header.facts.map(({ value }) => literal(header.property, value)),
    ]),
  ])
  expect(listMissing([literal('method', method), literal('path', path), ...facts], page)).toEqual([])
  expect(listMissing([markdown('description', description)], page)).toEqual([])
  for (const { status } of responses) expect(site.get(`${page}.html`)).toContain(` id="${status}"`)
})

test.each(operations)(
  'the page of $path has every example of its request and of its success',
  ({ page, scenarios }) => {
    for (const { summary, description, value, response } of scenarios) {
      const facts = [summary, description, response?.description].map((text) => markdown(summary, text))
      const json = literal(summary, JSON.stringify(response?.value, null, 2))
      expect(listMissing([...facts, json], page)).toEqual([])
      // In the HTML the request is written in TypeScript.
      if (value === undefined) continue
      expect(listLeaves(value).filter((leaf) => !texts.get(page)!.includes(leaf))).toEqual([])
      expect(markdowns.get(page)).toContain(collapse(JSON.stringify(value, null, 2)))
    }
  },
)

test.each(operations)('without a script and styles, each example of $path is whole and has its name', (operation) => {
  const { page, scenarios } = operation
  const [first] = listSamplesOf(operation)
  const [, examples = ''] = site.get(`${page}.html`)!.split('<div class="scenarios">')
  // The name of an example, what it says, and its request under the name of the language, with the response.
  const [, ...parts] = examples.split('<p class="case">').map(readText)
  for (const [index, code] of writeAll(first!, operation).entries()) {
    const { summary = '', response } = scenarios[index] ?? {}
    const [name, exchange] = parts.splice(0, 2)
    expect(name!.slice(0, summary.length)).toBe(summary)
    expect(exchange).toContain(collapse(`${first!.label} ${code}`))
    expect(exchange).toContain(collapse(JSON.stringify(response?.value, null, 2) ?? ''))
  }
  const all = texts.get(samplesPath(operation))!
  for (const sample of listSamplesOf(operation)) {
    for (const code of writeAll(sample, operation)) expect(all).toContain(collapse(code))
  }
})

test('every example of an error is on the page of its operation or of its error', () => {
  const together = (from: Map<string, string>) =>
    pages.flatMap(({ kind, path }) => (kind === 'operation' || kind === 'error' ? [from.get(path)] : [])).join(' ')
  const [text, source] = [together(texts), together(markdowns)]
  const examples = operations.flatMap(({ responses }) =>
    responses.flatMap(({ contents }) => contents.flatMap((c) => c.examples)),
  )
  const facts = examples.flatMap(({ value, summary, description }) => [
    literal(summary, typeof value === 'string' ? value : JSON.stringify(value, null, 2)),
    markdown(summary, summary),
    markdown(summary, description),
  ])
  expect(facts.length).toBeGreaterThan(0)
  expect(facts.filter((fact) => missesText(text, fact) || !source.includes(collapse(fact.text)))).toEqual([])
})

test('the overview has what holds for every operation', () => {
  const { info, servers, components } = document
  const paragraphs = (info.description ?? '').split('\n').map((line) => markdown('info.description', line))
  const schemes = Object.entries(components!.securitySchemes ?? {})
  const facts = [
    ...[info.title, info.version, info.summary, info.license?.name].map((text) => literal('info', text)),
    ...paragraphs,
    ...servers!.flatMap(({ url, description }) => [literal('servers', url), markdown(url, description)]),
    ...schemes.flatMap(([name, { description, name: header = 'Authorization' }]) => [
      literal('securitySchemes', name),
      literal(name, header),
      markdown(name, description),
    ]),
  ]
  expect(listMissing(facts, 'index')).toEqual([])
})

test('the index of operations has their names and tags', () => {
  const tags = (document.tags ?? []).map(({ name, description }) => markdown(name, description))
  const names = operations.flatMap(({ id, summary }) => [literal(id, id), literal(id, summary)])
  expect(listMissing([...tags, ...names], 'operations')).toEqual([])
})

/** Every value of an example that is neither a list nor an object. */
function listLeaves(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return value === undefined ? [] : [String(value)]
  return Object.values(value).flatMap(listLeaves)
}
