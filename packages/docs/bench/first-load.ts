import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser } from 'playwright-core'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What opening a page costs and shows. */
export interface FirstLoad {
  /** Over the wire, compressed, with the headers of the responses. */
  bytes: number
  requests: number
  /** The other hosts that the page calls by itself; they are not reached. */
  hosts: string[]
  /** The places in which axe finds a fault, at the width of a desk, in light colours. */
  faults: number
}

/** Opens a page with an empty cache and waits until it loads nothing more. */
export async function measureFirstLoad(browser: Browser, origin: string, path: string): Promise<FirstLoad> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    bypassCSP: true,
  })
  const isForeign = (url: URL) => /^(?:https?|wss?):/.test(url.protocol) && url.origin !== origin
  const hosts = new Set<string>()
  await context.route(isForeign, (route) => {
    hosts.add(new URL(route.request().url()).hostname)
    return route.abort()
  })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  const own = new Set<string>()
  let bytes = 0
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url.startsWith(origin)) own.add(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (own.has(requestId)) bytes += encodedDataLength
  })
  await page.goto(`${origin}/${path}`, { waitUntil: 'networkidle' })
  // A page that draws itself asks for more once it has.
  await page.waitForTimeout(3000)
  const load = { bytes, requests: own.size, hosts: [...hosts].toSorted() }
  await page.evaluate(axe)
  const faults = await page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as { axe: typeof import('axe-core') }
    const { violations } = await checker.run('html', { resultTypes: ['violations'] })
    return violations.flatMap(({ nodes }) => nodes).length
  })
  await context.close()
  return { ...load, faults }
}
