import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { operations } from '../../src/contract/pages/pages.ts'
import { listSamplesOf, writeAll } from '../../src/samples/template.ts'
import { dist } from '../helpers/site.ts'
import { open, operationPage, paths } from './open.ts'

const objectPage = 'schemas/acs_credential.html'
const deepLink = 'body.visionline_metadata.card_format'

test.each(['root', 'base', 'folder'] as const)('a link into closed details opens them, from a %s', async (from) => {
  const page = await open(`${operationPage}#${deepLink}`, { from })
  await page.locator(`[id="${deepLink}"]`).waitFor({ state: 'visible' })
  expect(await page.locator(':target').getAttribute('id')).toBe(deepLink)
})

test('following a link into closed details of the same page opens them, and back and forward work', async () => {
  const page = await open(operationPage)
  const target = page.locator(`[id="${deepLink}"]`)
  expect(await target.isVisible()).toBe(false)
  await page.evaluate((hash) => (location.hash = hash), deepLink)
  await target.waitFor({ state: 'visible' })
  await page.goBack()
  expect(new URL(page.url()).hash).toBe('')
  await page.goForward()
  expect(new URL(page.url()).hash).toBe(`#${deepLink}`)
  await page.locator('#navigation').getByRole('link', { name: 'acs_credential', exact: true }).click()
  await page.waitForURL(`**/${objectPage}`)
  await page.goBack()
  expect(page.url()).toContain(`${operationPage}#${deepLink}`)
  await target.waitFor({ state: 'visible' })
})

test('without JavaScript a page is read whole: tabs, details, menu and how to call', async () => {
  const page = await open(operationPage, { javaScriptEnabled: false })
  const text = await page.locator('main').innerText()
  expect(text).toContain('send the cURL sample to the API')
  expect(await page.locator('button:visible').count()).toBe(0)
  const details = page.locator('details:has([id="body.visionline_metadata.auto_join"])').last()
  await details.locator('summary').first().click()
  expect(await page.locator('[id="body.visionline_metadata.auto_join"]').isVisible()).toBe(true)
  const answer = page.locator('.examples .scenarios pre:visible').last()
  const before = await answer.innerText()
  await page.locator('[name=scenario]').selectOption('Mobile key')
  expect(await answer.innerText()).not.toBe(before)
  await page.getByRole('link', { name: 'Other languages' }).click()
  const code = page.locator('.languages pre:visible')
  await page.locator('[name=language]').selectOption('cURL')
  expect(await code.innerText()).toContain('curl')
  await page.locator('[name=language]').selectOption('Python')
  expect(await code.innerText()).toContain('requests.post')
})

test.each(['base', 'folder'] as const)('links lead from page to page from a %s', async (from) => {
  const page = await open('index.html', { from })
  for (const name of ['All operations', 'All objects and schemas', 'Errors', 'Changelog', 'Overview']) {
    const link = page.locator('#navigation').getByRole('link', { name, exact: true })
    await link.click()
    await page.waitForLoadState()
    expect(await link.getAttribute('aria-current')).toBe('page')
  }
})

test('every page shows its content from a folder, and none scrolls sideways at 320 pixels with its details open', async () => {
  const page = await open('index.html', { from: 'folder', viewport: { width: 320, height: 640 } })
  const start = page.url().replace('index.html', '')
  const wide: string[] = []
  for (const path of paths) {
    await page.goto(start + path, { waitUntil: 'domcontentloaded' })
    const { heading, isWide } = await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
      const { scrollWidth } = document.documentElement
      return { heading: document.querySelector('h1')!.innerText, isWide: scrollWidth > innerWidth }
    })
    expect(heading, path).not.toBe('')
    if (isWide) wide.push(path)
  }
  expect(wide).toEqual([])
})

test.each(['search', 'try-it'])('%s does not scroll sideways at 320 pixels', async (name) => {
  const page = await open(operationPage, { viewport: { width: 320, height: 640 } })
  await page.locator(`[data-script=${name}]`).click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  if (name === 'search') await page.getByRole('combobox', { name: 'Search' }).fill('credential')
  else await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page
    .locator(name === 'search' ? '[role=option]' : '.wire .status')
    .first()
    .waitFor()
  const overflow = await dialog.evaluate((node) =>
    [node, ...node.querySelectorAll('form,.results,.halves,[role=listbox]')].map(
      (inner) => inner.scrollWidth - inner.clientWidth,
    ),
  )
  expect(Math.max(...overflow)).toBeLessThanOrEqual(0)
})

test('the chosen language and example are remembered on the next page', async () => {
  const page = await open(operationPage)
  const code = page.locator('.languages pre:visible')
  await page.locator('[name=language]').selectOption('Ruby')
  await expect.poll(() => code.innerText()).toContain('Net::HTTP')
  await page.locator('[name=scenario]').selectOption('Mobile key')
  expect(await code.innerText()).toContain('mobile_key')
  await page.reload()
  await expect.poll(() => code.innerText()).toMatch(/Net::HTTP[^]*mobile_key/)
  await page.goto(page.url().replace('.html', '/samples.html'))
  expect(await code.innerText()).toMatch(/Net::HTTP[^]*mobile_key/)
})

test('every example has its own sample in every language, once they are loaded', async () => {
  const page = await open(operationPage)
  await page.locator('[name=language]').selectOption('Ruby')
  await page.locator('.languages pre:visible', { hasText: 'Net::HTTP' }).waitFor()
  const loaded = await page
    .locator('.languages')
    .evaluateAll((nodes) => nodes.map((node) => [...node.children].map((option) => option.textContent)))
  const operation = operations.find((each) => `${each.page}.html` === operationPage)!
  const samples = listSamplesOf(operation).map((sample) =>
    writeAll(sample, operation).map((code) => sample.label + code.trimEnd()),
  )
  expect(loaded).toEqual(operation.scenarios.map((_, place) => samples.map((codes) => codes[place])))
})

test('from a folder, another language is on the page of the samples, and the choice keeps no page from opening', async () => {
  const page = await open(operationPage, { from: 'folder' })
  const code = page.locator('.languages pre:visible')
  await page.locator('[name=language]').selectOption('Ruby')
  await page.waitForURL('**/samples.html')
  await expect.poll(() => code.innerText()).toContain('Net::HTTP')
  await page.goto(page.url().replace('/samples.html', '.html'), { waitUntil: 'load' })
  expect(page.url()).toContain(operationPage)
  await expect.poll(() => code.innerText()).toContain('@seam-acs/client')
})

test('the section in view is marked under the name of the page', async () => {
  const page = await open(operationPage)
  const current = page.locator('.here [aria-current]')
  expect(await current.count()).toBe(0)
  for (const name of ['Responses', 'Authentication', 'How long until it works?']) {
    await page.locator('.here').getByRole('link', { name }).click()
    await expect.poll(() => current.allInnerTexts()).toEqual([name])
  }
})

test('a click on the name of a property copies the link to it', async () => {
  const page = await open(operationPage, { permissions: ['clipboard-read', 'clipboard-write'] })
  const name = page.locator('[id="body.code"] > dt > a')
  await name.focus()
  expect(await name.evaluate((node) => getComputedStyle(node, '::before').opacity)).toBe('1')
  await name.click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())
  expect(new URL(page.url()).hash).toBe('#body.code')
})

test('a long response is folded, and is shown and copied whole', async () => {
  const page = await open(operationPage, { permissions: ['clipboard-read', 'clipboard-write'] })
  const card = page.locator('aside .card:visible').last()
  const code = card.locator('pre:visible')
  const isFolded = () => code.evaluate(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1)
  expect(await isFolded()).toBe(true)
  await card.getByRole('button', { name: 'Copy' }).click()
  const read = () => page.evaluate(() => navigator.clipboard.readText())
  await expect.poll(async () => JSON.parse((await read()) || '{}')).toHaveProperty('acs_credential.workspace_id')
  await card.locator('summary:visible').click()
  expect(await isFolded()).toBe(false)
})

test('the chosen theme is remembered on the next page', async () => {
  const page = await open('index.html', { colorScheme: 'light' })
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await background()
  await page.getByRole('button', { name: 'Dark or light' }).click()
  await expect.poll(background).not.toBe(light)
  const dark = await background()
  await page.goto(page.url().replace('index', 'schemas'))
  expect(await background()).toBe(dark)
})

test('the whole page is copied as Markdown, and a sample as it is shown', async () => {
  const page = await open(operationPage, { permissions: ['clipboard-read', 'clipboard-write'] })
  const read = () => page.evaluate(() => navigator.clipboard.readText())
  await page.getByRole('button', { name: 'Copy page' }).click()
  await expect.poll(read).toBe(await readFile(join(dist, operationPage.replace('.html', '.md')), 'utf8'))
  const card = page.locator('.card', { has: page.locator('pre:visible') }).first()
  await card.getByRole('button', { name: 'Copy' }).click()
  await expect.poll(read).toBe(await card.locator('pre:visible').innerText())
})

test('the keyboard reaches the content past the navigation, and every control shows that it has the focus', async () => {
  const page = await open(operationPage)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement!.textContent)).toBe('Skip to the content')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement!.id)).toBe('main')
  const unmarked: string[] = []
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate(() => {
      const node = document.activeElement!
      const isMarked = [node, node.parentElement!].some((shown) => getComputedStyle(shown).outlineStyle !== 'none')
      return isMarked ? '' : node.outerHTML.slice(0, 80)
    })
    if (found) unmarked.push(found)
  }
  expect(unmarked).toEqual([])
})
