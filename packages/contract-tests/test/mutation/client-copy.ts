import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Client } from '../replay.ts'

/** The built client. */
export const built = fileURLToPath(new URL('.', import.meta.resolve('@seam-acs/client')))

export interface Copies {
  /** The client with one file changed, as a module of its own. */
  import(file: string, change: (source: string) => string): Promise<Client>
  remove(): Promise<void>
}

/** A folder for changed copies of the built client, in which they find what the client depends on. */
export async function createCopies(): Promise<Copies> {
  const cache = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url))
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(join(cache, 'client-'))
  await symlink(join(built, '../node_modules'), join(folder, 'node_modules'), 'junction')
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  const names = (await readdir(built)).filter((name) => name.endsWith('.js'))
  const sources = await Promise.all(
    // Without the source maps, for which vitest would look beside the copy.
    names.map(async (name) => (await readFile(join(built, name), 'utf8')).replace(/^\/\/# sourceMappingURL=.*/m, '')),
  )
  let count = 0

  return {
    async import(file, change) {
      const copy = join(folder, `${count++}`)
      await mkdir(copy)
      await Promise.all(
        names.map((name, index) =>
          writeFile(join(copy, name), name === file ? change(sources[index]!) : sources[index]!),
        ),
      )
      return import(join(copy, 'index.js'))
    },
    remove: () => rm(folder, { recursive: true }),
  }
}
