// Publishes a packed release: `DIGEST=… node scripts/release/publish.ts <folder>`. Imports only Node's own modules.
// A package that is already published is skipped, so a release that failed half-way can be repeated.
import { execFileSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { readBundle } from './bundle.ts'
import { findPublished, readRegistry } from './registry.ts'

const [folder = ''] = process.argv.slice(2)
const registry = readRegistry()
const { version, distTag, tarballs } = readBundle(folder, process.env['DIGEST'] ?? '')
for (const { name, file, integrity } of tarballs) {
  const published = await findPublished(registry, name, version)
  if (published !== undefined && published !== integrity) {
    throw new Error(
      `${name}@${version} is on ${registry} with another content. Release the next version with a changeset.`,
    )
  }
  if (published === undefined) {
    const options = ['--access', 'public', '--tag', distTag]
    execFileSync('npm', ['publish', resolve(join(folder, file)), ...options], { stdio: 'inherit' })
  }
  console.log(`${name}@${version}: ${published ? 'was already published' : 'published'} as ${distTag}`)
}
