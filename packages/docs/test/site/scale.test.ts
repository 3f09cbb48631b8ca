import contract from '@seam-acs/spec' with { type: 'json' }
import { expect, test } from 'vitest'
import type { OpenApiDocument } from '@seam-acs/spec/model'
import { operations } from '../../src/contract/pages/pages.ts'
import { multiply } from '../helpers/large-document.ts'
import { listBrokenLinks } from '../helpers/links.ts'
import { buildSite, dist, readSite } from '../helpers/site.ts'
import { flight, weigh } from '../helpers/weigh.ts'

const count = 64
const site = await buildSite(multiply(contract as unknown as OpenApiDocument, count))
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

test('what is the same for every operation is shown once, with the first of them', () => {
  const html = site.get('errors/unauthorized.html')!
  const heading = html.match(/<h3>(.*?)<\/h3>/s)![1]!
  expect(heading.match(/<a /g)!.length).toBeLessThan(20)
  expect(heading).toMatch(/\d+ more<\/a>/)
})

test('every link of a large API leads somewhere', () => {
  expect(listBrokenLinks(site)).toEqual([])
})
