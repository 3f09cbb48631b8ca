import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { pnpm } from '@seam-acs/runner/command'

const run = promisify(execFile)

/** The tarball of each published package by the package's name. */
export type Tarballs = Readonly<Record<string, string>>

const published = ['types', 'client', 'mock']

/** Packs the published packages, as built, into a folder. */
export async function packPackages(folder: string): Promise<Tarballs> {
  const [program, ...args] = pnpm.split(' ')
  const filters = published.map((name) => `--filter=@seam-acs/${name}`)
  const packages = fileURLToPath(new URL('../../', import.meta.url))
  await run(program!, [...args, ...filters, 'pack', '--pack-destination', folder], {
    cwd: packages,
    shell: process.platform === 'win32',
  })
  const tarballs = published.map(async (name) => {
    const { version } = JSON.parse(await readFile(join(packages, name, 'package.json'), 'utf8'))
    return [`@seam-acs/${name}`, join(folder, `seam-acs-${name}-${version}.tgz`)] as const
  })
  return Object.fromEntries(await Promise.all(tarballs))
}
