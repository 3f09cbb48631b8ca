import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { emitModule } from '../src/emit.ts'

const program = fileURLToPath(new URL('../src/build-package.ts', import.meta.url))

const compilerOptions = {
  allowImportingTsExtensions: true,
  declaration: true,
  declarationMap: true,
  lib: ['es5'],
  module: 'nodenext',
  outDir: 'dist',
  rewriteRelativeImportExtensions: true,
  rootDir: 'src',
  target: 'es2022',
  types: [],
  verbatimModuleSyntax: true,
}

const source = {
  'base.ts': '/** The base. */\nexport class Base {}\n',
  'main.ts': "#!/usr/bin/env node\nimport { Base } from './base.ts'\n\nnew Base()\n",
  'other.ts': "import { Base } from './base.ts'\n\nexport const base = new Base()\n",
}

/** Builds a package of these files, and says what is in its folder. */
function build(files: Record<string, string>, ...formats: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'seam-acs-build-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const scripts = { build: `build-package ${formats.join(' ')}` }
  const manifest = { name: 'built', type: 'module', bin: { built: './dist/main.js' }, scripts }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(folder, 'tsconfig.build.json'), JSON.stringify({ compilerOptions, include: ['src'] }))
  for (const each of ['src', 'dist']) mkdirSync(join(folder, each))
  writeFileSync(join(folder, 'dist/old.js'), '')
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'src', name), text)
  const { status, stderr } = spawnSync(process.execPath, [program, ...formats], { cwd: folder, encoding: 'utf8' })
  const list = (path: string) => readdirSync(join(folder, path)).toSorted()
  const read = (path: string) => readFileSync(join(folder, path), 'utf8')
  return { folder, status, stderr, list, read }
}

test('the comment that lets a bundler leave out a call is kept, and no other comment', () => {
  const text = '/** The base. */\nexport const base: object = /* @__PURE__ */ (() => ({ a: 1 /* one */ }))()\n'
  const { read, stderr } = build({ ...source, 'pure.ts': text }, 'esm', 'commonjs')
  expect(stderr).toBe('')
  expect(read('dist/pure.js')).toBe('export const base = /* @__PURE__ */ (() => ({ a: 1 }))();\n')
  expect(read('dist/cjs/pure.js')).toContain('exports.base = /* @__PURE__ */ (() =>')
})

test('a package gets both formats, and each has every class once', () => {
  const { folder, list, read, stderr } = build(source, 'esm', 'commonjs')
  expect(stderr).toBe('')
  expect(list('dist')).toEqual(
    ['base', 'main', 'other']
      .flatMap((name) => [`${name}.d.ts`, `${name}.d.ts.map`, `${name}.js`])
      .toSpliced(3, 0, 'cjs'),
  )
  expect(list('dist/cjs')).toEqual(['base.d.ts', 'base.js', 'other.d.ts', 'other.js', 'package.json'])
  expect(read('dist/base.js')).toBe('export class Base {\n}\n')
  expect(read('dist/base.d.ts')).toContain('/** The base. */')
  const load = (name: string) => createRequire(program)(join(folder, 'dist/cjs', name))
  expect(load('other.js').base).toBeInstanceOf(load('base.js').Base)
})

test('a package of types alone is CommonJS, which both formats can import', () => {
  const { list, read } = build({ 'index.ts': 'export interface Key {\n  id: string\n}\n' }, 'commonjs')
  expect(list('dist')).toEqual(['index.d.ts', 'index.d.ts.map', 'index.js', 'package.json'])
  expect(JSON.parse(read('dist/package.json'))).toEqual({ type: 'commonjs', sideEffects: false })
})

test('a type error fails the build and leaves dist/ as it was', () => {
  const { list, status, stderr } = build({ 'index.ts': 'export const id: string = 1\n' }, 'esm', 'commonjs')
  expect(status).toBe(1)
  expect(stderr).toContain("src/index.ts(1,14): error TS2322: Type 'number' is not assignable to type 'string'.")
  expect(list('dist')).toEqual(['old.js'])
})

test('a check says which file of dist/ is not what src/ gives', () => {
  const { folder, status, stderr } = build(source, 'esm', 'commonjs')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const check = () =>
    spawnSync(process.execPath, [program, '--check', 'esm', 'commonjs'], { cwd: folder, encoding: 'utf8' })
  expect(check()).toMatchObject({ status: 0, stderr: '' })
  const expectComplaint = (path: string) =>
    expect(check()).toMatchObject({ status: 1, stderr: expect.stringContaining(`${path} is not what src/ gives now`) })
  writeFileSync(join(folder, 'dist/extra.js'), '')
  expectComplaint('dist/extra.js')
  rmSync(join(folder, 'dist/extra.js'))
  rmSync(join(folder, 'dist/cjs/other.js'))
  expectComplaint('dist/cjs/other.js')
  writeFileSync(join(folder, 'src/base.ts'), 'export class Base { a = 1 }\n')
  expectComplaint('dist/base.d.ts')
})

test.each([['esm', 'commonjs'], ['commonjs']])(
  'a module on its own is emitted as the whole package was (%s %s)',
  (...formats) => {
    const base = '/** The base. */\nexport class Base {\n  /** Its name. */\n  name: string = "base"\n}\n'
    const { folder, read } = build({ ...source, 'base.ts': base }, ...formats)
    const files = emitModule(folder, 'src/base.ts', base)

    expect([...files.keys()].filter((path) => path.endsWith('base.js'))).toHaveLength(formats.length)
    for (const [path, text] of files) expect(text).toBe(read(join('dist', path)))
  },
)
