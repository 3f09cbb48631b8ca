import { cjsProgram, esmProgram, inProcess } from './programs.ts'
import type { Setup, Without } from './setup.ts'

const files = { 'program.mjs': esmProgram(), 'program.cjs': cjsProgram() }

/** From 20.19 on, Node gives `require` the ES modules, so that a program has each class once. */
const nodes: Setup[] = (['20.18', '20', '22', '24', '26'] as const).flatMap((version) =>
  (['import', 'require'] as const).map((way): Setup => ({
    name: `Node ${version} by ${way}`,
    packages: [`node-${version}`],
    files,
    commands: [[`node-${version}/bin/node`, way === 'import' ? 'program.mjs' : 'program.cjs']],
    platform: 'linux-x64',
    isQuick: version === '26',
  })),
)

/** A program that both imports and requires the client, as one with packages of either format does. */
const both = `import { createRequire } from 'node:module'
import * as imported from '@seam-acs/client'
const required = createRequire(import.meta.url)('@seam-acs/client')
const copies = new Set([imported.SeamError, required.SeamError]).size
if (copies !== Number(process.argv[2])) throw new Error('the class SeamError exists ' + copies + ' times')
for (const { Seam } of [imported, required])
  for (const other of [imported, required]) {
    const error = await new Seam({ apiKey: 'seam_test_key', endpoint: 'http://127.0.0.1:9', maxRetries: 0 }).acs.credentials.create({ access_method: 'card', acs_user_id: '1' }).catch((reason) => reason)
    if (!other.isSeamError(error)) throw new Error('isSeamError does not recognize ' + error)
  }
`

const togetherIn = (version: '20.18' | '20', copies: number): Setup => ({
  name: `Node ${version} by both`,
  packages: [`node-${version}`],
  files: { 'both.mjs': both },
  commands: [[`node-${version}/bin/node`, 'both.mjs', `${copies}`]],
  platform: 'linux-x64',
  shows: `${copies === 1 ? 'one copy' : 'two copies'} of each class, and isSeamError recognizes every error`,
})

const buns: Setup[] = (['import', 'require'] as const).map((way) => ({
  name: `Bun by ${way}`,
  packages: ['bun'],
  files,
  commands: [['@oven/bun-linux-x64/bin/bun', 'run', way === 'import' ? 'program.mjs' : 'program.cjs']],
  platform: 'linux-x64',
}))

const noNetwork: Without = { rows: ['refused'], reason: 'it needs a network' }

/** The platform's binary, which the script of npm's package would start through a copy that it installs. */
const deno = '@deno/linux-x64-glibc/deno'

const denos: Setup[] = [
  {
    name: 'Deno with permissions',
    packages: ['deno'],
    files,
    commands: [[deno, 'run', '--no-prompt', '--allow-net', '--allow-env', 'program.mjs']],
    platform: 'linux-x64',
  },
  {
    name: 'Deno without permissions',
    packages: ['deno'],
    files: { 'program.mjs': esmProgram({ options: inProcess, without: noNetwork }) },
    commands: [[deno, 'run', '--no-prompt', 'program.mjs']],
    platform: 'linux-x64',
    without: noNetwork,
  },
]

const worker = `
${esmProgram().replace('console.log', 'export default { async test() { console.log').replace(/\)$/, ') } }')}
`

const workerConfig = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .worker),
    (name = "internet", network = (allow = ["private"])),
  ],
);
const worker :Workerd.Worker = (
  modules = [(name = "bundle.mjs", esModule = embed "bundle.mjs")],
  compatibilityDate = "2026-11-01",
);
`

const workerd: Setup = {
  name: 'workerd',
  packages: ['esbuild', 'workerd'],
  files: { 'worker.mjs': worker, 'config.capnp': workerConfig },
  commands: [
    ['esbuild/bin/esbuild', 'worker.mjs', '--bundle', '--format=esm', '--outfile=bundle.mjs', '--log-level=error'],
    ['@cloudflare/workerd-linux-64/bin/workerd', 'test', 'config.capnp'],
  ],
  platform: 'linux-x64',
}

export const runtimes: Setup[] = [...nodes, togetherIn('20.18', 2), togetherIn('20', 1), ...buns, ...denos, workerd]
