import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Json } from '@seam-acs/spec/model'
import { expect, onTestFinished } from 'vitest'
import { type ServedResponse, type LoopbackServer, serve } from '../src/loopback-server.ts'
import { record } from '../src/record.ts'
import type { Recording } from '../src/recording/recording.ts'
import card from './card.json' with { type: 'json' }
import { contract } from './small-contract.ts'

export const key = 'seam_test_Canary4711key'

/** A recording that may be changed. */
export const readCard = (): Recording => structuredClone(card as Recording)

/** A folder of recordings for one test. */
export async function createFolder(files: Record<string, unknown>): Promise<URL> {
  const folder = await mkdtemp(join(tmpdir(), 'seam-acs-record-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const [file, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), `${JSON.stringify(content, null, 2)}\n`)
  }
  return pathToFileURL(`${folder}/`)
}

export async function readFolder(folder: URL): Promise<Record<string, Json>> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const paths = files.map(({ parentPath, name }) => join(parentPath, name).slice(fileURLToPath(folder).length))
  const texts = await Promise.all(paths.map((path) => readFile(new URL(path, folder), 'utf8')))
  for (const content of texts) expect(content).not.toContain(key)
  return Object.fromEntries(paths.map((path, index) => [path, JSON.parse(texts[index]!)]))
}

export async function startServer(answer: Parameters<typeof serve>[0]): Promise<LoopbackServer> {
  const server = await serve(answer)
  onTestFinished(server.close)
  return server
}

export interface RunOptions {
  folder: URL
  endpoint?: string
  env?: Record<string, string | undefined>
  fetch?: (url: string, init: RequestInit) => Promise<Response>
}

/** The command in this process; whatever it prints, the key is not in it. */
export async function run(args: string[], { folder, endpoint, env = {}, fetch = globalThis.fetch }: RunOptions) {
  const lines: string[] = []
  const print = (line: string) => void lines.push(line)
  const exitCode = await record(args, {
    contract,
    env: { SEAM_API_KEY: key, SEAM_ENDPOINT: endpoint, ...env },
    fetch,
    folder,
    print,
  })
  const output = lines.join('\n').replaceAll(/ {2}\d+ ms/g, '  0 ms')
  expect(output).not.toContain(key)
  return { exitCode, output }
}

/** The response to a request that has no recording. */
export const json = (status: number, body: Json): ServedResponse => ({
  status,
  headers: { 'content-type': 'application/json' },
  body,
})
