import { existsSync } from 'node:fs'
import { cp, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import manifest from '../package.json' with { type: 'json' }

const configuration = {
  compilerOptions: { lib: ['es2022'], module: 'nodenext', noEmit: true, strict: true, target: 'es2022', types: [] },
}

/**
 * Creates a directory with the package as npm would install it.
 *
 * @param declarations Declarations to use instead of the package's own.
 */
export async function installPackage(declarations?: string): Promise<string> {
  const directory = await realpath(await mkdtemp(join(tmpdir(), 'seam-acs-types-')))
  onTestFinished(() => rm(directory, { recursive: true }))
  const installed = join(directory, 'node_modules/@seam-acs/types')
  for (const name of ['package.json', ...manifest.files]) {
    const path = fileURLToPath(new URL(`../${name}`, import.meta.url))
    // npm ignores a listed file that does not exist, such as the changelog before the first release.
    if (existsSync(path)) await cp(path, join(installed, name), { recursive: true })
  }
  if (declarations) await writeFile(join(installed, manifest.types), declarations)
  await writeFile(join(directory, 'package.json'), '{ "type": "module" }')
  await writeFile(join(directory, 'tsconfig.json'), JSON.stringify(configuration))
  return directory
}
