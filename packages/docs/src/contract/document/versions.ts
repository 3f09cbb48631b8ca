import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { compareVersions, isPreRelease } from './version-order.ts'

/** The folder with the documents of released versions, such as `1.0.0.json`: in this package, or the one that `DOCS_VERSIONS` names. */
const folder = resolve(process.env['DOCS_VERSIONS'] ?? 'versions')

/** In the site of a released version, the folder of the current site, in which it is; undefined in the current one. */
export const current = process.env['DOCS_CURRENT']

export interface KeptVersion {
  version: string
  /** The document as it was released. */
  file: string
  /** The version whose site shows it: itself, or an earlier one that says the same. */
  site: string
}

/** The released versions whose document is kept, the oldest first. */
export const keptVersions = readVersions(folder)

/** Those that have a site of their own. */
export const sites = keptVersions.filter(({ version, site }) => version === site)

/** The document of the current site: the given one or, as long as that is a pre-release, the newest stable one. */
export function chooseDocument(given: string, versions = keptVersions): string {
  const stable = versions.findLast(({ version }) => !isPreRelease(version))
  return !current && stable && isPreRelease(readJson(given).info?.version ?? '') ? stable.file : given
}

export function readVersions(from: string): KeptVersion[] {
  return globSync('*.json', { cwd: from })
    .map((name) => name.replace(/\.json$/, ''))
    .toSorted(compareVersions)
    .map((version) => {
      const { sameAs = version } = readJson(join(from, `${version}.json`))
      return { version, file: join(from, `${sameAs}.json`), site: sameAs }
    })
}

function readJson(file: string): { sameAs?: string; info?: { version: string } } {
  return JSON.parse(readFileSync(file, 'utf8'))
}
