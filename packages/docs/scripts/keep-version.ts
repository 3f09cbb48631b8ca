import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { OpenApiDocument } from '@seam-acs/spec/model'
import { readContract } from '@seam-acs/spec/read-contract'

/**
 * Keeps the bundle of a release, from which the reference of that version is built from then on.
 *
 * @param folder The folder `packages/docs/versions`.
 * @throws {Error} when another bundle of this version is kept already, because a released version stays as it was.
 */
export async function keepVersion(contract: OpenApiDocument, folder: URL): Promise<void> {
  const { version } = contract.info
  const file = new URL(`${version}.json`, folder)
  const text = `${JSON.stringify(contract, null, 2)}\n`
  const kept = await readFile(file, 'utf8').catch(() => text)
  if (kept !== text) {
    throw new Error(
      `packages/docs/versions/${version}.json says something else than the spec. Record what changed since with ` +
        `\`npx --yes pnpm@12.21.0 changeset\`, or delete the file if ${version} was never published; ` +
        'then run `npx --yes pnpm@12.21.0 run version` again.',
    )
  }
  await mkdir(dirname(fileURLToPath(file)), { recursive: true })
  await writeFile(file, text)
}

if (import.meta.main) await keepVersion(await readContract(), new URL('../versions/', import.meta.url))
