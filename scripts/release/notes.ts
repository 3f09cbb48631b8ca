import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Package } from './packages.ts'

/** The section of a version in a changelog, without the lines that only repeat the versions of dependencies. */
export function findNotes(changelog: string, version: string): string {
  const [, rest = ''] = changelog.split(new RegExp(`^## ${version.replaceAll('.', String.raw`\.`)}$`, 'm'))
  const [section = ''] = rest.split(/^## /m)
  return section
    .replace(/^No changes in this release\.$/m, '')
    .replace(/^- (?:Updated dependencies.*|@?[\w./-]+@\d\S*)\n?( {2}- .*\n?)*/gm, '')
    .replace(/^### (?:Major|Minor|Patch) Changes\s+(?=### |(?![^]))/gm, '')
    .trim()
}

/** What a release says, by package, in the words of the changesets. A sentence for several packages is said once. */
export function renderNotes(packages: Package[], version: string): string {
  const notes = packages.map(({ manifest: { name }, folder }) => ({
    name,
    text: findNotes(readFileSync(join(folder, 'CHANGELOG.md'), 'utf8'), version),
  }))
  const sections = [...Map.groupBy(notes, ({ text }) => text)]
    .filter(([text]) => text !== '')
    .map(([text, some]) => `## ${some.map(({ name }) => name).join(', ')}\n\n${text}`)
  return `${sections.join('\n\n') || 'No changes for users.'}\n`
}
