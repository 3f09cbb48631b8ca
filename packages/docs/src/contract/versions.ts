import { globSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Where the documents of the released versions are, as `1.0.0.json`: in this package, or in the folder `DOCS_VERSIONS`. */
const folder = resolve(process.env['DOCS_VERSIONS'] ?? 'versions')

/** In the site of a released version, the folder of the current site, in which it is; undefined in the current one. */
export const current = process.env['DOCS_CURRENT']

export interface KeptVersion {
  version: string
  /** The document as it was released. */
  file: string
}

/** The released versions whose document is kept, each of which has a site of its own. */
export const keptVersions: KeptVersion[] = globSync('*.json', { cwd: folder })
  .toSorted()
  .map((name) => ({ version: name.replace(/\.json$/, ''), file: join(folder, name) }))
