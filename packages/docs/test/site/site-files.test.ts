import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import contract from '@seam-acs/spec' with { type: 'json' }
import type { OpenApiDocument } from '@seam-acs/spec/model'
import { expect, test } from 'vitest'
import { pages } from '../../src/contract/pages/pages.ts'
import { buildSite, dist, readSite } from '../helpers/site.ts'

const site = await readSite(dist)
const addressed = await buildSite(contract as unknown as OpenApiDocument, {
  DOCS_SITE_URL: 'https://docs.example/acs/',
})

test('an address without a page shows one that links to the others, from any depth', () => {
  const html = addressed.get('404.html')!
  expect(html).toContain('<meta name="robots" content="noindex">')
  const links = [...html.matchAll(/ href="([^"]*)"/g)].map(([, link]) => link!)
  expect(links).toContain('https://docs.example/acs/index.html')
  expect(links.filter((link) => !link.startsWith('https://docs.example/acs/'))).toEqual([])
  for (const link of links) expect(addressed.has(link.replace('https://docs.example/acs/', '')), link).toBe(true)
  expect(addressed.get('sitemap.xml')).not.toContain('404')
})

test('crawlers find the pages, by addresses that are whole where the address of the site is known', () => {
  expect(addressed.get('robots.txt')).toContain('Sitemap: https://docs.example/acs/sitemap.xml')
  expect(site.get('robots.txt')).not.toContain('Sitemap')
  const links = [...addressed.get('llms.txt')!.matchAll(/\]\(([^)]*)\)/g)].map(([, link]) => link!)
  expect(links.length).toBeGreaterThan(pages.length)
  expect(links.filter((link) => !link.startsWith('https://docs.example/acs/'))).toEqual([])
  expect(site.get('llms.txt')).toContain('](index.md)')
})

test.each(pages)('$path says in its head what a link to it shows', ({ path, title }) => {
  const read = (name: string) =>
    addressed.get(`${path}.html`)!.match(new RegExp(`property="og:${name}" content="([^"]*)"`))?.[1]
  expect(read('title')).toBe(title)
  expect(read('description')).toBeTruthy()
  expect(read('url')).toBe(`https://docs.example/acs/${path}.html`)
})

test('the mark is there as SVG and as an icon of 32 pixels, which is a keyhole', async () => {
  expect(site.get('favicon.svg')).toMatch(/^<svg /)
  const icon = await readFile(join(dist, 'favicon.ico'))
  expect([...icon.subarray(0, 8)]).toEqual([0, 0, 1, 0, 1, 0, 32, 32])
  const readPixel = (column: number, row: number) => {
    const at = 62 + ((31 - row) * 32 + column) * 4
    return [...icon.subarray(at, at + 4)]
  }
  expect(readPixel(0, 0)[3]).toBe(0)
  expect(readPixel(4, 16)).toEqual([0x5d, 0x6b, 0x0b, 255])
  expect(readPixel(16, 12)).toEqual([255, 255, 255, 255])
  expect(readPixel(16, 22)).toEqual([255, 255, 255, 255])
  expect(icon).toHaveLength(62 + 32 * 32 * 4 + 32 * 4)
})
