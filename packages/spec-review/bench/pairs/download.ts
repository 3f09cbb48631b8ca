import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { Series } from './list.ts'

const run = promisify(execFile)
const cache = join(tmpdir(), 'spec-review-pairs')

/** The document of one version, as a file; fetched by npm, which checks what it fetches, and kept for the next time. */
export async function download({ package: name, file }: Series, version: string): Promise<string> {
  const isModule = extname(file) === '.js'
  const target = join(cache, `${name.replace('/', '+')}@${version}${isModule ? '.json' : extname(file)}`)
  if (existsSync(target)) return target
  await mkdir(cache, { recursive: true })
  const directory = await mkdtemp(join(cache, 'unpacked-'))
  try {
    const { stdout } = await run('npm', ['pack', '--silent', `${name}@${version}`], { cwd: directory })
    await run('tar', ['-xzf', stdout.trim().split('\n').at(-1)!], { cwd: directory })
    const source = join(directory, 'package', file)
    if (isModule) await writeFile(target, JSON.stringify((await import(pathToFileURL(source).href)).default))
    else await copyFile(source, target)
    return target
  } finally {
    await rm(directory, { recursive: true })
  }
}
