// Pictures of every page, at the width of a desk and of a phone, light and dark, with search and try-it among them:
// `screenshots [words of the paths]`.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { findBrowser } from '@seam-acs/runner/find-browser'
import { chromium, type Page } from 'playwright-core'
import { launchOptions } from '../test/browser/setup.ts'
import { serveSite } from '../test/browser/serve.ts'
import { dist } from '../test/helpers/site.ts'

const folder = fileURLToPath(new URL('../screenshots/', import.meta.url))
const wanted = process.argv.slice(2)

const found = await findBrowser()
if ('missing' in found) throw new Error(found.missing)
await rm(folder, { recursive: true, force: true })
await mkdir(folder)
await writeFile(`${folder}.gitignore`, '*\n')

const files = (await readdir(dist, { recursive: true })).filter((file) => file.endsWith('.html')).toSorted()

/** What is not a page of its own, by name. */
const states: Record<string, (page: Page) => Promise<void>> = {
  search: async (page) => {
    await page.keyboard.press('/')
    await page.getByRole('combobox', { name: 'Search' }).fill('credential')
    await page.locator('[role=option]').first().waitFor()
  },
  'try-it': async (page) => {
    await page.getByRole('button', { name: 'Try it' }).click()
    await page.getByRole('dialog').waitFor()
  },
  'try-it-sent': async (page) => {
    await states['try-it']!(page)
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.locator('.wire .status').waitFor()
  },
  'try-it-rejected': async (page) => {
    await states['try-it']!(page)
    await page.getByLabel(/^code/).fill('12a4')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.locator('[aria-invalid]').first().waitFor()
  },
}

const shots = [
  ...files.filter((file) => !/^(?:try-it|v)\//.test(file)).map((file) => ({ file, state: undefined })),
  ...Object.keys(states).map((state) => ({ file: 'api/acs/credentials/create.html', state })),
].filter(({ file, state }) => wanted.length === 0 || wanted.some((word) => (state ?? file).includes(word)))

const server = await serveSite()
const browser = await chromium.launch(launchOptions(found))
let count = 0
for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    const context = await browser.newContext({ viewport: { width, height: width > 500 ? 900 : 844 }, colorScheme })
    const page = await context.newPage()
    for (const { file, state } of shots) {
      await page.goto(`${server.origin}/${file}`)
      if (state) await states[state]!(page)
      const name = state ?? file.replace('.html', '').replaceAll('/', '.')
      await page.screenshot({ path: `${folder}${name}.${width}.${colorScheme}.png`, fullPage: !state })
      count++
    }
    await context.close()
  }
}
await browser.close()
await server.close()
console.log(`${count} pictures in ${folder}`)
