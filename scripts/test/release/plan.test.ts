import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { readPackages, readVersion, toDistTag } from '../../release/packages.ts'
import { plan } from '../../release/plan.ts'
import { readRegistry } from '../../release/registry.ts'

/** A repository with a published and a private package, and its changesets. */
async function createRepository(version: string, changesets: Record<string, string> = {}): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'plan-'))
  onTestFinished(() => rm(root, { recursive: true }))
  const manifests = {
    client: { name: '@a/client', version, dependencies: { '@a/types': '1.0.0' } },
    docs: { name: '@a/docs', version: '0.0.0', private: true },
    types: { name: '@a/types', version },
  }
  for (const [name, manifest] of Object.entries(manifests)) {
    await mkdir(join(root, 'packages', name), { recursive: true })
    await writeFile(join(root, 'packages', name, 'package.json'), JSON.stringify(manifest))
  }
  await mkdir(join(root, '.changeset'))
  for (const [name, text] of Object.entries(changesets)) await writeFile(join(root, '.changeset', name), text)
  return root
}

/** The address of a registry that has some versions of each package, or that does not work. */
async function startRegistry(versions: string[], status = 200): Promise<string> {
  const server = createServer((_, response) => {
    const content = {
      versions: Object.fromEntries(versions.map((each) => [each, { dist: { integrity: 'sha512-a' } }])),
    }
    response.writeHead(versions.length === 0 && status === 200 ? 404 : status).end(JSON.stringify(content))
  })
  server.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

test('packages are published after those that they depend on, and private ones never', async () => {
  const packages = readPackages(await createRepository('1.0.0'))
  expect(packages.map(({ manifest }) => manifest.name)).toEqual(['@a/types', '@a/client'])
  expect(readVersion(packages)).toBe('1.0.0')
  packages[0]!.manifest.version = '2.0.0'
  expect(() => readVersion(packages)).toThrow('several versions: 2.0.0, 1.0.0')
})

test('a pre-release has the tag of its line, so that `latest` stays', () => {
  expect(['1.0.0', '1.0.0-beta.3', '2.0.0-next.0'].map(toDistTag)).toEqual(['latest', 'beta', 'next'])
})

const pre = (mode: string, changesets: string[]) => JSON.stringify({ mode, tag: 'beta', changesets })

test.each<[string, string, Record<string, string>]>([
  ['a changeset', 'version', { 'one.md': '' }],
  ['a changeset that no beta has had yet', 'version', { 'one.md': '', 'pre.json': pre('pre', []) }],
  ['the end of a line of betas', 'version', { 'pre.json': pre('exit', ['one']) }],
  ['only changesets that a beta has had', 'nothing', { 'one.md': '', 'pre.json': pre('pre', ['one']) }],
  ['only the README of the folder', 'nothing', { 'README.md': '' }],
])('%s asks for "%s"', async (_, work, changesets) => {
  const registry = await startRegistry(['1.0.0'])
  expect(await plan(await createRepository('1.0.0', changesets), registry)).toBe(work)
})

test('a version that the registry lacks is published, and one that it has is not', async () => {
  const root = await createRepository('1.0.0')
  expect(await plan(root, await startRegistry(['0.9.0']))).toBe('publish')
  expect(await plan(root, await startRegistry([]))).toBe('publish')
  expect(await plan(root, await startRegistry(['0.9.0', '1.0.0']))).toBe('nothing')
})

test('a registry that does not work stops the release', async () => {
  const registry = await startRegistry(['1.0.0'], 503)
  await expect(plan(await createRepository('1.0.0'), registry)).rejects.toThrow(/responds with 503/)
})

test('nothing is published before the first version, and a line of betas can be begun at any time', async () => {
  const registry = await startRegistry([])
  const root = await createRepository('0.0.0')
  expect(await plan(root, registry)).toBe('nothing')
  expect(await plan(root, registry, 'enter')).toBe('version')
  expect(await plan(root, registry, 'exit')).toBe('version')
  expect(await plan(root, registry, 'none')).toBe('nothing')
})

test('the registry is the one of npm, with a slash at its end', () => {
  vi.stubEnv('npm_config_registry', 'https://registry.example/npm')
  expect(readRegistry()).toBe('https://registry.example/npm/')
})
