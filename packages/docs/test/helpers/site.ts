import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { OpenApiDocument } from '@seam-acs/spec/model'

const packageFolder = fileURLToPath(new URL('../..', import.meta.url))

/** The site that `build` made. */
export const dist = join(packageFolder, 'dist')

/** Every file under a folder, by its path in it. */
export async function readSite(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const texts = files
    .toSorted()
    .map(async (file) => [file.slice(folder.length + 1).replaceAll(sep, '/'), await readFile(file, 'utf8')] as const)
  return new Map(await Promise.all(texts))
}

/**
 * Builds the site of another document into a folder of its own, which it returns with its files.
 *
 * @throws {Error} with what the build said, when it fails.
 */
export async function buildSite(
  document?: OpenApiDocument,
  environment: Record<string, string> = {},
  listen: (output: string) => void = () => {},
) {
  // Inside the package, whose dependencies the build has to find.
  const parent = join(packageFolder, 'node_modules/.test')
  await mkdir(parent, { recursive: true })
  const folder = await mkdtemp(join(parent, 'site-'))
  const file = join(folder, 'document.json')
  if (document) await writeFile(file, JSON.stringify(document))
  try {
    const astro = join(packageFolder, 'node_modules/astro/bin/astro.mjs')
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [astro, 'build', '--outDir', join(folder, 'dist')],
      {
        cwd: packageFolder,
        // Vitest's own NODE_ENV would make Astro build for development.
        env: {
          PATH: process.env['PATH'],
          HOME: process.env['HOME'],
          ASTRO_TELEMETRY_DISABLED: '1',
          ...(document && { DOCS_DOCUMENT: file }),
          ...environment,
        },
      },
    )
    listen(stdout + stderr)
    return await readSite(join(folder, 'dist'))
  } finally {
    await rm(folder, { recursive: true })
  }
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'", '#34': '"' }

/** What a reader without a script can see of a page, or of a part of one, with every run of spaces as one. */
export const readText = (html: string) =>
  collapse(
    html
      .replaceAll(/<(style|script)\b.*?<\/\1>/gs, '')
      .replaceAll(/<\/?(?:p|div|li|dt|dd|h\d|td|th|tr|pre|section|summary|ul|label|a|b|i)\b[^>]*>/g, ' ')
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll(/&(#?\w+);/g, (entity, name: string) => entities[name] ?? entity),
  )

export const collapse = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

/** A description as it reads when its Markdown is rendered. */
export const plain = (markdown: string) =>
  collapse(
    markdown
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, ' $1 ')
      .replaceAll(/^(?:#+|[-*]) /gm, '')
      .replaceAll(/`|\*\*/g, ''),
  )
