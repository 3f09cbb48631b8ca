import { execFileSync, execSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

const raise = 'If the new feature is worth it, raise the limit in packages/mock/test/package.test.ts.'
const directory = fileURLToPath(new URL('..', import.meta.url))

/** Bundles a program that uses the mock into one file. Fails if it imports a module of Node. */
async function bundle(contents: string, external: string[] = []) {
  const { outputFiles, metafile } = await build({
    bundle: true,
    external,
    format: 'esm',
    metafile: true,
    minify: true,
    platform: 'neutral',
    stdin: { contents, resolveDir: directory },
    target: 'es2022',
    write: false,
  })
  return { text: outputFiles[0]!.text, metafile, size: gzipSync(outputFiles[0]!.contents, { level: 9 }).length }
}

// Raised from 13.2 kB for compressed bodies, the limits of a body, and the indexes of the store.
test('a bundle of the mock is at most 14.8 kB without its contract, which grows with the API', async () => {
  const { size, text } = await bundle("export { createMock } from '@seam-acs/mock'")
  const contract = await bundle("export { contract } from './src/contract.gen.ts'")
  expect(size - contract.size, raise).toBeLessThanOrEqual(14_800)
  expect(text).not.toMatch(/["']node:/)
})

test('a bundle of the mock for any contract contains none', async () => {
  const { text } = await bundle("export { createMockFor } from '@seam-acs/mock/contract'")
  expect(text).not.toContain('request_id')
})

test('a bundle has no code that a strict content security policy forbids', async () => {
  const { text } = await bundle("export { createMock } from '@seam-acs/mock'")
  expect(text).not.toMatch(/\beval\(|new Function\b/)
})

test('an unused import adds almost nothing to a bundle', async () => {
  expect((await bundle("import { createMock } from '@seam-acs/mock'")).size).toBeLessThanOrEqual(100)
})

test('a bundle runs where code from strings is forbidden', async () => {
  const { text } = await bundle(`import { createMock } from '@seam-acs/mock'
    const send = (body) => createMock().fetch('/acs/credentials/create', {
      method: 'POST',
      headers: { authorization: 'Bearer seam_test_key', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const statuses = [await send({}), await send({ access_method: 'card', acs_user_id: '0fc82df4-391b-4d00-a234-86378f1c3952' })]
    let isForbidden = false
    try { new Function('') } catch { isForbidden = true }
    console.log(statuses.map(({ status }) => status).join(), isForbidden)`)
  const folder = await mkdtemp(join(tmpdir(), 'seam-acs-mock-'))
  const file = join(folder, 'program.mjs')
  await writeFile(file, text)
  const output = execFileSync(process.execPath, ['--disallow-code-generation-from-strings', file], { encoding: 'utf8' })
  await rm(folder, { recursive: true })
  expect(output).toBe('400,200 true\n')
})

test('the package has the files that it needs, and no others', () => {
  const output = execSync('npm pack --dry-run --json --ignore-scripts', {
    cwd: directory,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [{ files }] = JSON.parse(output)
  const paths = (files as { path: string }[]).map(({ path }) => path)
  expect(paths).toEqual(expect.arrayContaining(['dist/bin.js', 'dist/index.js', 'dist/index.d.ts', 'dist/server.js']))
  expect(paths.filter((path) => !/^(dist|src)\//.test(path)).toSorted()).toEqual([
    'LICENSE',
    'README.md',
    'package.json',
  ])
})

test('the example in the README is the one that these tests run', async () => {
  const [readme, example] = await Promise.all(
    ['../README.md', 'example.test.ts'].map((file) => readFile(new URL(file, import.meta.url), 'utf8')),
  )
  expect(readme).toContain(`\`\`\`ts\n${example}\`\`\`\n`)
})
