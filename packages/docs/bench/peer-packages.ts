import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** Packages that only the bench needs. Its first run installs them, so that other installations stay fast. */
export const versions = {
  '@astrojs/markdown-satteri': '0.4.2',
  '@astrojs/starlight': '0.42.4',
  '@octokit/openapi': '23.0.2',
  '@readme/oas-examples': '8.2.2',
  '@redocly/cli': '2.77.0',
  '@scalar/api-reference': '1.72.1',
  '@seamapi/types': '1.977.0',
  astro: '7.3.5',
  lighthouse: '13.5.0',
  'starlight-openapi': '0.26.1',
}

/** Into which the bench installs and builds: nothing in it is kept with the sources. */
export const cache = fileURLToPath(new URL('../node_modules/.cache/bench/', import.meta.url))

/**
 * Installs packages into a folder of their own, once.
 *
 * @returns The folder, whose `node_modules` has them.
 */
export async function install(...names: (keyof typeof versions)[]): Promise<string> {
  const specifiers = names.map((name) => `${name}@${versions[name]}`)
  const folder = join(cache, specifiers.join('+').replaceAll('/', '_'))
  if (existsSync(folder)) return folder
  const unfinished = `${folder}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true })
  const options = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', '--prefix', unfinished]
  await promisify(execFile)('npm', ['install', ...options, ...specifiers])
  await rename(unfinished, folder)
  return folder
}

/** Where Node finds a module of an installed package. */
export const resolveFrom = (folder: string, name: string) => createRequire(join(folder, 'package.json')).resolve(name)
