import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export const run = promisify(execFile)

const tools = {
  '@sparticuz/chromium': '153.0.0',
  bun: '1.4.5',
  deno: '2.9.6',
  esbuild: '0.28.2',
  jest: '30.5.2',
  'playwright-core': '1.65.1',
  workerd: '1.20261117.1',
}

const packageFolder = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url))

/** A project of somebody who has installed the packed mock and these runtimes. */
export async function createProject(): Promise<{ folder: string; bin(name: string): string } & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'seam-acs-runtimes-'))
  const packed = join(folder, 'packed')
  await mkdir(packed)
  for (const name of ['types', 'mock']) {
    await run('npx', ['--yes', 'pnpm@12.21.0', 'pack', '--pack-destination', packed], { cwd: packageFolder(name) })
  }
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ type: 'module', allowScripts: { bun: true, deno: true } }),
  )
  const archives = (await readdir(packed)).map((file) => join(packed, file))
  const versions = Object.entries(tools).map(([name, version]) => `${name}@${version}`)
  await run('npm', ['install', '--no-audit', '--no-fund', ...archives, ...versions], { cwd: folder })
  await cp(new URL('core.js', import.meta.url), join(folder, 'core.js'))
  return {
    folder,
    bin: (name) => join(folder, 'node_modules/.bin', name),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, maxRetries: 5 }),
  }
}
