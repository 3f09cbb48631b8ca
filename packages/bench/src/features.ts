import { readFile } from 'node:fs/promises'
import type { Plugin } from 'esbuild'
import { measureBundle, type BundleSize } from './bundle.ts'

const seam = "import { Seam } from '@seam-acs/client'"
const namedCall = `${seam}
export const create = (body) => new Seam().acs.credentials.create(body)`

/** Programs with a call. */
const programs: [name: string, program: string][] = [
  ['one named call', namedCall],
  [
    'the function of one operation',
    `import { acsCredentialsCreate, createSeamClient } from '@seam-acs/client'
export const create = (body) => acsCredentialsCreate(createSeamClient(), body)`,
  ],
  [
    'one named call with the validator',
    `${seam}
import { validator } from '@seam-acs/client/validator'
export const create = (body) => new Seam({ validate: 'both', validator }).acs.credentials.create(body)`,
  ],
  [
    'one named call, and another by path',
    `${namedCall}
import { createFetchClient } from '@seam-acs/client/openapi-fetch'
export const post = (body) => createFetchClient().POST('/acs/credentials/create', { body })`,
  ],
]

/** Loads the optional entries of the client later than the program. */
const loadLater = (program: string) =>
  program.replace(/^import (\{.*\}) from ('@seam-acs\/client\/.*')$/gm, 'const $1 = await import($2)')

/** A part of the client that every bundle has: a module of it, and the least that a client without the part needs. */
const parts: [name: string, module: string, without: (source: string) => string][] = [
  [
    'the checks of options and their messages',
    'options/read-options.js',
    () => 'export const readOptions = (options) => options',
  ],
  [
    'keys, tokens, functions that get them, and their checks',
    'options/credentials.js',
    () =>
      'export const createCredentials = ({ apiKey }) => ({ headers: async () => ({ authorization: `Bearer ${apiKey}` }), refresh: () => false })',
  ],
  [
    'headers in any form, and their checks',
    'options/headers.js',
    () => 'export const mergeHeaders = (base, headers) => ({ ...base, ...headers })',
  ],
  [
    'hooks',
    'transport/exchange.js',
    (source) =>
      source
        .replace(/onError, onRequest, onResponse, onRetry, /, '')
        .replace(/\bon(Error|Request|Response|Retry)\b/g, 'undefined'),
  ],
  ['retries', 'transport/retry.js', () => 'export const delayBeforeRetry = () => Infinity'],
  [
    'time limits and signals',
    'transport/time-limit.js',
    () => 'export const runWithTimeLimit = (limit, signal, message, run) => run?.(null)',
  ],
  [
    'the reason of a failed `fetch`',
    'transport/failure.js',
    () =>
      "import { SeamConnectionError } from '../errors.js'\nexport const describeFailure = (operation) => new SeamConnectionError(operation)",
  ],
  ['the removal of secrets from texts', 'transport/secrets.js', () => 'export const hideSecrets = (text) => text'],
]

export interface Features {
  programs: { name: string; inOneFile: number; split: BundleSize }[]
  /** By how many bytes one named call in one file shrinks without the part. */
  parts: { name: string; bytes: number }[]
}

export async function measureFeatures(): Promise<Features> {
  const whole = (await measureBundle(namedCall)).atStart
  return {
    programs: await Promise.all(
      programs.map(async ([name, program]) => ({
        name,
        inOneFile: (await measureBundle(program)).atStart,
        split: await measureBundle(loadLater(program), { splitting: true }),
      })),
    ),
    parts: await Promise.all(
      parts.map(async ([name, module, without]) => {
        const { atStart } = await measureBundle(namedCall, { plugins: [replaceModule(module, without)] })
        return { name, bytes: whole - atStart }
      }),
    ),
  }
}

function replaceModule(module: string, edit: (source: string) => string): Plugin {
  let isReplaced = false
  return {
    name: 'replace-module',
    setup({ onEnd, onLoad }) {
      onLoad({ filter: new RegExp(`/client/dist/${module.replaceAll('.', '\\.')}$`) }, async ({ path }) => {
        const source = await readFile(path, 'utf8')
        const contents = edit(source)
        isReplaced = contents !== source
        return { contents }
      })
      onEnd(() => {
        if (!isReplaced) throw new Error(`The client has no ${module} to replace. Correct src/features.ts.`)
      })
    },
  }
}
