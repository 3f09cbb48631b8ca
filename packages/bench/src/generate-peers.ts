import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createClient } from '@hey-api/openapi-ts'
import { generate } from 'orval'

// Generates the source of peers, with the defaults of each generator except for two settings:
// imports that Node resolves, and a base URL that the bench can set.

const directory = fileURLToPath(new URL('../', import.meta.url))
const output = fileURLToPath(new URL('../generated/', import.meta.url))
const input = fileURLToPath(import.meta.resolve('@seam-acs/spec'))

async function generateRedocly(): Promise<void> {
  const program = fileURLToPath(import.meta.resolve('@redocly/cli/bin/cli.js'))
  await promisify(execFile)(
    process.execPath,
    [program, 'generate-client', input, `--output=${output}redocly/client.ts`, '--import-ext=ts'],
    { cwd: directory, env: { ...process.env, REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' } },
  )
}

async function generateHeyApi(): Promise<void> {
  const written = await createClient({
    input,
    output: { path: `${output}hey-api`, module: { extension: '.ts' } },
    logs: { level: 'silent', file: false },
  })
  if (written.length === 0) throw new Error('@hey-api/openapi-ts wrote nothing')
}

async function generateOrval(): Promise<void> {
  const target = `${output}orval/client.ts`
  await generate(
    { input, output: { target, client: 'fetch', baseUrl: { runtime: 'globalThis.seamEndpoint' } } },
    directory,
    { logLevel: 'error', throwOnError: true },
  )
}

await rm(output, { recursive: true, force: true })
for (const generatePeer of [generateRedocly, generateHeyApi, generateOrval]) {
  await generatePeer().catch((error: unknown) => console.error('A peer could not be generated:', String(error)))
}
