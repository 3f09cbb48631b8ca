import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pnpm } from '@seam-acs/runner/command'
import { runProgram } from './run-program.ts'
import type { Tarballs } from './tarballs.ts'
import { versions, type PackageName } from './versions.ts'

/**
 * Installs packages and the tarballs into a folder, as a user does. The types come with the client, which the tarballs
 * of unpublished versions need an override for. No package's script runs.
 */
export async function install(
  folder: string,
  tarballs: Tarballs,
  packages: readonly PackageName[],
  installer: 'npm' | 'pnpm',
): Promise<void> {
  const { '@seam-acs/types': types, ...direct } = Object.fromEntries(
    Object.entries(tarballs).map(([name, path]) => [name, `file:${path}`]),
  )
  const overrides = { '@seam-acs/types': types! }
  const dependencies = { ...direct, ...Object.fromEntries(packages.map((name) => [name, versions[name]])) }
  const manifest = { private: true, dependencies, ...(installer === 'npm' && { overrides }) }
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest))
  // Also keeps pnpm from looking for a workspace further up.
  await writeFile(join(folder, 'pnpm-workspace.yaml'), JSON.stringify({ overrides }))
  const [program, ...args] =
    installer === 'npm'
      ? ['npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline']
      : [...pnpm.split(' '), 'install', '--ignore-scripts', '--no-frozen-lockfile']
  const { exitCode, output } = await runProgram(program!, args, folder)
  if (exitCode !== 0) throw new Error(`${program} cannot install ${Object.keys(dependencies).join(', ')}:\n${output}`)
}
