// Packs the built packages of a release into a folder: `node scripts/release/pack.ts <folder>`.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pnpm } from '@seam-acs/runner/command'
import { repository } from '../repository-files.ts'
import { manifestName, notesName, readDigest, readIntegrity, type Bundle, type Tarball } from './bundle.ts'
import { renderNotes } from './notes.ts'
import { readPackages, readVersion, toDistTag, type Package } from './packages.ts'

/** The most bytes of a tarball. One that grows beyond it needs a reason, and another number here. */
const largest: Record<string, number> = {
  '@seam-acs/types': 60_000,
  '@seam-acs/client': 120_000,
  '@seam-acs/mock': 120_000,
}

/** Runs pnpm and returns what it prints. */
function run(folder: string, ...words: string[]): string {
  const [command, ...rest] = pnpm.split(' ')
  return execFileSync(command!, [...rest, ...words], { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 })
}

/** @throws {Error} if npm would reject the provenance, which has to name the repository that the manifest names. */
function checkRepository({ manifest: { name, repository: own } }: Package): void {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: path } = process.env
  const expected = `git+${server}/${path}.git`
  if (path !== undefined && own?.url !== expected) {
    throw new Error(`\`repository.url\` of ${name} is ${own?.url}, but this is ${expected}. Correct its package.json.`)
  }
}

function packPackage(each: Package, folder: string): Tarball {
  const { name } = each.manifest
  const pack = (to: string) => {
    const output = run(each.folder, 'pack', '--pack-destination', to, '--json')
    return join(to, basename(JSON.parse(output).filename))
  }
  const tarball = pack(folder)
  const integrity = readIntegrity(tarball)
  if (readIntegrity(pack(mkdtempSync(join(tmpdir(), 'seam-acs-pack-')))) !== integrity) {
    throw new Error(`Packing ${name} twice gives different bytes.`)
  }
  const { length } = readFileSync(tarball)
  if (length > (largest[name] ?? 0)) {
    throw new Error(`${basename(tarball)} has ${length} bytes, more than scripts/release/pack.ts allows.`)
  }
  console.log(`${basename(tarball)}: ${length} bytes, ${integrity}`)
  return { name, file: basename(tarball), integrity }
}

/** The licenses of everything that the packages install. */
function listLicenses(packages: Package[]) {
  const filters = packages.flatMap(({ manifest: { name } }) => ['--filter', name])
  const byLicense: Record<string, { name: string; versions: string[]; homepage?: string }[]> = JSON.parse(
    run(repository, 'licenses', 'list', ...filters, '--prod', '--json'),
  )
  return Object.entries(byLicense).flatMap(([license, some]) =>
    some.map(({ name, versions, homepage }) => ({ name, versions, license, homepage })),
  )
}

const [folder = ''] = process.argv.slice(2)
if (folder === '') throw new Error('Name the folder to pack into: node scripts/release/pack.ts <folder>')
mkdirSync(folder, { recursive: true })
const packages = readPackages()
const version = readVersion(packages)
packages.forEach(checkRepository)
const assets = new Map([
  ['licenses.json', `${JSON.stringify(listLicenses(packages), null, 2)}\n`],
  ...packages.map(({ manifest: { name } }): [string, string] => [
    `${name.replace(/^.*\//, '')}.cdx.json`,
    run(repository, 'sbom', '--filter', name, '--prod', '--sbom-format', 'cyclonedx'),
  ]),
])
for (const [name, text] of assets) writeFileSync(join(folder, name), text)
writeFileSync(join(folder, notesName), renderNotes(packages, version))
const bundle: Bundle = {
  version,
  distTag: toDistTag(version),
  tarballs: packages.map((each) => packPackage(each, folder)),
  assets: [...assets.keys()],
}
writeFileSync(join(folder, manifestName), `${JSON.stringify(bundle, null, 2)}\n`)
if (process.env['GITHUB_OUTPUT']) {
  writeFileSync(process.env['GITHUB_OUTPUT'], `digest=${readDigest(folder)}\n`, { flag: 'a' })
}
