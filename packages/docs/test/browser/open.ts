import { pathToFileURL } from 'node:url'
import { appearanceLimit } from '@seam-acs/runner/appearance-limit'
import { chromium, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterEach, beforeEach, inject } from 'vitest'
import { dist, readSite } from '../helpers/site.ts'
import { basePath } from './serve.ts'
import { launchOptions } from './setup.ts'

const shared = inject('shared')
const browser = shared && (await chromium.launch(launchOptions(shared.browser)))

/** What went wrong in the pages of a test, and what ends them. */
let complaints: string[] = []
let contexts: BrowserContext[] = []

/** Ends the pages of each test of a file, and fails the test if something went wrong in them. */
export function watchPages(): void {
  beforeEach(({ skip }) => skip(!shared, 'There is no browser; the set-up says what to install.'))

  afterEach(async () => {
    const found = complaints
    await Promise.all(contexts.map((context) => context.close()))
    complaints = []
    contexts = []
    // Nothing goes to another host, the policy of no page is broken, and no script fails.
    if (found.length > 0) throw new Error(found.join('\n'))
  })
}

export interface Options extends BrowserContextOptions {
  /** How the site is reached; default: at the root of a host. */
  from?: 'root' | 'base' | 'folder'
  /** The only other host that the test may call. */
  calls?: string
}

const addresses = {
  root: () => `${shared!.origin}/`,
  base: () => `${shared!.origin}${basePath}`,
  folder: () => `${pathToFileURL(dist)}/`,
}

/** Opens a page of the site, such as `schemas/acs_credential.html#code`, in a profile of its own. */
export async function open(path: string, { from = 'root', calls, ...options }: Options = {}): Promise<Page> {
  const context = await browser!.newContext({ viewport: { width: 1440, height: 900 }, ...options })
  contexts.push(context)
  context.setDefaultTimeout(appearanceLimit)
  const address = addresses[from]()
  context.on('request', (request) => {
    const url = request.url()
    const isOwn = url.startsWith(address) || url.startsWith('data:') || (calls && url.startsWith(calls))
    if (!isOwn) complaints.push(`a request to ${url}`)
  })
  context.on('console', (message) => {
    // Chromium logs each response with an error status, and some tests ask for one.
    const isResponse = message.text().includes('Failed to load resource')
    if (message.type() === 'error' && !isResponse) complaints.push(message.text())
  })
  context.on('weberror', (error) => complaints.push(error.error().message))
  const page = await context.newPage()
  await page.goto(address + path)
  return page
}

export const site = await readSite(dist)

/** The pages of the current version that readers read, by their paths. */
export const paths = [...site.keys()].filter((path) => path.endsWith('.html') && !/^(?:v|try-it)\//.test(path))

/** The page of an operation, which has one of everything. */
export const operationPage = 'api/acs/credentials/create.html'
