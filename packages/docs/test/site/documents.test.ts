import contract from '@seam-acs/spec' with { type: 'json' }
import { parse } from 'yaml'
import { expect, test } from 'vitest'
import type { Components, OpenApiDocument } from '@seam-acs/spec/model'
import { pages } from '../../src/contract/pages/pages.ts'
import { buildSite, dist, readSite, readText } from '../helpers/site.ts'

test('the description is offered as it is, in JSON and in YAML', async () => {
  const site = await readSite(dist)
  expect(JSON.parse(site.get('openapi.json')!)).toEqual(contract)
  expect(parse(site.get('openapi.yaml')!)).toEqual(contract)
})

test('two builds are the same to the byte', async () => {
  expect(await buildSite()).toEqual(await readSite(dist))
})

/** The contract with a second operation, a new schema, property and enum value. */
function grow(): OpenApiDocument {
  const document = structuredClone(contract) as unknown as OpenApiDocument
  const { schemas } = document.components as Required<Components>
  const { post } = document.paths!['/acs/credentials/create']!
  document.paths!['/acs/credentials/update'] = {
    post: { ...post!, operationId: 'acs_credentials_update', summary: 'Update a credential' },
  }
  schemas['brand_new'] = {
    type: 'object',
    description: 'A <new> thing.',
    properties: { size: { type: 'integer', minLength: 2 } },
  }
  schemas['acs_credential']!.properties!['brand_new'] = { $ref: '#/components/schemas/brand_new' }
  schemas['access_method']!.enum!.push('retina')
  return document
}

const grown = await buildSite(grow(), { DOCS_SITE_URL: 'https://docs.example/acs/' })

test('a second operation, a new schema, property and enum value have their pages, and addresses their prefix', () => {
  const read = (path: string) => readText(grown.get(path)!)

  expect(read('api/acs/credentials/update.html')).toContain('Update a credential')
  expect(read('api/acs/credentials/update/samples.html')).toContain('seam.acs.credentials.update({')
  expect(read('schemas/brand_new.html')).toMatch(/A <new> thing\..*size integer Minimum length 2/)
  expect(grown.get('schemas/brand_new.md')).toContain('`size` (`integer`)')
  expect(read('schemas/acs_credential.html')).toContain('brand_new object A <new> thing.')
  expect(grown.get('schemas/acs_credential.html')).toContain('id="brand_new.size"')
  for (const path of ['schemas/access_method.html', 'api/acs/credentials/create.html', 'schemas/acs_credential.md'])
    expect(read(path)).toContain('retina')
  expect(grown.get('sitemap.xml')).toContain('<loc>https://docs.example/acs/schemas/brand_new.html</loc>')
  expect(grown.get('index.html')).toContain('<link rel="canonical" href="https://docs.example/acs/index.html">')
})

test('an address without a page shows one that links to the others, from any depth', () => {
  const html = grown.get('404.html')!
  expect(html).toContain('<meta name="robots" content="noindex">')
  const links = [...html.matchAll(/ href="([^"]*)"/g)].map(([, link]) => link!)
  expect(links).toContain('https://docs.example/acs/index.html')
  expect(links.filter((link) => !link.startsWith('https://docs.example/acs/'))).toEqual([])
  for (const link of links) expect(grown.has(link.replace('https://docs.example/acs/', '')), link).toBe(true)
  expect(grown.get('sitemap.xml')).not.toContain('404')
})

test('crawlers find the pages, by addresses that are whole where the address of the site is known', async () => {
  const site = await readSite(dist)
  expect(grown.get('robots.txt')).toContain('Sitemap: https://docs.example/acs/sitemap.xml')
  expect(site.get('robots.txt')).not.toContain('Sitemap')
  const links = [...grown.get('llms.txt')!.matchAll(/\]\(([^)]*)\)/g)].map(([, link]) => link!)
  expect(links.length).toBeGreaterThan(pages.length)
  expect(links.filter((link) => !link.startsWith('https://docs.example/acs/'))).toEqual([])
  expect(site.get('llms.txt')).toContain('](index.md)')
})

test.each(pages)('$path says in its head what a link to it shows', ({ path, title }) => {
  const read = (name: string) =>
    grown.get(`${path}.html`)!.match(new RegExp(`property="og:${name}" content="([^"]*)"`))?.[1]
  expect(read('title')).toBe(title)
  expect(read('description')).toBeTruthy()
  expect(read('url')).toBe(`https://docs.example/acs/${path}.html`)
})
