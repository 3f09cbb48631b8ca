import { mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Client } from '../../../src/replay-outcome.ts'

/** The built client. */
const built = fileURLToPath(new URL('.', import.meta.resolve('@seam-acs/client')))

/** The files with the client's behaviour. The validator is not among them, because another test compares it with Ajv. */
const isOwn = (name: string) => !/\.gen\.js$|^index\.js$|^validation/.test(name)

export interface Copies {
  /** Imports the client with one file changed, from a new folder. */
  import(file: string, source: string): Promise<{ client: Client; folder: string }>
}

/** Creates a folder for changed copies of the built client; the caller removes it. */
export async function createFolder(): Promise<string> {
  const cache = fileURLToPath(new URL('../../../node_modules/.cache/', import.meta.url))
  await mkdir(cache, { recursive: true })
  return mkdtemp(join(cache, 'client-'))
}

/** The sources of the built client's own files, by name. */
export const readSources = async (): Promise<Map<string, string>> =>
  new Map((await readBuilt()).filter(([name]) => isOwn(name)))

async function readBuilt(): Promise<[name: string, source: string][]> {
  const files = (await readdir(built, { recursive: true })).toSorted()
  // The CommonJS copies of the same modules are not imported here.
  const names = files.filter((name) => name.endsWith('.js') && !/^cjs\b/.test(name))
  return Promise.all(names.map(async (name) => [name, await readFile(join(built, name), 'utf8')]))
}

/** Makes changed copies of the built client in a folder, where they find what the client depends on. */
export async function createCopies(parent: string): Promise<Copies> {
  const folder = await mkdtemp(join(parent, 'copies-'))
  await symlink(join(built, '../node_modules'), join(folder, 'node_modules'), 'junction')
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  const all = await readBuilt()
  let count = 0

  return {
    async import(file, source) {
      const copy = join(folder, `${count++}`)
      for (const place of new Set(all.map(([name]) => dirname(name))))
        await mkdir(join(copy, place), { recursive: true })
      await Promise.all(all.map(([name, text]) => writeFile(join(copy, name), name === file ? source : text)))
      const [client, { createFetchClient }] = await Promise.all([
        import(join(copy, 'index.js')),
        import(join(copy, 'openapi-fetch.js')),
      ])
      return { client: { ...client, createFetchClient }, folder: `${copy}/` }
    },
  }
}
