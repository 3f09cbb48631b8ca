import type { PackageName } from '../versions.ts'
import type { Setup } from './setup.ts'

/** What a user's own module exports is declared by way of our types. */
const mockProgram = `import { Seam, SeamApiError, type AcsCredential } from '@seam-acs/client'
import { validator } from '@seam-acs/client/validator'
import { createMock } from '@seam-acs/mock'
import { createMockFor } from '@seam-acs/mock/contract'

export const mock = createMock()
export const seam = new Seam({ apiKey: 'seam_test_key', fetch: mock.fetch, validate: 'both', validator })
export const owner = { acs_user_id: '0fc82df4-391b-4d00-a234-86378f1c3952' }
export const create = () => seam.acs.credentials.create({ access_method: 'card', ...owner })
export const createWithResult = () => create().asResult()
export const name = async (): Promise<AcsCredential['display_name']> => (await create()).display_name
export const describe = (error: unknown) => (error instanceof SeamApiError ? error.validationErrors : undefined)
export const empty = () => createMockFor({ operations: [], schemas: {} })
`

/** For a project without declarations of the web: those of the mock need some, as a `fetch` does. */
const bareProgram = `import { createSeamClient, Seam, type SeamOptions } from '@seam-acs/client'
import { validator } from '@seam-acs/client/validator'

const fetch: SeamOptions['fetch'] = async (_url, { signal }) => ({
  ok: !signal?.aborted,
  status: 200,
  headers: { get: () => null },
  text: async () => '{}',
})
export const seam = new Seam({ apiKey: 'seam_test_key', fetch, validate: 'both', validator })
export const client = createSeamClient('seam_test_key')
export const create = () =>
  seam.acs.credentials.create({ access_method: 'card', acs_user_id: '0fc82df4-391b-4d00-a234-86378f1c3952' })
export const read = async () => (await (await create().withResponse()).response.text()).length
`

const pathProgram = `import { createFetchClient } from '@seam-acs/client/openapi-fetch'

export const client = createFetchClient('seam_test_key')
export const create = () =>
  client.POST('/acs/credentials/create', { body: { access_method: 'card', acs_user_id: '1' } })
`

/** A call without an owner must not compile, or the types would be \`any\`. */
const wrongProgram = `import { Seam } from '@seam-acs/client'

export const seam = new Seam('seam_test_key')
// @ts-expect-error -- the owner is missing
export const create = () => seam.acs.credentials.create({ access_method: 'card' })
`

/** Fails if a declaration names a place of the installation, which the module's own users do not have. */
const checkDeclarations = `const { readFileSync } = require('fs')
for (const file of process.argv.slice(2)) {
  const [place] = /[^'"]*node_modules[^'"]*/.exec(readFileSync(file, 'utf8')) ?? []
  if (place) throw new Error(file + ' imports ' + place)
}
`

const resolutions = {
  node10: { module: 'commonjs', moduleResolution: 'node10' },
  node16: { module: 'node16', moduleResolution: 'node16' },
  nodenext: { module: 'nodenext', moduleResolution: 'nodenext' },
  bundler: { module: 'esnext', moduleResolution: 'bundler' },
}

type Resolution = keyof typeof resolutions

interface Compiler {
  /** The declarations of the web's standards. */
  lib?: readonly string[]
  types?: readonly string[]
  resolutions?: readonly Resolution[]
  /** Options that this version needs. */
  more?: object
  /** The module that uses the client. */
  program?: string
}

const compilers: [version: string, compiler: Compiler][] = [
  ['5.0', {}],
  ['5.4', {}],
  ['5.9', {}],
  ['6', { more: { ignoreDeprecations: '6.0' } }],
  // It no longer has node10.
  ['7', { resolutions: ['node16', 'nodenext', 'bundler'] }],
]

const all = Object.keys(resolutions) as Resolution[]

function createSetup(
  version: string,
  { lib = ['dom', 'dom.iterable'], more, program = mockProgram, types = [] }: Compiler,
  resolution: Resolution,
  changes: Partial<Setup> = {},
): Setup {
  const hasModules = resolution.startsWith('node') && resolution !== 'node10'
  const files = {
    'program.ts': program,
    'wrong.ts': wrongProgram,
    'path.ts': pathProgram,
    ...(hasModules && { 'module.mts': program }),
  }
  const emitted = Object.keys(files).map((file) => `out/${file.replace(/ts$/, 'js')}`)
  const compilerOptions = {
    ...resolutions[resolution],
    ...more,
    declaration: true,
    exactOptionalPropertyTypes: true,
    lib: ['es2022', ...lib],
    outDir: 'out',
    rootDir: '.',
    skipLibCheck: false,
    strict: true,
    target: 'es2022',
    types,
  }
  return {
    name: `TypeScript ${version} with ${resolution}`,
    packages: [`typescript-${version}` as PackageName],
    files: {
      ...files,
      'check.cjs': checkDeclarations,
      'tsconfig.json': JSON.stringify({ compilerOptions, files: Object.keys(files) }),
    },
    commands: [
      [`typescript-${version}/bin/tsc`],
      ['node', 'check.cjs', ...emitted.map((file) => file.replace(/js$/, 'ts').replace(/\.(m?ts)$/, '.d.$1'))],
      // Bundlers' modules are not Node's.
      ...(resolution === 'bundler' ? [] : emitted.map((file) => ['node', file] as const)),
    ],
    shows: 'compiles, and its declarations name no place of the installation',
    isQuick: version === '5.9' && ['node10', 'nodenext'].includes(resolution),
    ...changes,
  }
}

const typescript: Setup[] = compilers.flatMap(([version, compiler]) =>
  (compiler.resolutions ?? all).map((resolution) => createSetup(version, compiler, resolution)),
)

export const compilerSetups: Setup[] = [
  ...typescript,
  createSetup('5.9', {}, 'nodenext', {
    name: 'TypeScript 5.9 with nodenext after an installation by pnpm',
    installer: 'pnpm',
    isQuick: false,
  }),
  createSetup('5.9', { lib: [], types: ['node'] }, 'nodenext', {
    name: "TypeScript 5.9 with Node's declarations instead of the DOM's",
    packages: ['@types/node', 'typescript-5.9'],
    isQuick: false,
  }),
  createSetup('5.9', { lib: [], program: bareProgram }, 'nodenext', {
    name: 'TypeScript 5.9 without declarations of the web',
  }),
]
