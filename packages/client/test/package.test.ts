import { execFileSync, execSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

const directory = fileURLToPath(new URL('..', import.meta.url))
const raise =
  'Is it larger because the client can do more? Then raise the limit in packages/client/test/package.test.ts.'

/** The bytes of a program in one file, after minifying and `gzip -9`. */
async function measure(contents: string): Promise<number> {
  const { outputFiles } = await build({
    bundle: true,
    format: 'esm',
    minify: true,
    stdin: { contents, resolveDir: directory },
    target: 'es2022',
    write: false,
  })
  return gzipSync(outputFiles[0]!.contents, { level: 9 }).length
}

/** How many bytes a generated module has more than for the API of one operation, which the limits are for. */
async function measureGrowth(module: string, bytes: number): Promise<number> {
  return Math.max(0, (await measure(`export * from './dist/${module}'`)) - bytes)
}

test('a bundle of one call is small', async () => {
  const size = await measure(
    "import { Seam } from '@seam-acs/client'\nexport const go = (body) => new Seam().acs.credentials.create(body)",
  )
  expect(size, raise).toBeLessThanOrEqual(4900 + (await measureGrowth('operations.gen.js', 325)))
})

test('a bundle of one call and the validator is small', async () => {
  const size = await measure(`
    import { Seam } from '@seam-acs/client'
    import { validator } from '@seam-acs/client/validator'
    export const go = (body) => new Seam({ validate: 'both', validator }).acs.credentials.create(body)`)
  const growth =
    (await measureGrowth('operations.gen.js', 325)) + (await measureGrowth('validation/validators.gen.js', 1670))
  expect(size, raise).toBeLessThanOrEqual(6500 + growth)
})

test('the functions that generated checks call are small', async () => {
  expect(await measure("export * from './dist/validation/checks.js'"), raise).toBeLessThanOrEqual(800)
})

test('a bundle of the function of one operation and its checks leaves the others out', async () => {
  const size = await measure(`
    import { acsCredentialsCreate, createSeamClient } from '@seam-acs/client'
    import { acsCredentialsCreateChecks, createValidator } from '@seam-acs/client/validator'
    const client = createSeamClient({ validate: 'both', validator: createValidator([acsCredentialsCreateChecks]) })
    export const go = (body) => acsCredentialsCreate(client, body)`)
  expect(size, raise).toBeLessThanOrEqual(6450)
})

test('a bundle of the path client is small', async () => {
  const size = await measure(`
    import { createFetchClient } from '@seam-acs/client/openapi-fetch'
    export const go = (body) => createFetchClient().POST('/acs/credentials/create', { body })`)
  expect(size, raise).toBeLessThanOrEqual(7000)
})

test('a bundle of the function of one operation leaves the others out', async () => {
  const size = await measure(`
    import { acsCredentialsCreate, createSeamClient } from '@seam-acs/client'
    export const go = (body) => acsCredentialsCreate(createSeamClient(), body)`)
  expect(size, raise).toBeLessThanOrEqual(4800)
})

test('importing a name that is not used adds almost nothing to a bundle', async () => {
  expect(await measure("import { Seam } from '@seam-acs/client'")).toBeLessThanOrEqual(100)
})

test('the package has what it needs, and is small', () => {
  const output = execSync('npm pack --dry-run --json --ignore-scripts', {
    cwd: directory,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [{ files, unpackedSize }] = JSON.parse(output)
  const paths = (files as { path: string }[]).map(({ path }) => path)
  expect(paths).toEqual(
    expect.arrayContaining(['AGENTS.md', 'LICENSE', 'README.md', 'llms.txt', 'dist/index.js', 'dist/index.d.ts']),
  )
  // There is no CHANGELOG.md before the first release.
  const others = paths.filter((path) => !/^(dist|src)\/|^CHANGELOG\.md$/.test(path))
  expect(others.toSorted()).toEqual(['AGENTS.md', 'LICENSE', 'README.md', 'llms.txt', 'package.json'].toSorted())
  const modules = paths
    .filter((path) => path.endsWith('.js'))
    .map((path) => path.replace(/^dist\/(?:cjs\/)?(.*)\.js$/, 'src/$1.ts'))
  expect(modules.filter((path) => !paths.includes(path))).toEqual([])
  // CommonJS is a copy of the ES modules.
  const derived = (files as { path: string; size: number }[]).filter(({ path }) => /\.gen\.|^dist\/cjs\//.test(path))
  const derivedSize = derived.reduce((sum, { size }) => sum + size, 0)
  expect(unpackedSize - derivedSize, raise).toBeLessThanOrEqual(174_000)
})

test.each([
  ['@seam-acs/client', 'Seam'],
  ['@seam-acs/client/openapi-fetch', 'createFetchClient'],
  ['@seam-acs/client/validator', 'validator'],
])('require of %s gives what import gives', (entry, name) => {
  const program = `import('${entry}').then(({ ${name} }) => console.log(${name} === require('${entry}').${name}))`
  expect(execFileSync(process.execPath, ['--eval', program], { cwd: directory, encoding: 'utf8' })).toBe('true\n')
})
