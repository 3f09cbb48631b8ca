import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { runSetup } from '../src/run-setup.ts'
import { cjsProgram, esmProgram } from '../src/setups/programs.ts'
import type { Setup } from '../src/setups/index.ts'
import { loadSuite } from '../src/suite.ts'

const packages = fileURLToPath(new URL('../../', import.meta.url))

/** An installation of the packages as they are built, whose client can be changed. */
async function install(): Promise<{ installation: string; client: string }> {
  const installation = await mkdtemp(join(tmpdir(), 'seam-acs-installation-'))
  onTestFinished(() => rm(installation, { recursive: true }))
  const scope = join(installation, 'node_modules/@seam-acs')
  await mkdir(scope, { recursive: true })
  await symlink(join(packages, 'mock'), join(scope, 'mock'))
  const client = join(scope, 'client')
  await mkdir(client)
  for (const name of ['dist', 'package.json'])
    await cp(join(packages, 'client', name), join(client, name), { recursive: true })
  await symlink(join(packages, 'client/node_modules/openapi-fetch'), join(installation, 'node_modules/openapi-fetch'))
  return { installation, client }
}

const createSetup = (more: Partial<Setup> = {}): Setup => ({
  name: 'a program',
  packages: [],
  files: { 'program.mjs': esmProgram(), 'program.cjs': cjsProgram() },
  commands: [['node', 'program.mjs']],
  ...more,
})

const suite = await loadSuite()
const small = { ...suite, cases: suite.cases.slice(0, 3) }

const run = (setup: Setup, installation: string) =>
  runSetup(setup, { folder: join(installation, 'setup'), installation, suite: small })

test('a set-up passes by import and by require', async () => {
  const { installation } = await install()
  expect(await run(createSetup(), installation)).toMatchObject({ state: 'passed', note: '' })
  const required = createSetup({ commands: [['node', '--no-experimental-require-module', 'program.cjs']] })
  expect(await run(required, installation)).toMatchObject({ state: 'passed', note: '' })
})

test('a package without a file that its entry names fails', async () => {
  const { installation, client } = await install()
  await rm(join(client, 'dist/errors.js'))
  const { state, note } = await run(createSetup(), installation)
  expect(state).toBe('failed')
  expect(note).toContain('ERR_MODULE_NOT_FOUND')
})

test('a package whose client behaves differently fails', async () => {
  const { installation, client } = await install()
  const file = join(client, 'dist/operations.gen.js')
  await writeFile(file, (await readFile(file, 'utf8')).replaceAll('/acs/', '/other/'))
  const { state, note } = await run(createSetup(), installation)
  expect(state).toBe('failed')
  expect(note).toContain('"status":599')
})

test('a program that runs no suite fails', async () => {
  const { installation } = await install()
  const { state, note } = await run(createSetup({ files: { 'program.mjs': '' } }), installation)
  expect(state).toBe('failed')
  expect(note).toContain('the suite did not print a result')
})

test('a compiler that fails makes its set-up fail', async () => {
  const { installation } = await install()
  const failing = createSetup({ files: { 'compile.mjs': 'process.exit(2)' }, commands: [['node', 'compile.mjs']] })
  expect(await run({ ...failing, shows: 'it compiles' }, installation)).toMatchObject({ state: 'failed' })
})

test('a set-up for another platform is not run, and says so', async () => {
  const { installation } = await install()
  const { state, note } = await run(createSetup({ platform: 'plan9-x64' }), installation)
  expect([state, note]).toEqual(['not run', 'its binary is for plan9-x64'])
})
