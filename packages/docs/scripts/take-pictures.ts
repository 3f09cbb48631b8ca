// The pictures of the root README: an operation of the reference, and the review of a change of the spec: `screenshots:readme`.
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { findBrowser } from '@seam-acs/runner/find-browser'
import contract from '@seam-acs/spec' with { type: 'json' }
import type { OpenApiDocument } from '@seam-acs/spec/model'
import { marked } from 'marked'
import { chromium, type Browser, type Page } from 'playwright-core'
import sharp from 'sharp'
import { stringify } from 'yaml'
import { operations } from '../src/contract/pages/pages.ts'
import { serveSite } from '../test/browser/serve.ts'
import { launchOptions } from '../test/browser/setup.ts'

const folder = new URL('../pictures/', import.meta.url)
const reviewProgram = new URL('../../spec-review/src/main.ts', import.meta.url)
/** A README has to load fast. */
const limit = 120 * 1024
/** Its page is as white as the pictures. */
const border = { top: 1, bottom: 1, left: 1, right: 1, background: '#d1d9e0' }

async function save(page: Page, name: string, fullPage: boolean): Promise<void> {
  const picture = await sharp(await page.screenshot({ fullPage }))
    .extend(border)
    .png({ palette: true, colours: 128, effort: 10 })
    .toBuffer()
  if (picture.length > limit)
    throw new Error(`${name}.png has ${picture.length} bytes, and at most ${limit} are allowed.`)
  await writeFile(new URL(`${name}.png`, folder), picture)
}

async function takeOperation(browser: Browser): Promise<void> {
  const server = await serveSite()
  const page = await browser.newPage({ viewport: { width: 1360, height: 800 } })
  const create = operations.find(({ id }) => id === 'acs_credentials_create')
  await page.goto(`${server.origin}/${create!.page}.html`)
  await save(page, 'operation', false)
  await page.close()
  await server.close()
}

/** A change that breaks one who sends and one who reads. */
function change(): OpenApiDocument {
  const changed = structuredClone(contract) as unknown as OpenApiDocument
  const { schemas = {} } = changed.components!
  delete schemas['acs_credential']!.properties!['card_number']
  schemas['create_acs_credential_options']!.properties!['code']!.pattern = String.raw`^\d{4,8}$`
  return changed
}

/** Reviews the change in a repository of its own, as a contributor does. */
async function review(): Promise<string> {
  const place = await mkdtemp(join(tmpdir(), 'review-'))
  const run = (program: string, ...words: string[]) => promisify(execFile)(program, words, { cwd: place })
  const author = ['-c', 'user.name=Reviewer', '-c', 'user.email=reviewer@example.com']
  const spec = join(place, 'spec/openapi.yaml')
  try {
    await mkdir(join(place, 'spec'))
    await mkdir(join(place, '.changeset'))
    await writeFile(join(place, 'package.json'), JSON.stringify({ name: 'example', private: true }))
    await writeFile(join(place, '.changeset/config.json'), '{}')
    await writeFile(spec, stringify(contract))
    await run('git', 'init', '--quiet')
    await run('git', 'add', '.')
    await run('git', ...author, 'commit', '--quiet', '--message', 'Describe the API')
    await writeFile(spec, stringify(change()))
    const { stdout } = await run(process.execPath, fileURLToPath(reviewProgram), 'HEAD')
    return stdout
  } finally {
    await rm(place, { recursive: true })
  }
}

async function takeReview(browser: Browser): Promise<void> {
  const styles = fileURLToPath(import.meta.resolve('github-markdown-css/github-markdown-light.css'))
  const page = await browser.newPage({ viewport: { width: 860, height: 200 } })
  await page.setContent(
    `<style>${await readFile(styles, 'utf8')} body { margin: 0; padding: 24px }</style>` +
      `<article class="markdown-body">${await marked.parse(await review())}</article>`,
  )
  await save(page, 'review', true)
  await page.close()
}

const found = await findBrowser()
if ('missing' in found) throw new Error(found.missing)
await mkdir(folder, { recursive: true })
const browser = await chromium.launch(launchOptions(found))
await takeOperation(browser)
await takeReview(browser)
await browser.close()
console.log(`Wrote operation.png and review.png to ${fileURLToPath(folder)}`)
