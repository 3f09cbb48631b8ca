/** The registry that npm publishes to, which another program can set for npm and for this one. */
export const registry = (process.env['npm_config_registry'] ?? 'https://registry.npmjs.org/').replace(/\/?$/, '/')

/**
 * The integrity of a published version; undefined if the registry does not have it.
 *
 * @throws {Error} if the registry does not respond as one, because then nobody knows what is published.
 */
export async function findPublished(name: string, version: string): Promise<string | undefined> {
  const url = `${registry}${name.replace('/', '%2f')}`
  const response = await fetch(url, { headers: { accept: 'application/json' } })
  if (response.status === 404) return undefined
  if (!response.ok) throw new Error(`${url} responds with ${response.status}. Try again when the registry works.`)
  const { versions = {} } = (await response.json()) as { versions?: Record<string, { dist: { integrity: string } }> }
  return versions[version]?.dist.integrity
}
