import { execFileSync } from 'node:child_process'

/** The address of the registry that npm publishes to by its settings, with a slash at its end. */
export const readRegistry = (): string =>
  execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8', shell: process.platform === 'win32' })
    .trim()
    .replace(/\/?$/, '/')

/**
 * The integrity of a published version; undefined if the registry does not have it.
 *
 * @param registry Its address, as `readRegistry` gives it.
 * @throws {Error} if the registry does not respond as one, because then nobody knows what is published.
 */
export async function findPublished(registry: string, name: string, version: string): Promise<string | undefined> {
  const url = `${registry}${name.replace('/', '%2f')}`
  const response = await fetch(url, { headers: { accept: 'application/json' } })
  if (response.status === 404) return undefined
  if (!response.ok) throw new Error(`${url} responds with ${response.status}. Try again when the registry works.`)
  const { versions = {} } = (await response.json()) as { versions?: Record<string, { dist: { integrity: string } }> }
  return versions[version]?.dist.integrity
}
