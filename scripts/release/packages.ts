import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from '../repository-files.ts'

export interface Manifest {
  name: string
  version: string
  private?: boolean
  repository?: { url: string; directory?: string }
  dependencies?: Record<string, string>
}

/** A package that is published. */
export interface Package {
  manifest: Manifest
  folder: string
}

/** The published packages, each after those that it depends on, because they are published in this order. */
export function readPackages(root: string = repository): Package[] {
  const folders = readdirSync(join(root, 'packages')).map((name) => join(root, 'packages', name))
  const packages = folders
    .map((folder): Package => ({ folder, manifest: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) }))
    .filter(({ manifest }) => !manifest.private)
  const ordered = new Set<Package>()
  const add = (each: Package) => {
    for (const name of Object.keys(each.manifest.dependencies ?? {})) {
      const needed = packages.find(({ manifest }) => manifest.name === name)
      if (needed) add(needed)
    }
    ordered.add(each)
  }
  packages.forEach(add)
  return [...ordered]
}

/** The one version of all published packages. */
export function readVersion(packages: Package[]): string {
  const versions = new Set(packages.map(({ manifest }) => manifest.version))
  if (versions.size !== 1) throw new Error(`The published packages have several versions: ${[...versions].join(', ')}.`)
  return [...versions][0]!
}

/** The tag of a version on npm: `latest`, or the name of its line of pre-releases, such as `beta`. */
export const toDistTag = (version: string): string => /-([a-z]+)/.exec(version)?.[1] ?? 'latest'
