import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { pnpm } from '@seam-acs/runner/command'
import contract from '@seam-acs/spec' with { type: 'json' }
import { parse } from 'yaml'
import { afterAll, expect, test } from 'vitest'
import { keepVersion } from '../../scripts/keep-version.ts'
import { readReleases } from '../../src/contract/pages/changelog.ts'
import type { OpenApiDocument } from '@seam-acs/spec/model'
import { pages } from '../../src/contract/pages/pages.ts'
import { chooseDocument, keptVersions, readVersions } from '../../src/contract/document/versions.ts'
import { listBrokenLinks } from '../helpers/links.ts'
import { buildSite, readText } from '../helpers/site.ts'
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

const current = {
  ...structuredClone(contract),
  info: { ...contract.info, version: '1.0.0' },
} as unknown as OpenApiDocument
const site = await buildSite(current, { DOCS_VERSIONS: folder, DOCS_SITE_URL: 'https://docs.example/' })
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
  expect(site.get(`v/0.9.0/${path}.md`)).toMatch(/^> All pages: .*\n> This is the reference of version 0\.9\.0\./)
  expect(site.get(`v/0.9.0/${path}.md`)).toContain(`(${root}${target}.md)`)
})

test('search engines find the current version only', () => {
  for (const [path, html] of site) {
    if (!path.endsWith('.html') || /try-it|404/.test(path)) continue
    const isReleased = path.startsWith('v/')
    expect(html.includes('<meta name="robots" content="noindex">'), path).toBe(isReleased)
    expect(html.includes('rel="canonical"'), path).toBe(!isReleased)
  }
  expect(site.get('sitemap.xml')).toContain('https://docs.example/index.html')
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

test(`every release has its bundle (\`${pnpm} run version\` keeps it)`, async () => {
  const releases = await readReleases()
  const kept = keptVersions.map(({ version }) => version)
  expect(releases.filter(({ version }) => !kept.includes(version))).toEqual([])
})

test('every link from, to and within released versions leads somewhere', () => {
  expect(listBrokenLinks(site)).toEqual([])
})

test('a release with the same description makes no new copy of the site', () => {
  expect([...site.keys()].filter((path) => path.startsWith('v/0.10.0/'))).toEqual([])
  expect(readText(site.get('changelog.html')!)).toMatch(/0\.10\.0 The reference of 0\.9\.0/)
})

test('before a stable version, the site is that of the stable version before, if there is one', async () => {
  const save = async (...versions: string[]) => {
    const kept = await mkdtemp(join(folder, 'kept-'))
    for (const version of versions) await writeFile(join(kept, `${version}.json`), JSON.stringify(release(version)))
    return kept
  }
  const kept = await save('0.9.0', '1.0.0', '1.1.0-rc.1')
  const given = join(kept, '1.1.0-rc.1.json')
  expect(chooseDocument(given, readVersions(kept))).toBe(join(kept, '1.0.0.json'))
  expect(chooseDocument(given, readVersions(await save('1.1.0-rc.0')))).toBe(given)
  expect(chooseDocument(join(kept, '0.9.0.json'), readVersions(kept))).toBe(join(kept, '0.9.0.json'))
})

test('of a release that says what the one before says, that is all that is kept', async () => {
  const kept = pathToFileURL(`${await mkdtemp(join(folder, 'kept-'))}/`)
  const read = async (version: string) => JSON.parse(await readFile(new URL(`${version}.json`, kept), 'utf8'))
  const document = (version: string) =>
    ({ ...release('1.0.0'), info: { ...contract.info, version } }) as OpenApiDocument
  for (const version of ['1.0.0', '1.0.1', '1.0.2']) await keepVersion(document(version), kept)
  expect(await read('1.0.0')).toEqual(document('1.0.0'))
  expect([await read('1.0.1'), await read('1.0.2')]).toEqual([{ sameAs: '1.0.0' }, { sameAs: '1.0.0' }])
  const changed = { ...document('1.1.0'), tags: [] }
  await keepVersion(changed, kept)
  expect(await read('1.1.0')).toEqual(changed)
  await keepVersion(document('1.1.1'), kept)
  expect(await read('1.1.1')).toEqual(document('1.1.1'))
})

test('a release is kept as it is, and never replaced', async () => {
  const document = release('0.11.0')
  const kept = pathToFileURL(`${folder}/`)
  await keepVersion(document, kept)
  await keepVersion(document, kept)
  expect(JSON.parse(await readFile(join(folder, '0.11.0.json'), 'utf8'))).toEqual(document)
  const changed = { ...document, tags: [] }
  await expect(keepVersion(changed, kept)).rejects.toThrow('packages/docs/versions/0.11.0.json differs from the spec')
})
