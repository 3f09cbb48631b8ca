import contract from '@seam-acs/spec' with { type: 'json' }
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { open, operationPage } from './open.ts'

/** Every name of the document: what a reader may have read somewhere and look for here. */
function listNames(): string[] {
  const names = new Set<string>()
  const visit = (node: unknown, key = '') => {
    if (typeof node !== 'object' || node === null) return
    for (const [name, value] of Object.entries(node)) {
      if (/^(?:properties|schemas|headers|responses|securitySchemes)$/.test(key) && !/^[A-Z]/.test(name))
        names.add(name)
      if (name === 'operationId') names.add(String(value))
      if (name === 'enum') for (const item of value) names.add(String(item))
      if (!/^(?:value|example|examples)$/.test(name)) visit(value, name)
    }
  }
  // Components other than schemas are not shown by their names.
  const { schemas, securitySchemes } = contract.components
  visit({ paths: contract.paths, schemas, securitySchemes })
  for (const response of Object.values(contract.components.responses)) {
    for (const name of Object.keys('headers' in response ? response.headers : {})) names.add(name)
  }
  return [...names]
}

const openSearch = async (page: Page) => {
  await page.keyboard.press('/')
  await page.getByRole('combobox', { name: 'Search' }).waitFor()
}

/** Asks the program of the page, which is faster than to type. */
const search = (page: Page, queries: string[]) =>
  page.evaluate(async (all) => {
    const input = document.querySelector<HTMLInputElement>('.search input')!
    const results: Record<string, string[]> = {}
    for (const query of all) {
      const list = document.querySelector('.search [role=listbox]')!
      const change = new Promise((resolve) => new MutationObserver(resolve).observe(list, { childList: true }))
      input.value = query
      input.dispatchEvent(new Event('input'))
      await Promise.race([change, new Promise((resolve) => setTimeout(resolve, 60_000))])
      results[query] = [...list.querySelectorAll('[role=option] b')].map((name) => name.textContent)
    }
    return results
  }, queries)

test('search finds every name of the description', async () => {
  const page = await open('index.html')
  await openSearch(page)
  const names = listNames()
  const results = await search(page, names)
  const isFound = (name: string) =>
    results[name]!.slice(0, 5).some((found) => found.toLowerCase() === name.toLowerCase()) ||
    // An operation is shown by its summary.
    (name in operations && results[name]!.slice(0, 5).includes(operations[name]!))
  expect(names.length).toBeGreaterThan(50)
  expect(names.filter((name) => !isFound(name))).toEqual([])
})

const operations = Object.fromEntries(
  Object.values(contract.paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId, summary }) => [operationId, summary]),
  ),
)

test('a result is chosen by the keyboard and leads to the permalink of a property', async () => {
  const page = await open('index.html')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search' }).fill('external_type_display_name')
  await page.locator('[role=option]').first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/schemas/acs_credential.html#external_type_display_name')
  expect(await page.locator(':target').textContent()).toContain('external_type_display_name')
  expect(await page.getByRole('dialog').count()).toBe(0)
})

test('one Escape closes search, also with a query, and gives the focus back', async () => {
  const page = await open(operationPage)
  await page.getByRole('button', { name: 'Search' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: 'Search' }).fill('code')
  await page.keyboard.press('Escape')
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Search')
})

test.each(['/', 'Control+k'])('no letter is lost that is typed while search is on its way (%s)', async (key) => {
  const page = await open('index.html')
  await page.route('**/search.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 600))
    await route.continue()
  })
  await page.keyboard.press(key)
  await page.keyboard.type('credex', { delay: 60 })
  await page.keyboard.press('Backspace')
  await page.keyboard.type('ntial', { delay: 120 })
  await page.locator('[role=option]').first().waitFor()
  expect(await page.getByRole('combobox', { name: 'Search' }).inputValue()).toBe('credential')
})

test('a search that cannot be loaded takes no more letters', async () => {
  const page = await open('index.html')
  await page.route('**/search.js', (route) => route.abort())
  await page.keyboard.press('/')
  await expect.poll(() => page.evaluate(() => docs.typed)).toBeUndefined()
})

test('the key / can be switched off, and Control+k stays', async () => {
  const page = await open('index.html')
  await openSearch(page)
  await page.getByLabel('Open with the key /').uncheck()
  await page.keyboard.press('Escape')
  await page.reload()
  await page.keyboard.press('/')
  await page.waitForTimeout(300)
  expect(await page.getByRole('dialog').count()).toBe(0)
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  expect(await page.getByLabel('Open with the key /').isChecked()).toBe(false)
})

test('a result marks what was found, and tells the places of one name in one entry', async () => {
  const page = await open('index.html')
  await openSearch(page)
  await page.getByRole('combobox', { name: 'Search' }).fill('ends_at')
  const group = page.getByRole('group', { name: 'Property ends_at' })
  await group.waitFor()
  expect(await group.locator('[role=option]').count()).toBeGreaterThan(1)
  expect(await group.locator('mark').allInnerTexts()).toEqual(expect.arrayContaining(['ends', 'at']))
  expect(await group.locator('b').count()).toBe(1)
  await group.locator('[role=option]').last().click()
  await page.waitForURL('**/*.html#*ends_at')
})

test.each(['base', 'folder'] as const)('search works from a %s', async (from) => {
  const page = await open(operationPage, { from })
  await openSearch(page)
  await page.getByRole('combobox', { name: 'Search' }).fill('acs_credential')
  await page.locator('[role=option]').first().click()
  await page.waitForURL('**/schemas/acs_credential.html')
  expect(await page.title()).toContain('acs_credential')
})

test('a page loads nothing of search before it is opened', async () => {
  const page = await open('index.html')
  const loaded = () => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
  expect(await loaded()).toEqual([])
  await openSearch(page)
  await page.getByRole('combobox', { name: 'Search' }).fill('code')
  await page.locator('[role=option]').first().waitFor()
  const kinds = new Set((await loaded()).map((name) => name.replace(/.*\/|-\d+.js/g, '')))
  expect([...kinds].toSorted()).toEqual(['entries', 'search.js', 'words'])
})
