import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createClient } from '@hey-api/openapi-ts'
import { generate } from 'orval'

// Generates the source of other clients, with each generator's defaults except for two settings: imports that Node
// resolves, and a base URL that the bench can set.

/** Generates the source of a client from the document in a file. */
export type Generate = (input: string, folder: string) => Promise<void>

const directory = fileURLToPath(new URL('../', import.meta.url))

export const redocly = fileURLToPath(import.meta.resolve('@redocly/cli/bin/cli.js'))

export const listRedoclyArguments = (input: string, folder: string): string[] => [
  'generate-client',
  input,
  `--output=${folder}/client.ts`,
  '--import-ext=ts',
]

export const generateRedocly: Generate = async (input, folder) => {
  await promisify(execFile)(process.execPath, [redocly, ...listRedoclyArguments(input, folder)], {
    cwd: directory,
    env: { ...process.env, REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  })
}

export const generateHeyApi: Generate = async (input, path) => {
  const written = await createClient({
    input,
    output: { path, module: { extension: '.ts' } },
    logs: { level: 'silent', file: false },
  })
  if (written.length === 0) throw new Error('@hey-api/openapi-ts wrote nothing')
}

export const generateOrval: Generate = async (input, folder) => {
  await generate(
    {
      input,
      output: { target: `${folder}/client.ts`, client: 'fetch', baseUrl: { runtime: 'globalThis.seamEndpoint' } },
    },
    directory,
    { logLevel: 'error', throwOnError: true },
  )
}
