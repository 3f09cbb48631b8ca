import { readFile } from 'node:fs/promises'
import { findPackageJSON } from 'node:module'
import { dirname, join } from 'node:path'
import { document, isOwnApi } from '../document/document.ts'
import { compareVersions } from '../document/version-order.ts'
import { current, keptVersions } from '../document/versions.ts'

export interface Release {
  version: string
  changes: { breaking: boolean; text: string }[]
}

/**
 * Every release of the published packages, which share their versions with the spec; the newest first. In the site of a
 * released version, none is newer than that.
 */
export async function readReleases(): Promise<Release[]> {
  const texts = await Promise.all(isOwnApi ? ['@seam-acs/client', '@seam-acs/types'].map(readChangelog) : [])
  const releases = new Map(keptVersions.map(({ version }): [string, Release] => [version, { version, changes: [] }]))
  for (const { version, changes } of texts.flatMap(parseChangelog)) {
    const release = releases.get(version) ?? { version, changes: [] }
    const isNew = (text: string) => !release.changes.some((change) => change.text === text)
    release.changes.push(...changes.filter(({ text }) => isNew(text)))
    releases.set(version, release)
  }
  return [...releases.values()]
    .filter(({ version }) => !current || compareVersions(version, document.info.version) <= 0)
    .toSorted((a, b) => compareVersions(b.version, a.version))
}

/** Empty before the first release, when there is no such file. */
async function readChangelog(name: string): Promise<string> {
  const file = findPackageJSON(name, import.meta.url)
  if (!file) throw new Error(`${name} is not a dependency of the reference: add it to packages/docs/package.json.`)
  return readFile(join(dirname(file), 'CHANGELOG.md'), 'utf8').catch(() => '')
}

/** Reads what changesets writes: a heading for each version, one for each kind of change, and a list. */
export function parseChangelog(text: string): Release[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const version = section.split('\n')[0]!.trim()
      const kinds = section.split(/^### /m).slice(1)
      return {
        version,
        changes: kinds.flatMap((kind) =>
          kind
            .split(/^- /m)
            .slice(1)
            .map((item) =>
              item
                .replace(/^[0-9a-f]{7,40}: /, '')
                .replaceAll(/\n {2}/g, '\n')
                .trim(),
            )
            .filter((item) => !isDependency(item))
            .map((item) => toChange(item, kind)),
        ),
      }
    })
}

/** Lines that changesets adds by itself: `Updated dependencies` and `@seam-acs/types@1.0.0`. */
const isDependency = (item: string) => /^(?:Updated dependencies|@?[\w/.-]+@\d)/.test(item)

const breakingWord = /^(?:\*\*)?breaking(?:\*\*)?:(?:\*\*)?\s*/i

/** A break is marked by `Breaking:`, because before 1.0.0 a minor version may hold one or not; a major one always does. */
const toChange = (text: string, kind: string) => ({
  breaking: kind.startsWith('Major') || breakingWord.test(text),
  text: text.replace(breakingWord, '').replace(/^\w/, (letter) => letter.toUpperCase()),
})
