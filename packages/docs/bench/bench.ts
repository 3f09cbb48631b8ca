// Measures this site beside what ready-made generators make of the same bundle.
import { findBrowser, type Browser as Found } from '@seam-acs/runner/find-browser'
import { writeFigures } from '@seam-acs/runner/figures'
import contract from '@seam-acs/spec' with { type: 'json' }
import type { OpenApiDocument } from '@seam-acs/spec/model'
import { chromium, type Browser } from 'playwright-core'
import { launchOptions } from '../test/browser/setup.ts'
import { multiply } from '../test/helpers/large-document.ts'
import { buildSite, readSite } from '../test/helpers/site.ts'
import { weigh } from '../test/helpers/weigh.ts'
import { audit, type Audit } from './audit.ts'
import { measureFacts } from './facts.ts'
import { measureFirstLoad, type FirstLoad } from './first-load.ts'
import { ours, peers, type Site } from './peers.ts'
import { benchDocuments } from './documents.ts'
import { describeFigures, type Figures, type Scale } from './report.ts'
import { serveFolder } from './serve-folder.ts'

const isPage = (path: string) => path.endsWith('.html') && !path.startsWith('try-it/')

async function measure(site: Site, browser: Browser, found: Found): Promise<Figures> {
  const files = await readSite(site.folder)
  const pages = [...files.keys()].filter(isPage)
  // What search engines are told to leave out would count as a fault.
  const paths = site === ours ? pages.filter((path) => !files.get(path)!.includes('noindex')) : [site.page]
  await using server = await serveFolder(site.folder)
  const loads: FirstLoad[] = []
  for (const path of paths) loads.push(await measureFirstLoad(browser, server.origin, path))
  const audits = await audit(
    paths.map((path) => `${server.origin}/${path}`),
    found,
    printAudit,
  )
  return { name: site.name, facts: measureFacts(pages.map((path) => files.get(path)!)), loads, audits }
}

function printAudit({ url, device, scores, faults }: Audit): void {
  const { pathname } = new URL(url)
  console.log(`${pathname} (${device}): ${Object.values(scores).join(' / ')} ${faults.join(', ')}`.trim())
}

async function measureScale(operations: number): Promise<Scale> {
  const start = performance.now()
  const site = await buildSite(multiply(contract as unknown as OpenApiDocument, operations))
  const seconds = (performance.now() - start) / 1000
  const weights = [...site].filter(([path]) => isPage(path)).map(([path, html]) => ({ path, bytes: weigh(html) }))
  const heaviest = (pattern: RegExp) =>
    Math.max(...weights.filter(({ path }) => pattern.test(path)).map(({ bytes }) => bytes))
  return {
    operations,
    seconds,
    files: site.size,
    operationBytes: heaviest(/^api\/(?!.*\/samples\.html$)/),
    heaviestBytes: heaviest(/./),
  }
}

const found = await findBrowser()
if ('missing' in found) throw new Error(found.missing)
const browser = await chromium.launch(launchOptions(found))
const sites = [await measure(ours, browser, found)]
for (const { name, build } of peers) {
  try {
    sites.push(await measure(await build(), browser, found))
  } catch (error) {
    console.error(`${name} is left out: ${String(error)}`)
  }
}
await browser.close()
const scales: Scale[] = []
for (const operations of [1, 50, 100, 200, 500]) scales.push(await measureScale(operations))
const figures = describeFigures(sites, scales)
console.log(`\n${figures}\n`)
if (process.argv.includes('--write')) writeFigures(new URL('../README.md', import.meta.url), figures)
await benchDocuments()
