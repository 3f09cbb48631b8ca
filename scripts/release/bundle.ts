import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A tarball of a release. */
export interface Tarball {
  name: string
  file: string
  /** As npm writes it, `sha512-…`. */
  integrity: string
}

/** What `release.json` of a packed release says. The other files of the folder are the tarballs and what goes with them. */
export interface Bundle {
  version: string
  distTag: string
  /** In the order in which they are published. */
  tarballs: Tarball[]
  /** The files that the release on GitHub has beside its notes. */
  assets: string[]
}

export const manifestName = 'release.json'

export const notesName = 'notes.md'

const digest = (algorithm: string, content: Buffer, encoding: 'base64' | 'hex') =>
  createHash(algorithm).update(content).digest(encoding)

export const readIntegrity = (file: string): string => `sha512-${digest('sha512', readFileSync(file), 'base64')}`

export const readDigest = (folder: string): string => digest('sha256', readFileSync(join(folder, manifestName)), 'hex')

/**
 * Reads a packed release.
 *
 * @param expected The digest that the job which packed it has printed.
 * @throws {Error} if a file is not the one that was packed.
 */
export function readBundle(folder: string, expected: string): Bundle {
  if (readDigest(folder) !== expected) throw new Error(`${manifestName} is not the one that was packed.`)
  const bundle: Bundle = JSON.parse(readFileSync(join(folder, manifestName), 'utf8'))
  for (const { file, integrity } of bundle.tarballs) {
    if (readIntegrity(join(folder, file)) !== integrity) throw new Error(`${file} is not the one that was packed.`)
  }
  return bundle
}
