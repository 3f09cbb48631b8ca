import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { pages as listPages } from '../../src/contract/pages/pages.ts'
import { findBroken, listLinks, listRepeatedIds, listTexts } from '../helpers/links.ts'
import { dist, plain, readSite, readText } from '../helpers/site.ts'
import { flight, weigh } from '../helpers/weigh.ts'

const site = await readSite(dist)
const pages = listPages.map(({ path }) => [`${path}.html`, site.get(`${path}.html`)!] as const)
const isOperation = (path: string) =>
  listPages.some((page) => page.kind === 'operation' && `${page.path}.html` === path)
const inline = (html: string, element: string) =>
  [...html.matchAll(new RegExp(`<${element}>(.*?)</${element}>`, 'gs'))].map(([, code]) => code!)

test.each(pages)('%s weighs at most 14 kB and needs one request', (_, html) => {
  expect(weigh(html)).toBeLessThanOrEqual(flight)
  expect(html).not.toMatch(/<(?:script|img|iframe|source|video|audio|object|embed)[^>]* src=/)
  expect([...html.matchAll(/<link [^>]*rel="([^"]*)"/g)].map(([, rel]) => rel).toSorted()).toEqual([
    'alternate',
    'icon',
  ])
})

test('a page has at most 3 kB of script, that of its controls included', () => {
  const [[, html]] = pages as [readonly [string, string]]
  expect(weigh(inline(html, 'script').join('') + site.get('page.js'))).toBeLessThanOrEqual(3400)
})

test.each(pages)('%s allows its own inline code and its own origin, and nothing else', (path, html) => {
  const hash = (code: string) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`
  const [, policy = ''] = html.match(/<meta http-equiv="Content-Security-Policy" content="([^"]*)"/) ?? []
  expect(policy.replaceAll('&#39;', "'").split('; ')).toEqual([
    "default-src 'none'",
    `script-src 'self' ${inline(html, 'script').map(hash).join(' ')}`,
    `style-src 'self' ${inline(html, 'style').map(hash).join(' ')}`,
    "img-src 'self'",
    "connect-src 'self'",
    ...(isOperation(path) ? ["frame-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ])
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.search(/<(?:script|style|link)\b/))
  expect(html).not.toMatch(/<[^>]* (?:style|on\w+)=/)
})

test.each(pages)('%s refers to no other host', (_, html) => {
  const addresses = [...html.matchAll(/<(\w+)[^>]* (?:href|src|action|data-source)=["']?([^"'\s>]*)/g)]
  const foreign = addresses.filter(([, element, address]) => element !== 'a' && /^(?:\w+:)?\/\//.test(address!))
  expect(foreign.map(([found]) => found)).toEqual([])
  expect(inline(html, 'style').join('')).not.toMatch(/url\(|@import/)
})

test.each(listTexts(site))('every link of %s leads somewhere', (path) => {
  expect(listLinks(path, site.get(path)!).length).toBeGreaterThan(0)
  expect(findBroken(site, path)).toEqual([])
})

test.each(pages)('%s has a language, a title, a description and one heading of the first rank', (_, html) => {
  expect(html).toMatch(/^<!doctype html>\s*<html lang="en"/i)
  expect(html).toMatch(/<title>[^<]+<\/title>/)
  expect(html).toMatch(/<meta name="description" content="[^"]+"/)
  expect(html.match(/<h1[ >]/g)).toHaveLength(1)
})

test('no page has an id twice', () => {
  expect(listRepeatedIds(site)).toEqual([])
})

test('every page has a Markdown twin that begins with the way to the index, and the index lists it', () => {
  for (const [path] of pages) {
    const markdown = path.replace('.html', '.md')
    const root = '../'.repeat(path.split('/').length - 1)
    expect(site.get(markdown)).toMatch(new RegExp(`^> All pages: \\[llms\\.txt\\]\\(${root}llms\\.txt\\)\n`))
    expect(site.get('llms.txt')).toContain(`(${markdown})`)
  }
})

test.each(pages)('%s and its Markdown have the same headings', (path, html) => {
  const main = html.match(/<main.*<\/main>/s)![0]
  const prose = site.get(path.replace('.html', '.md'))!.replaceAll(/^(`{3,})[^]*?^\1$/gm, '')
  const inMarkdown = [...prose.matchAll(/^#{2,} (.*)$/gm)].map(([, title]) => plain(title!))
  const inHtml = [...main.matchAll(/<h([2-4])[^>]*>(.*?)<\/h\1>/gs)].map(([, , title]) => readText(title!))
  const bare = (title: string) => title.replaceAll(/\W+/g, ' ').trim()
  expect(inHtml.filter((title) => !inMarkdown.some((other) => bare(other) === bare(title)))).toEqual([])
  expect(inMarkdown.filter((title) => !bare(readText(main)).includes(bare(title)))).toEqual([])
})

test('structured data is JSON that cannot end its element', () => {
  for (const [, html] of pages) {
    const [, data] = html.match(/<script type="application\/ld\+json">(.*?)<\/script>/s)!
    expect(JSON.parse(data!)).toMatchObject({ '@context': 'https://schema.org', name: expect.any(String) })
  }
})
