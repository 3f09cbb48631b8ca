import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { assembleReleasePlan } from '@changesets/assemble-release-plan'
import { readConfig } from '@changesets/config'
import { readChangesets } from '@changesets/read'
import type { NewChangeset } from '@changesets/types'
import { getPackages } from '@manypkg/get-packages'
import { causeOf, Failure } from '../failure.ts'
import type { Bump } from './bump.ts'

/** A package that is published, and what the change's own changesets do to it. */
export interface Announced {
  name: string
  /** Of its manifest, which is that of the last release. */
  version: string
  /** The bump that the changesets of this change give it, by a `fixed` group too. */
  announced: Bump
}

/**
 * What the changesets since the base say of each published package, as changesets itself would release it.
 * Those that the base has already are about other changes.
 *
 * @param base A directory with the `.changeset` of the base.
 */
export async function readAnnounced(root: string, base: string): Promise<{ packages: Announced[]; files: string[] }> {
  try {
    const packages = await getPackages(root)
    const { config, errors } = await readConfig(root, packages)
    if (!config) throw new Error(errors.join(' '))
    const own = await readOwn(root, base)
    const { releases } = assembleReleasePlan(own, packages, config, undefined)
    const announced = new Map(releases.map(({ name, type }) => [name, type]))
    return {
      packages: packages.packages
        .map(({ packageJson }) => packageJson)
        .filter((manifest) => !manifest.private && !config.ignore.includes(manifest.name))
        .map(({ name, version }) => ({ name, version, announced: announced.get(name) ?? 'none' })),
      files: own.map(({ id }) => `.changeset/${id}.md`),
    }
  } catch (error) {
    throw new Failure(`The changesets cannot be read: ${causeOf(error)}. Fix them in .changeset.`)
  }
}

async function readOwn(root: string, base: string): Promise<NewChangeset[]> {
  const textOf = ({ id, summary, releases }: NewChangeset) => JSON.stringify([id, summary, releases])
  const known = new Set(existsSync(join(base, '.changeset')) ? (await readChangesets(base)).map(textOf) : [])
  return (await readChangesets(root)).filter((changeset) => !known.has(textOf(changeset)))
}
