import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { createMock } from '@seam-acs/mock'
import { serve } from '@seam-acs/mock/server'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { document } from '../../src/contract/document/document.ts'
import { operations } from '../../src/contract/pages/pages.ts'
import { plain } from '../helpers/site.ts'
import { open } from './open.ts'

// What somebody who comes for the first time wants to know, in at most two steps from the first page. A step is a
// click, a choice, or a search with the click on its first result.
const schemas = document.components!.schemas!
const { summary } = operations[0]!

/** The text of the page that a reader sees without opening anything. */
const read = async (page: Page) => (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ')

const follow = (page: Page, name: string) =>
  page.locator('main, #navigation').getByRole('link', { name }).first().click()

async function search(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('combobox', { name: 'Search' }).fill(words)
  await page.locator('[role=option]').first().click()
}

test('how to authenticate is on the first page', async () => {
  const page = await open('index.html')
  const text = await read(page)
  for (const { description } of Object.values(document.components!.securitySchemes!))
    expect(text).toContain(plain(description!).split('. ')[0])
  expect(text).toContain('Authorization: Bearer $SEAM_API_KEY')
})

test('a PIN for a user identity is created with cURL in two steps, and the command works', async ({ skip }) => {
  skip(process.platform === 'win32', 'The sample is for a POSIX shell.')
  const mock = createMock({ apiKeys: ['seam_key'] })
  const { endpoint, close } = await serve(mock, { port: 0 })
  const page = await open('index.html')
  await follow(page, summary)
  await page.locator('[name=language]').selectOption('cURL')
  const code = page.locator('.languages pre:visible')
  await expect.poll(() => code.innerText()).toContain('curl')
  const program = (await code.innerText()).replaceAll(document.servers![0]!.url, endpoint)
  const env = { ...process.env, SEAM_API_KEY: 'seam_key' }
  const { stdout } = await promisify(execFile)('bash', ['-c', program], { env })
  expect(stdout).toContain('200')
  expect(mock.credentials.at(-1)).toMatchObject({ access_method: 'code', user_identity_id: expect.any(String) })
  await close()
})

test('the meaning of a property is one search away', async () => {
  const page = await open('index.html')
  await search(page, 'is_issued')
  await page.locator(':target').waitFor()
  const { description } = schemas['acs_credential']!.properties!['is_issued']!
  expect(await page.locator(':target').innerText()).toContain(plain(description!.split('\n')[0]!))
})

test('the nullable properties of the result are on the page of the operation', async () => {
  const page = await open('index.html')
  await follow(page, summary)
  await page.getByRole('heading', { level: 1, name: summary }).waitFor()
  const shown = await page.locator('tr', { hasText: 'nullable' }).locator('th').allInnerTexts()
  const nullable = Object.entries(schemas['acs_credential']!.properties!).filter(([, { type }]) =>
    [type].flat().includes('null'),
  )
  expect(shown.toSorted()).toEqual(nullable.map(([name]) => name).toSorted())
  expect(shown.length).toBeGreaterThan(0)
})

test('what to do on a warning is one search away', async () => {
  const page = await open('index.html')
  await search(page, 'needs_to_be_reissued')
  await page.waitForURL('**/schemas/*')
  expect(await read(page)).toContain(plain(schemas['needs_to_be_reissued_warning']!.description!.split('\n')[0]!))
})

test('what a wrong owner leads to is found by way of the errors', async () => {
  const page = await open('index.html')
  await follow(page, 'Errors')
  await follow(page, 'acs_user_not_found')
  await page.getByRole('heading', { level: 1, name: 'acs_user_not_found' }).waitFor()
  expect(await read(page)).toMatch(/404 Not Found/)
})

test('a search leads to the link of a nested property, which is open there', async () => {
  const page = await open('index.html')
  await search(page, 'card_format')
  await page.locator(':target').waitFor()
  expect(new URL(page.url()).hash).toContain('card_format')
  expect(await page.locator(':target').isVisible()).toBe(true)
})
