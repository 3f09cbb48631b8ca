import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { packPackages } from '../src/tarballs.ts'

const names = ['@seam-acs/types', '@seam-acs/client', '@seam-acs/mock']
const folder = mkdtempSync(join(tmpdir(), 'seam-acs-tarballs-'))
afterAll(() => rmSync(folder, { recursive: true }))
const tarballs = await packPackages(folder)

const tar = (...args: string[]) => execFileSync('tar', args, { cwd: folder, encoding: 'utf8' })
const listFiles = (name: string) =>
  tar('-tzf', tarballs[name]!)
    .trim()
    .split('\n')
    .map((path) => path.replace('package/', ''))
const read = (name: string, path: string) => tar('-xOzf', tarballs[name]!, `package/${path}`)

test.each(names)('%s contains what SECURITY.md names, and nothing else', (name) => {
  const [, list] = /files other than (.*), or runs code/.exec(
    readFileSync(new URL('../../../SECURITY.md', import.meta.url), 'utf8'),
  )!
  const allowed = [...list!.matchAll(/`([^`]+)`/g)].map(([, path]) => path!)
  expect(allowed).toContain('package.json')
  const others = listFiles(name).filter((path) =>
    allowed.every((each) => (each.endsWith('/') ? !path.startsWith(each) : path !== each)),
  )
  expect(others).toEqual([])
  expect(listFiles(name)).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json']))
})

test.each(names)('%s runs nothing when it is installed', (name) => {
  const { scripts } = JSON.parse(read(name, 'package.json'))
  expect(Object.keys(scripts).filter((script) => /^(pre|post)?(install|prepare)$/.test(script))).toEqual([])
})

test('each package has its changelog in the tarball as soon as there is one', () => {
  const copies = mkdtempSync(join(tmpdir(), 'seam-acs-packages-'))
  onTestFinished(() => rmSync(copies, { recursive: true }))
  const folders = names.map((name) => name.replace('@seam-acs/', ''))
  for (const name of folders) {
    const source = fileURLToPath(new URL(`../../${name}/package.json`, import.meta.url))
    cpSync(source, join(copies, name, 'package.json'))
    writeFileSync(join(copies, name, 'CHANGELOG.md'), '# Changes\n')
  }
  const paths = folders.map((name) => `./${name}`)
  const output = execFileSync('npm', ['pack', ...paths, '--dry-run', '--json', '--ignore-scripts'], {
    cwd: copies,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const packed: { name: string; files: { path: string }[] }[] = JSON.parse(output)
  const withChangelog = packed.filter(({ files }) => files.some(({ path }) => path === 'CHANGELOG.md'))
  expect(withChangelog.map(({ name }) => name).toSorted()).toEqual(names.toSorted())
})

test.each(names.slice(1))('%s takes any compatible version of the types, so that a program has one copy', (name) => {
  const { dependencies, version } = JSON.parse(read(name, 'package.json'))
  expect(dependencies['@seam-acs/types']).toBe(`^${version}`)
  expect(Object.values(dependencies).filter((range) => /catalog|workspace/.test(range as string))).toEqual([])
})

test.each(names)('every link in the README of %s works outside of the repository', (name) => {
  const readme = read(name, 'README.md')
  const anchors = [...readme.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replaceAll(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  )
  const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link!)
  expect(links.filter((link) => !link.startsWith('https://') && !anchors.includes(link.replace(/^#/, '')))).toEqual([])
})
