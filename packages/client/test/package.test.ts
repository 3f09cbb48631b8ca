import { execFileSync, execSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

const raise = 'Is it larger because the API is? Then raise the limit in packages/client/test/package.test.ts.'
const directory = fileURLToPath(new URL('..', import.meta.url))

/** The bytes of a program's chunks after minifying and `gzip -9`: what is loaded at once, and what with validation. */
async function measure(program: string) {
  const { outputFiles, metafile } = await build({
    bundle: true,
    format: 'esm',
    metafile: true,
    minify: true,
    outdir: 'out',
    splitting: true,
    stdin: { contents: program, resolveDir: directory },
    target: 'es2022',
    write: false,
  })
  const sizes = outputFiles.map(({ path, contents }) => ({
    isValidation: Object.entries(metafile.outputs).some(
      ([output, { entryPoint }]) => path.endsWith(output) && entryPoint?.endsWith('validate.js'),
    ),
    size: gzipSync(contents, { level: 9 }).length,
  }))
  const sum = (list: typeof sizes) => list.reduce((total, { size }) => total + size, 0)
  return { initial: sum(sizes.filter(({ isValidation }) => !isValidation)), all: sum(sizes) }
}

test('a bundle of one call is small, and its validators are loaded apart', async () => {
  const { initial, all } = await measure(
    "import { Seam } from '@seam-acs/client'\nexport const go = (body) => new Seam().acs.credentials.create(body)",
  )
  expect(initial, raise).toBeLessThanOrEqual(6650)
  expect(all, raise).toBeLessThanOrEqual(9000)
})

test('importing a name that is not used leaves next to nothing in a bundle', async () => {
  expect((await measure("import { Seam } from '@seam-acs/client'")).initial).toBeLessThanOrEqual(100)
})

test('the package has what it needs, and is small', () => {
  const output = execSync('npm pack --dry-run --json', {
    cwd: directory,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [{ files, unpackedSize }] = JSON.parse(output)
  const paths = (files as { path: string }[]).map(({ path }) => path)
  expect(paths).toEqual(
    expect.arrayContaining(['AGENTS.md', 'LICENSE', 'README.md', 'llms.txt', 'dist/index.js', 'dist/index.d.ts']),
  )
  expect(paths.filter((path) => !/^(dist|src)\//.test(path)).toSorted()).toEqual(
    ['AGENTS.md', 'LICENSE', 'README.md', 'llms.txt', 'package.json'].toSorted(),
  )
  const modules = paths
    .filter((path) => path.endsWith('.js'))
    .map((path) => path.replace(/^dist\/(.*)\.js$/, 'src/$1.ts'))
  expect(modules.filter((path) => !paths.includes(path))).toEqual([])
  expect(unpackedSize, raise).toBeLessThanOrEqual(165_000)
})

test('require gives what import gives', () => {
  const program =
    "import('@seam-acs/client').then(({ Seam }) => console.log(Seam === require('@seam-acs/client').Seam))"
  expect(execFileSync(process.execPath, ['--eval', program], { cwd: directory, encoding: 'utf8' })).toBe('true\n')
})
