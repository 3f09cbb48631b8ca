import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { document } from '../../src/contract/document/document.ts'
import { operations, errorTypes } from '../../src/contract/pages/pages.ts'
import { listSamplesOf, writeAll } from '../../src/samples/template.ts'
import { listOwnFacts, type Fact } from '../helpers/facts.ts'
import { choosePages } from '../helpers/choose-pages.ts'
import { plain } from '../helpers/site.ts'
import { open, paths, site } from './open.ts'

/** Paper breaks lines anywhere, even inside a name, so spaces do not count. */
const squeeze = (text: string) => text.replaceAll(/\s+/g, '')

const chosen = choosePages(site, paths)
const isChosen = (path: string) => chosen.includes(`${path}.html`)

/** The text of each page as it is printed, by the page's path. */
async function print(printed: string[]): Promise<Map<string, string>> {
  const page = await open('index.html', { javaScriptEnabled: false })
  const start = page.url().replace('index.html', '')
  const texts = new Map<string, string>()
  for (const path of printed) {
    await page.goto(`${start}${path}.html`)
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(await page.pdf())), { mergePages: true })
    texts.set(path, squeeze(text))
  }
  return texts
}

const listMissing = (facts: Iterable<Fact>, text: string | undefined) =>
  [...facts].filter((fact) => !text?.includes(squeeze(fact.isMarkdown ? plain(fact.text) : fact.text)))

const markdown = (place: string, text = ''): Fact => ({ place, text, isMarkdown: true })
const literal = (place: string, text: string): Fact => ({ place, text, isMarkdown: false })

test('on paper, the page of a schema has all that the schema says', async () => {
  const schemas = Object.entries(document.components!.schemas!).filter(([name]) => isChosen(`schemas/${name}`))
  const texts = await print(schemas.map(([name]) => `schemas/${name}`))
  const missing = schemas.flatMap(([name, schema]) => {
    const properties = Object.entries(schema.properties ?? {}).flatMap(([key, property]) => [
      literal(name, key),
      ...listOwnFacts(property, `${name}.${key}`),
    ])
    return listMissing(
      [literal(name, name), ...listOwnFacts(schema, name), ...properties],
      texts.get(`schemas/${name}`),
    )
  })
  expect(missing).toEqual([])
})

test('on paper, the page of an operation has its request, its statuses and headers, and every example and sample', async () => {
  const printed = operations.filter(({ page }) => isChosen(page))
  const texts = await print(printed.map(({ page }) => page))
  const missing = printed.flatMap((operation) => {
    const [first] = listSamplesOf(operation)
    const facts = [
      ...writeAll(first!, operation).map((code) => literal('sample', code)),
      literal('method', operation.method),
      literal('path', operation.path),
      markdown('description', operation.description),
      ...operation.responses.flatMap(({ status, description, headers }) => [
        literal('status', status),
        markdown(status, description),
        ...headers.flatMap((header) => [
          literal(status, header.property),
          markdown(header.property, header.description),
        ]),
      ]),
      ...operation.scenarios.flatMap(({ summary, description, value, response }) => [
        ...(operation.scenarios.length > 1 ? [literal('example', summary)] : []),
        markdown(summary, description),
        ...listStrings(value).map((text) => literal(summary, text)),
        ...listStrings(response?.value).map((text) => literal(summary, text)),
      ]),
    ]
    return listMissing(facts, texts.get(operation.page))
  })
  expect(missing).toEqual([])
})

/** As they are in the JSON of an example. */
function listStrings(value: unknown): string[] {
  if (typeof value === 'string') return [JSON.stringify(value).slice(1, -1)]
  return typeof value === 'object' && value ? Object.values(value).flatMap(listStrings) : []
}

test('on paper, the page of an error and the overview have what they say', async () => {
  const errors = errorTypes.filter(({ type }) => isChosen(`errors/${type}`))
  const texts = await print(['index', ...errors.map(({ type }) => `errors/${type}`)])
  const missing = errors.flatMap(({ type, description, occurrences }) => {
    const examples = occurrences.flatMap(({ example, status }) => [
      literal(type, status),
      markdown(type, example.description),
      ...listStrings(example.value).map((text) => literal(type, text)),
    ])
    return listMissing([literal(type, type), markdown(type, description), ...examples], texts.get(`errors/${type}`))
  })
  const schemes = Object.values(document.components!.securitySchemes ?? {}).map(({ description }) => description)
  const overview = [document.info.description, ...document.servers!.map(({ description }) => description), ...schemes]
  missing.push(
    ...listMissing(
      overview.map((text) => markdown('overview', text)),
      texts.get('index'),
    ),
  )
  expect(missing).toEqual([])
})

test('on paper, the overview is read in its order', async () => {
  const text = (await print(['index'])).get('index')!
  const parts = [operations[0]!.summary, plain(document.info.description!), 'Base URL']
  const places = parts.map((part) => text.indexOf(squeeze(part)))
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((one, other) => one - other))
})
