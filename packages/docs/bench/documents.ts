// Builds the reference of documents of others, as they are.
import { writeFigures } from '@seam-acs/runner/figures'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readOperations, type OpenApiDocument } from '@seam-acs/spec/model'
import { listBrokenLinks } from '../test/helpers/links.ts'
import { buildSite } from '../test/helpers/site.ts'
import { weigh } from '../test/helpers/weigh.ts'
import { install, type versions } from './peer-packages.ts'
import { describeDocuments, type DocumentFigures } from './report.ts'

interface Source {
  name: string
  package: keyof typeof versions
  /** A module exports the document as its default. */
  file: string
}

const sources: Source[] = [
  { name: 'Seam, the whole API', package: '@seamapi/types', file: 'lib/seam/connect/openapi.js' },
  { name: 'GitHub', package: '@octokit/openapi', file: 'generated/api.github.com.json' },
  { name: 'Train Travel', package: '@readme/oas-examples', file: '3.1/json/train-travel.json' },
  { name: 'Petstore 3.1', package: '@readme/oas-examples', file: '3.1/json/petstore.json' },
]

/** No page of them may be heavier. */
const pageLimit = 30 * 1024

async function readSource({ package: name, file }: Source): Promise<OpenApiDocument> {
  const path = join(await install(name), 'node_modules', name, file)
  if (path.endsWith('.json')) return JSON.parse(await readFile(path, 'utf8'))
  const module = (await import(pathToFileURL(path).href)) as {
    default: { default?: OpenApiDocument } & OpenApiDocument
  }
  return module.default.default ?? module.default
}

async function measure(source: Source): Promise<DocumentFigures> {
  const document = await readSource(source)
  const start = performance.now()
  let log = ''
  const site = await buildSite(document, {}, (output) => (log = output))
  const seconds = (performance.now() - start) / 1000
  const pages = [...site].filter(([path]) => path.endsWith('.html') && !path.startsWith('try-it/'))
  const weights = pages.map(([path, html]) => ({ path, bytes: weigh(html) }))
  const heavy = weights.filter(({ bytes }) => bytes > pageLimit)
  // Some descriptions link to pages of another site.
  const text = JSON.stringify(document)
  const broken = listBrokenLinks(site).filter((fault) => !text.includes(`](${decodeURI(fault.replace(/^.*?: /, ''))}`))
  const faults = [...heavy.map(({ path, bytes }) => `${path} has ${bytes} bytes`), ...broken]
  if (faults.length > 0) throw new Error(`${source.name}:\n${faults.slice(0, 20).join('\n')}`)
  console.log(`${source.name}\n${log.match(/^.*leaves out.*$|^.*\[document\] {3}.*$/gm)?.join('\n') ?? ''}`)
  return {
    name: `${source.name} (OpenAPI ${document.openapi})`,
    operations: readOperations(document).length,
    seconds,
    pages: pages.length,
    heaviestBytes: Math.max(...weights.map(({ bytes }) => bytes)),
  }
}

/** Prints the table, and writes it into the README with `--write`. */
export async function benchDocuments(): Promise<void> {
  const figures: DocumentFigures[] = []
  for (const source of sources) figures.push(await measure(source))
  const table = describeDocuments(figures)
  console.log(`\n${table}\n`)
  if (process.argv.includes('--write')) writeFigures(new URL('../README.md', import.meta.url), table, 'documents')
}
