// Creates the tag and the release on GitHub of what was published: `DIGEST=… node scripts/release/announce.ts <folder>`.
// Imports only Node's own modules. An existing release is left as it is.
import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { notesName, readBundle } from './bundle.ts'

const [folder = ''] = process.argv.slice(2)
const { version, distTag, tarballs, assets } = readBundle(folder, process.env['DIGEST'] ?? '')
const tag = `v${version}`
if (spawnSync('gh', ['release', 'view', tag], { stdio: 'ignore' }).status === 0) {
  console.log(`The release ${tag} exists.`)
} else {
  const files = [...assets, ...tarballs.map(({ file }) => file)].map((file) => join(folder, file))
  const isPrerelease = distTag !== 'latest'
  const options = ['--title', version, '--notes-file', join(folder, notesName), '--target', process.env['GITHUB_SHA']!]
  const kind = isPrerelease ? ['--prerelease'] : ['--latest']
  execFileSync('gh', ['release', 'create', tag, ...options, ...kind, ...files], { stdio: 'inherit' })
  console.log(`Created the release ${tag}.`)
}
