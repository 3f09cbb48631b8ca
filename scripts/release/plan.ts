// Decides what a push to main asks for, for release.yml: `work=version`, `work=publish` or `work=nothing`.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from '../repository-files.ts'
import { readPackages } from './packages.ts'
import { findPublished, readRegistry } from './registry.ts'

export type Work = 'version' | 'publish' | 'nothing'

interface PreState {
  mode: 'pre' | 'exit'
  changesets: string[]
}

/** Whether `changeset version` would change something: a changeset waits, or a line of pre-releases ends. */
function needsVersion(folder: string): boolean {
  const files = readdirSync(folder)
  const pre: PreState | undefined = files.includes('pre.json')
    ? JSON.parse(readFileSync(join(folder, 'pre.json'), 'utf8'))
    : undefined
  const waiting = files
    .filter((file) => file.endsWith('.md') && file !== 'README.md')
    .map((file) => file.slice(0, -'.md'.length))
    .filter((name) => !pre?.changesets.includes(name))
  return waiting.length > 0 || pre?.mode === 'exit'
}

/**
 * @param registry Its address, as `readRegistry` gives it.
 * @param prerelease `enter` or `exit` if somebody asked to begin or to end a line of pre-releases.
 */
export async function plan(root: string, registry: string, prerelease = ''): Promise<Work> {
  if (prerelease === 'enter' || prerelease === 'exit' || needsVersion(join(root, '.changeset'))) return 'version'
  const packages = readPackages(root)
  // Nothing has been released yet.
  if (packages.every(({ manifest }) => manifest.version === '0.0.0')) return 'nothing'
  const published = await Promise.all(
    packages.map(({ manifest: { name, version } }) => findPublished(registry, name, version)),
  )
  return published.includes(undefined) ? 'publish' : 'nothing'
}

if (import.meta.main) console.log(`work=${await plan(repository, readRegistry(), process.env['PRERELEASE'])}`)
