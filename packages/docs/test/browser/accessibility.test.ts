import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { choosePages } from '../helpers/choose-pages.ts'
import { open, operationPage, paths, site } from './open.ts'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

// The first reports a contrast below 4.5:1, and the second one between that and 7:1.
const colors = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block']
const others = {
  ...Object.fromEntries(colors.map((rule) => [rule, { enabled: false }])),
  // The rule of WCAG 2.2 for fingers is off by default.
  'target-size': { enabled: true },
}

/** The texts that were checked in their colours: each by its element and those around it, with the classes by which style sheets colour them. */
const checked = new Set<string>()

/** Marks the texts that look like none before, and tells whether there are any. */
async function markNewTexts(page: Page, scope: string): Promise<boolean> {
  const looks = await page.evaluate(
    ([selector, known]) => {
      const write = (node: Element | null, levels = 4): string =>
        node && levels > 0 ? `${write(node.parentElement, levels - 1)} > ${node.tagName}.${node.className}` : ''
      const seen = new Set(known)
      for (const node of document.querySelectorAll(`${selector} *`)) {
        node.removeAttribute('data-new')
        if (![...node.childNodes].some((child) => child instanceof Text && child.data.trim())) continue
        const look = write(node)
        if (seen.has(look) || !node.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
        seen.add(look)
        node.setAttribute('data-new', '')
      }
      return [...seen].slice(known.length)
    },
    [scope, [...checked]] as const,
  )
  for (const look of looks) checked.add(look)
  return looks.length > 0
}

/** Opens a page that has axe. The policy of the pages lets no test add its own program. */
async function openWithAxe(path: string): Promise<Page> {
  const page = await open('404.html', { bypassCSP: true })
  await page.addInitScript(axe)
  await page.goto(page.url().replace('404.html', path))
  return page
}

/** What axe finds in a part of a page, in a line for each place. */
async function run(page: Page, scope: string, options: RunOptions): Promise<string[]> {
  const found = await page.evaluate(
    async ([selector, chosen]) => {
      const { axe: checker } = globalThis as unknown as { axe: typeof import('axe-core') }
      const { violations } = await checker.run(selector, { ...chosen, resultTypes: ['violations'] })
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
      )
    },
    [scope, options] as const,
  )
  return found.map((fault) => `${page.url()}: ${fault}`)
}

/** What axe finds on a screen and on a phone, in light and dark colours. Texts that look the same are checked in their colours once. */
async function findFaults(page: Page, scope = 'html'): Promise<string[]> {
  const faults: string[] = []
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 })
    const hasNewTexts = await markNewTexts(page, scope)
    faults.push(...(await run(page, scope, { rules: others })))
    for (const colorScheme of hasNewTexts ? (['light', 'dark'] as const) : []) {
      await page.emulateMedia({ colorScheme })
      const found = await run(page, '[data-new]', { runOnly: colors })
      faults.push(...found.map((fault) => `${width}, ${colorScheme}: ${fault}`))
    }
  }
  return faults
}

/** Opens all details and shows the samples of all languages, which differ between examples in their values only. */
async function showEverything(page: Page): Promise<void> {
  await page.addStyleTag({ content: '.languages > * { display: block !important }' })
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
}

test('axe finds nothing on a page with all details and samples open', async () => {
  const faults: string[] = []
  const page = await openWithAxe('index.html')
  const start = page.url().replace('index.html', '')
  for (const path of choosePages(site, paths)) {
    await page.goto(start + path)
    await showEverything(page)
    faults.push(...(await findFaults(page)))
  }
  expect(faults).toEqual([])
})

test('axe finds nothing in search', async () => {
  const page = await openWithAxe('index.html')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('dialog').waitFor()
  expect(await findFaults(page, 'dialog')).toEqual([])
  await page.getByRole('combobox', { name: 'Search' }).fill('credential')
  await page.locator('[role=option]').first().waitFor()
  expect(await findFaults(page, 'dialog')).toEqual([])
  await page.getByRole('combobox', { name: 'Search' }).fill('xyzzy')
  await page.getByText('No results').waitFor()
  expect(await findFaults(page, 'dialog')).toEqual([])
})

test('axe finds nothing in try-it, filled in, sent and rejected', async () => {
  const page = await openWithAxe(operationPage)
  await page.getByRole('button', { name: 'Try it' }).click()
  await page.getByRole('dialog').waitFor()
  await showEverything(page)
  await page.getByLabel('The API, with your key').check()
  expect(await findFaults(page, 'dialog')).toEqual([])
  await page.getByLabel('The mock in this page').check()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.locator('.wire .status').waitFor()
  expect(await findFaults(page, 'dialog')).toEqual([])
  await page.getByLabel(/^code\b/).fill('x')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.locator('[aria-invalid]').waitFor()
  expect(await findFaults(page, 'dialog')).toEqual([])
})

/** What tells a chosen element from the others without a colour. */
const readSigns = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((nodes) =>
    nodes.map((node) => {
      const { fontWeight, textDecorationLine, borderLeftWidth, outlineStyle } = getComputedStyle(node)
      return [fontWeight, textDecorationLine, borderLeftWidth, outlineStyle].join(' ')
    }),
  )

test.each(['none', 'active'] as const)(
  'what is chosen is told by more than colour (forced colours: %s)',
  async (forcedColors) => {
    const page = await open(operationPage, { forcedColors })
    const [current] = await readSigns(page, '#navigation [aria-current]')
    const [otherPage] = await readSigns(page, '#navigation a:not([aria-current])')
    expect(current).not.toBe(otherPage)
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByRole('combobox', { name: 'Search' }).fill('credential')
    await page.locator('[role=option]').first().waitFor()
    const [result] = await readSigns(page, '[role=option][aria-selected=true]')
    const [otherResult] = await readSigns(page, '[role=option][aria-selected=false]')
    expect(result).not.toBe(otherResult)
  },
)
