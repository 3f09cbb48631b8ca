import { execSync } from 'node:child_process'
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { findPackageJSON } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { measureBundle } from './bundle.ts'
import type { Contender } from './contenders.ts'

/** The size of a contender in bytes. */
export interface Size {
  contender: Contender
  /** A program that makes one call, bundled into one file, minified and gzipped. */
  bundled: number
  /** The number of packages that it adds to `node_modules`: its own and all of its dependencies. */
  packages: number
  /** The size of those packages' files. */
  installed: number
}

export async function measureSize(contender: Contender): Promise<Size> {
  const manifests = new Set<string>()
  if (contender.installed) await collectManifests(contender.installed, import.meta.url, manifests)
  const sizes = await Promise.all([...manifests].map(publishedBytes))
  const installed = sizes.reduce((sum, size) => sum + size, 0)
  return { contender, bundled: await bundledBytes(contender), packages: manifests.size, installed }
}

async function bundledBytes({ id }: Contender): Promise<number> {
  const program = `
    import { connect } from './contenders/${id}.ts'
    const create = connect({ endpoint: 'https://connect.getseam.com', apiKey: 'seam_key' })
    console.log(await create({ access_method: 'code', acs_user_id: '0fc82df4-391b-4d00-a234-86378f1c3952' }))`
  return (await measureBundle(program)).atStart
}

async function collectManifests(name: string, from: string, manifests: Set<string>): Promise<void> {
  const manifest = await realpath(findPackageJSON(name, from)!)
  if (manifests.has(manifest)) return
  manifests.add(manifest)
  const { dependencies = {} } = JSON.parse(await readFile(manifest, 'utf8'))
  for (const dependency of Object.keys(dependencies)) {
    await collectManifests(dependency, pathToFileURL(manifest).href, manifests)
  }
}

/** The size of a published package. The folder of a package in this workspace contains more than it publishes. */
async function publishedBytes(manifest: string): Promise<number> {
  const directory = dirname(manifest)
  if (directory.includes('node_modules')) return bytesBelow(directory)
  const [packed] = JSON.parse(
    execSync('npm pack --dry-run --json', { cwd: directory, encoding: 'utf8', stdio: 'pipe' }),
  )
  return packed.unpackedSize
}

async function bytesBelow(path: string): Promise<number> {
  const entry = await stat(path)
  if (entry.isFile()) return entry.size
  const names = (await readdir(path)).filter((name) => name !== 'node_modules')
  const sizes = await Promise.all(names.map((name) => bytesBelow(join(path, name))))
  return sizes.reduce((sum, size) => sum + size, 0)
}
