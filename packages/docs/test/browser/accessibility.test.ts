import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { open, operationPage, paths } from './open.ts'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface View {
  width: number
  colorScheme: 'dark' | 'light'
  /** Which rules to check; default: all. */
  only?: 'colors' | 'others'
}

// A contrast of 7:1, which is more than `color-contrast` asks for.
const colors = ['color-contrast-enhanced', 'link-in-text-block']
// The dark pages have the elements of the light ones in the same places, so only colours are left to check.
const allViews: View[] = [
  { width: 1440, colorScheme: 'light' },
  { width: 390, colorScheme: 'light' },
  { width: 1440, colorScheme: 'dark', only: 'colors' },
  { width: 390, colorScheme: 'dark', only: 'colors' },
]

/** What can go wrong with an element that no page before had; a phone shows it in the same colours. */
const newViews: View[] = [
  { width: 1440, colorScheme: 'light' },
  { width: 390, colorScheme: 'light', only: 'others' },
  { width: 1440, colorScheme: 'dark', only: 'colors' },
]

/** What a page can have of its own if all of its elements occur elsewhere too: names, order and sizes. */
const ownViews: View[] = [{ width: 390, colorScheme: 'light', only: 'others' }]

/** The elements of a page, each with what is around it and the classes, by which style sheets colour them. */
const listElements = (page: Page) =>
  page.evaluate(() => {
    const write = (node: Element | null, levels = 3): string =>
      node && levels > 0 ? `${write(node.parentElement, levels - 1)} > ${node.tagName}.${node.className}` : ''
    return [...document.querySelectorAll('body *')].map((node) => write(node))
  })

/** Opens a page that has axe. The policy of the pages lets no test add its own program. */
async function openWithAxe(path: string): Promise<Page> {
  const page = await open('404.html', { bypassCSP: true })
  await page.addInitScript(axe)
  await page.goto(page.url().replace('404.html', path))
  return page
}

/** What axe finds in each view, in a line for each place. */
async function findFaults(page: Page, checked = allViews, scope = 'html'): Promise<string[]> {
  const faults: string[] = []
  for (const { width, colorScheme, only } of checked) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 900 })
    const without = only === 'others' ? colors : []
    // The rule of WCAG 2.2 for fingers, and that for a contrast of 7:1, are off by default.
    const rules = {
      'target-size': { enabled: true },
      'color-contrast': { enabled: false },
      'color-contrast-enhanced': { enabled: true },
      ...Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
    }
    const options = only === 'colors' ? { runOnly: colors } : { rules }
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
    faults.push(...found.map((fault) => `${page.url()} (${width}, ${colorScheme}): ${fault}`))
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

test('axe finds nothing on any page with all details and samples open', async () => {
  const faults: string[] = []
  const seen = new Set<string>()
  let wholly = 0
  const page = await openWithAxe('index.html')
  const start = page.url().replace('index.html', '')
  // The page of an operation has the most, so it is checked in all views, and first.
  for (const path of paths.toSorted((a, b) => Number(b === operationPage) - Number(a === operationPage))) {
    await page.goto(start + path)
    await showEverything(page)
    const elements = await listElements(page)
    const isNew = elements.some((element) => !seen.has(element))
    for (const element of elements) seen.add(element)
    if (isNew) wholly++
    const changed = isNew ? newViews : ownViews
    faults.push(...(await findFaults(page, path === operationPage ? allViews : changed)))
  }
  expect(wholly).toBeGreaterThan(5)
  expect(faults).toEqual([])
})

test('axe finds nothing in search', async () => {
  const page = await openWithAxe('index.html')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('dialog').waitFor()
  expect(await findFaults(page, allViews, 'dialog')).toEqual([])
  await page.getByRole('combobox', { name: 'Search' }).fill('credential')
  await page.locator('[role=option]').first().waitFor()
  expect(await findFaults(page, allViews, 'dialog')).toEqual([])
  await page.getByRole('combobox', { name: 'Search' }).fill('xyzzy')
  await page.getByText('No results').waitFor()
  expect(await findFaults(page, allViews, 'dialog')).toEqual([])
})

test('axe finds nothing in try-it, filled in, sent and rejected', async () => {
  const page = await openWithAxe(operationPage)
  await page.getByRole('button', { name: 'Try it' }).click()
  await page.getByRole('dialog').waitFor()
  await showEverything(page)
  await page.getByLabel('The API, with your key').check()
  expect(await findFaults(page, allViews, 'dialog')).toEqual([])
  await page.getByLabel('The mock in this page').check()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.locator('.wire .status').waitFor()
  expect(await findFaults(page, allViews, 'dialog')).toEqual([])
  await page.getByLabel(/^code\b/).fill('x')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.locator('[aria-invalid]').waitFor()
  expect(await findFaults(page, allViews, 'dialog')).toEqual([])
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
