import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import contract from '@seam-acs/spec' with { type: 'json' }
import { parse } from 'yaml'
import { afterAll, expect, test } from 'vitest'
import type { OpenApiDocument } from '@seam-acs/spec/model'
import { pages } from '../../src/contract/pages/pages.ts'
import { grow } from '../helpers/documents/grown.ts'
import { listBrokenLinks } from '../helpers/links.ts'
import { buildSite, dist, readSite, readText } from '../helpers/site.ts'
import { flight, weigh } from '../helpers/weigh.ts'

/** A description of a released version, in which an object was that is gone now. */
function release(version: string): OpenApiDocument {
  const document = structuredClone(contract) as unknown as OpenApiDocument
  document.info.version = version
  document.components!.schemas!['gone_by_now'] = { type: 'object', description: `Only in ${version}.` }
  return document
}

const folder = await mkdtemp(join(tmpdir(), 'versions-'))
afterAll(() => rm(folder, { recursive: true }))
// The second comes before the next stable version.
const released = [release('0.9.0'), release('1.1.0-rc.1')]
for (const document of released)
  await writeFile(join(folder, `${document.info.version}.json`), JSON.stringify(document))
// A release with the same description
await writeFile(join(folder, '0.10.0.json'), JSON.stringify({ sameAs: '0.9.0' }))

const current = grow()
current.info.version = '1.0.0'
const site = await buildSite(current, { DOCS_VERSIONS: folder, DOCS_SITE_URL: 'https://docs.example/acs/' })
const operation = pages.find(({ kind }) => kind === 'operation')!.path

test.each(released)('version $info.version has its own pages and descriptions under its own path', (document) => {
  const { version } = document.info
  const root = `v/${version}`
  expect(JSON.parse(site.get(`${root}/openapi.json`)!)).toEqual(document)
  expect(parse(site.get(`${root}/openapi.yaml`)!)).toEqual(document)
  expect(readText(site.get(`${root}/schemas/gone_by_now.html`)!)).toContain(`Only in ${version}.`)
  expect(site.has('schemas/gone_by_now.html')).toBe(false)
  expect(JSON.parse(site.get('openapi.json')!).info.version).toBe('1.0.0')
})

test.each([
  ['index', 'index'],
  ['schemas/acs_credential', 'schemas/acs_credential'],
  [operation, operation],
  ['schemas/gone_by_now', 'index'],
])('%s of a released version says so and leads to %s of the current one', (path, target) => {
  const root = '../'.repeat(path.split('/').length + 1)
  const html = site.get(`v/0.9.0/${path}.html`)!
  expect(readText(html)).toMatch(/This is the reference of version 0\.9\.0 ?\./)
  expect(html).toContain(`<a href="${root}${target}.html">Go to the current version</a>`)
  expect(site.get(`v/0.9.0/${path}.md`)).toMatch(
    /^> All pages: .*\n> This is the reference of version \*\*0\.9\.0\*\*\./,
  )
  expect(site.get(`v/0.9.0/${path}.md`)).toContain(`(${root}${target}.md)`)
})

test('search engines find the current version only', () => {
  for (const [path, html] of site) {
    if (!path.endsWith('.html') || /try-it|404/.test(path)) continue
    const isReleased = path.startsWith('v/')
    expect(html.includes('<meta name="robots" content="noindex">'), path).toBe(isReleased)
    expect(html.includes('rel="canonical"'), path).toBe(!isReleased)
  }
  expect(site.get('sitemap.xml')).toContain('https://docs.example/acs/index.html')
  expect(site.get('sitemap.xml')).not.toContain('/v/')
})

test('the changelog leads to every released version, and that of a released one to none that came later', () => {
  const list = (path: string) => [...site.get(path)!.matchAll(/href="([^"]*)">The reference of/g)].map(([, to]) => to)
  expect(list('changelog.html')).toEqual(['v/1.1.0-rc.1/index.html', 'v/0.9.0/index.html', 'v/0.9.0/index.html'])
  expect(list('v/1.1.0-rc.1/changelog.html')).toEqual([
    '../1.1.0-rc.1/index.html',
    '../0.9.0/index.html',
    '../0.9.0/index.html',
  ])
  expect(list('v/0.9.0/changelog.html')).toEqual(['../0.9.0/index.html'])
  expect(site.get('changelog.md')).toContain('](v/0.9.0/index.md)')
})

test('a released version is not tried with the client and the mock of the current one', () => {
  expect(site.get(`${operation}.html`)).toContain('data-script="try-it"')
  expect(site.get(`v/0.9.0/${operation}.html`)).not.toContain('data-script="try-it"')
})

test('a page of a released version weighs at most 14 kB', () => {
  const heavy = [...site].filter(([path, text]) => /^v\/.*\.html$/.test(path) && weigh(text) > flight)
  expect(heavy.map(([path]) => path)).toEqual([])
})

test('every link from, to and within released versions leads somewhere', () => {
  expect(listBrokenLinks(site)).toEqual([])
})

test('a release with the same description makes no new copy of the site', () => {
  expect([...site.keys()].filter((path) => path.startsWith('v/0.10.0/'))).toEqual([])
  expect(readText(site.get('changelog.html')!)).toMatch(/0\.10\.0 The reference of 0\.9\.0/)
})

test('a second operation, a new schema, property and enum value have their pages, and addresses their prefix', () => {
  const read = (path: string) => readText(site.get(path)!)

  expect(read('api/acs/credentials/update.html')).toContain('Update a credential')
  expect(read('api/acs/credentials/update/samples.html')).toContain('seam.acs.credentials.update({')
  expect(read('schemas/brand_new.html')).toMatch(/A <new> thing\..*size integer Minimum length 2/)
  expect(site.get('schemas/brand_new.md')).toContain('`size` (`integer`)')
  expect(read('schemas/acs_credential.html')).toContain('brand_new object A <new> thing.')
  expect(site.get('schemas/acs_credential.html')).toContain('id="brand_new.size"')
  for (const path of ['schemas/access_method.html', 'api/acs/credentials/create.html', 'schemas/acs_credential.md'])
    expect(read(path)).toContain('retina')
  expect(site.get('sitemap.xml')).toContain('<loc>https://docs.example/acs/schemas/brand_new.html</loc>')
  expect(site.get('index.html')).toContain('<link rel="canonical" href="https://docs.example/acs/index.html">')
})

test('an address without a page shows one that links to the others, from any depth', () => {
  const html = site.get('404.html')!
  expect(html).toContain('<meta name="robots" content="noindex">')
  const links = [...html.matchAll(/ href="([^"]*)"/g)].map(([, link]) => link!)
  expect(links).toContain('https://docs.example/acs/index.html')
  expect(links.filter((link) => !link.startsWith('https://docs.example/acs/'))).toEqual([])
  for (const link of links) expect(site.has(link.replace('https://docs.example/acs/', '')), link).toBe(true)
  expect(site.get('sitemap.xml')).not.toContain('404')
})

test('crawlers find the pages, by addresses that are whole where the address of the site is known', async () => {
  const withoutAddress = await readSite(dist)
  expect(site.get('robots.txt')).toContain('Sitemap: https://docs.example/acs/sitemap.xml')
  expect(withoutAddress.get('robots.txt')).not.toContain('Sitemap')
  const links = [...site.get('llms.txt')!.matchAll(/\]\(([^)]*)\)/g)].map(([, link]) => link!)
  expect(links.length).toBeGreaterThan(pages.length)
  expect(links.filter((link) => !link.startsWith('https://docs.example/acs/'))).toEqual([])
  expect(withoutAddress.get('llms.txt')).toContain('](index.md)')
})

test.each(pages)('$path says in its head what a link to it shows', ({ path, title }) => {
  const read = (name: string) =>
    site.get(`${path}.html`)!.match(new RegExp(`property="og:${name}" content="([^"]*)"`))?.[1]
  expect(read('title')).toBe(title)
  expect(read('description')).toBeTruthy()
  expect(read('url')).toBe(`https://docs.example/acs/${path}.html`)
  expect(read('image')).toBe('https://docs.example/acs/og.png')
})
