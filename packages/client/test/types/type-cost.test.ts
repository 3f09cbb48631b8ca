import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
interface Cost {
  types: number
  instantiations: number
}

const compilers = ['typescript', 'typescript-6', 'typescript-7']
const folder = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** What the compiler makes of a program in a project that has this package. */
async function measure(compiler: string, program: string): Promise<Cost> {
  const directory = await mkdtemp(join(tmpdir(), 'seam-acs-client-'))
  onTestFinished(() => rm(directory, { recursive: true }))
  const configuration = {
    // Checking the declarations themselves would count all of their types in every program.
    compilerOptions: {
      // Neither the call nor its result mentions the declarations of the web, which take half of the time.
      lib: ['es2022'],
      module: 'nodenext',
      noEmit: true,
      skipLibCheck: true,
      strict: true,
      target: 'es2022',
      types: [],
    },
  }
  await mkdir(join(directory, 'node_modules/@seam-acs'), { recursive: true })
  await Promise.all([
    symlink(folder(''), join(directory, 'node_modules/@seam-acs/client'), 'junction'),
    symlink(folder('node_modules/openapi-fetch'), join(directory, 'node_modules/openapi-fetch'), 'junction'),
    writeFile(join(directory, 'package.json'), '{ "type": "module" }'),
    writeFile(join(directory, 'tsconfig.json'), JSON.stringify(configuration)),
    writeFile(join(directory, 'program.ts'), program),
  ])
  const tsc = folder(`node_modules/${compiler}/bin/tsc`)
  const { stdout } = await promisify(execFile)(process.execPath, [tsc, '--project', directory, '--extendedDiagnostics'])
  const read = (name: string) => Number(new RegExp(`^${name}: +(\\d+)$`, 'm').exec(stdout)?.[1])
  return { types: read('Types'), instantiations: read('Instantiations') }
}

/**
 * Everything but the call: the import, the client, and an `await` of a promise with more methods than TypeScript's own.
 * Such an `await` costs any program the same, because TypeScript then reads its declaration of promises.
 */
const baseline = `
  import { Seam } from '@seam-acs/client'
  const seam = new Seam()
  interface Call extends Promise<string> {}
  declare const call: Call
  await call
`
const call = `
  import { Seam } from '@seam-acs/client'
  const seam = new Seam()
  await seam.acs.credentials.create({
    access_method: 'code',
    user_identity_id: '4b6ec19d-ba68-46ca-80fd-55247684c2bb',
    acs_system_id: '7113de29-6130-4153-a6ea-1b7ca0fe3198',
  })
`
const inferredCall = `
  import type { paths } from '@seam-acs/client'
  import createClient from 'openapi-fetch'
  await createClient<paths>().POST('/acs/credentials/create', {
    body: { access_method: 'code', acs_user_id: '53f39f90-5113-4bdd-8432-acf328ce508c' },
  })
`

const measured = new Map<string, Promise<Cost>>()

/** Measures each program once with each compiler. */
function measureOnce(compiler: string, program: string): Promise<Cost> {
  const key = `${compiler}\n${program}`
  const cost = measured.get(key) ?? measure(compiler, program)
  measured.set(key, cost)
  return cost
}

async function measureAbove(compiler: string, program: string, base: string): Promise<Cost> {
  const [cost, baseCost] = await Promise.all([measureOnce(compiler, program), measureOnce(compiler, base)])
  return { types: cost.types - baseCost.types, instantiations: cost.instantiations - baseCost.instantiations }
}

test.each(compilers)(
  'a call costs %s at most 40 types and 12 instantiations above everything but the call',
  async (compiler) => {
    const { types, instantiations } = await measureAbove(compiler, call, baseline)
    expect(types).toBeLessThanOrEqual(40)
    expect(instantiations).toBeLessThanOrEqual(12)
  },
)

test.each(compilers)('a call costs %s at most 12 instantiations above an import that is not used', async (compiler) => {
  const { instantiations } = await measureAbove(compiler, call, "import { Seam } from '@seam-acs/client'")
  expect(instantiations).toBeLessThanOrEqual(12)
})

test.each(compilers)('the measure objects to a call whose types %s infers from the paths', async (compiler) => {
  const { types, instantiations } = await measureAbove(compiler, inferredCall, baseline)
  expect(types).toBeGreaterThan(40)
  expect(instantiations).toBeGreaterThan(12)
})
