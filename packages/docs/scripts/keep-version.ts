import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { pnpm } from '@seam-acs/runner/command'
import type { OpenApiDocument } from '@seam-acs/spec/model'
import { readContract } from '@seam-acs/spec/read-contract'
import { compareVersions } from '../src/contract/document/version-order.ts'

/**
 * Saves the bundle of a release, from which the reference of that version is built. If it is the same as that of the
 * previous version, only the name of that version is saved.
 *
 * @param folder The folder `packages/docs/versions`.
 * @throws {Error} if another bundle of this version is already saved, because a released version does not change.
 */
export async function keepVersion(contract: OpenApiDocument, folder: URL): Promise<void> {
  const { version } = contract.info
  const file = new URL(`${version}.json`, folder)
  const sameAs = await findSame(contract, folder)
  const text = `${JSON.stringify(sameAs ? { sameAs } : contract, null, 2)}\n`
  const kept = await readFile(file, 'utf8').catch(() => text)
  if (kept !== text) {
    throw new Error(
      `packages/docs/versions/${version}.json differs from the spec. Describe what changed with ` +
        `\`${pnpm} changeset\`, or delete the file if ` +
        `${version} was never published; then run \`${pnpm} run version\` again.`,
    )
  }
  await mkdir(fileURLToPath(folder), { recursive: true })
  await writeFile(file, text)
}

/** The version that holds the bundle of the previous release, if that differs from this one only in the version. */
async function findSame(contract: OpenApiDocument, folder: URL): Promise<string | undefined> {
  const names = await readdir(folder).catch(() => [])
  const versions = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length))
  const before = versions
    .filter((version) => compareVersions(version, contract.info.version) < 0)
    .toSorted(compareVersions)
    .at(-1)
  if (before === undefined) return undefined
  const read = async (version: string) => JSON.parse(await readFile(new URL(`${version}.json`, folder), 'utf8'))
  const { sameAs = before } = await read(before)
  return withoutVersion(await read(sameAs)) === withoutVersion(contract) ? sameAs : undefined
}

const withoutVersion = ({ info, ...others }: OpenApiDocument) =>
  JSON.stringify({ info: { ...info, version: '' }, ...others })

if (import.meta.main) await keepVersion(await readContract(), new URL('../versions/', import.meta.url))
