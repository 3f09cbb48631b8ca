import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { open, operationPage, paths } from './open.ts'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const views = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [1440, 390].map((width) => ({ width, colorScheme })),
)

/** The rule of WCAG 2.2 for fingers is off by default. */
const everything = { rules: { 'target-size': { enabled: true } } }

/** What axe finds in every view, in a line for each place. */
async function findFaults(page: Page, scope = 'html'): Promise<string[]> {
  const faults: string[] = []
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
  for (const { width, colorScheme } of views) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 900 })
    // The dark pages have the elements of the light ones in the same places, so only colours are left to check.
    const only = colorScheme === 'dark' ? { runOnly: ['color-contrast', 'link-in-text-block'] } : everything
    const found = await page.evaluate(
      async ([selector, options]) => {
        const { axe: checker } = globalThis as unknown as { axe: typeof import('axe-core') }
        const { violations } = await checker.run(selector, { ...options, resultTypes: ['violations'] })
        return violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
        )
      },
      [scope, only] as const,
    )
    faults.push(...found.map((fault) => `${page.url()} (${width}, ${colorScheme}): ${fault}`))
  }
  return faults
}

const openDetails = (page: Page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })

// The policy of the pages lets no test add its own program.
const options = { bypassCSP: true }

test('axe finds nothing on any page with all details open', async () => {
  const faults: string[] = []
  const left = [...paths]
  // Each profile has a process of its own, and this test takes longer than any other.
  const check = async () => {
    const page = await open('index.html', options)
    const start = page.url().replace('index.html', '')
    for (let path = left.pop(); path; path = left.pop()) {
      await page.goto(start + path)
      await openDetails(page)
      faults.push(...(await findFaults(page)))
    }
  }
  await Promise.all([check(), check()])
  expect(left).toEqual([])
  expect(faults).toEqual([])
})

test('axe finds nothing with each tab open', async () => {
  const page = await open(operationPage.replace('.html', '/samples.html'), options)
  const faults = new Set<string>()
  const tabs = await page.locator('label:has([name=language])').all()
  expect(tabs.length).toBeGreaterThan(5)
  for (const tab of [...tabs, page.locator('label:has([name=scenario])').last()]) {
    await tab.click()
    for (const fault of await findFaults(page, '.examples')) faults.add(fault)
  }
  expect([...faults]).toEqual([])
})

test('axe finds nothing in search', async () => {
  const page = await open('index.html', options)
  await page.getByRole('button', { name: 'Search' }).click()
  expect(await findFaults(page)).toEqual([])
  await page.getByRole('combobox').fill('credential')
  await page.getByRole('option').first().waitFor()
  expect(await findFaults(page)).toEqual([])
  await page.getByRole('combobox').fill('xyzzy')
  await page.getByText('Nothing has').waitFor()
  expect(await findFaults(page)).toEqual([])
})

test('axe finds nothing in try-it, filled in, sent and rejected', async () => {
  const page = await open(operationPage, options)
  await page.getByRole('button', { name: 'Try it' }).click()
  await page.getByRole('dialog').waitFor()
  await openDetails(page)
  await page.getByLabel('The API, with your key').check()
  expect(await findFaults(page)).toEqual([])
  await page.getByLabel('The mock in this page').check()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.locator('.wire .status').waitFor()
  expect(await findFaults(page)).toEqual([])
  await page.getByLabel(/^code\b/).fill('x')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.locator('[aria-invalid]').waitFor()
  expect(await findFaults(page)).toEqual([])
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
    const page = await open(operationPage.replace('.html', '/samples.html'), { forcedColors })
    for (const name of ['scenario', 'language']) {
      const [chosen] = await readSigns(page, `label:has([name=${name}]:checked)`)
      const [other] = await readSigns(page, `label:has([name=${name}]:not(:checked))`)
      expect(chosen).not.toBe(other)
    }
    await page.goto(page.url().replace('/samples.html', '.html'))
    const [current] = await readSigns(page, '#navigation [aria-current]')
    const [otherPage] = await readSigns(page, '#navigation a:not([aria-current])')
    expect(current).not.toBe(otherPage)
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByRole('combobox').fill('credential')
    await page.getByRole('option').first().waitFor()
    const [result] = await readSigns(page, '[role=option][aria-selected=true]')
    const [otherResult] = await readSigns(page, '[role=option][aria-selected=false]')
    expect(result).not.toBe(otherResult)
  },
)
