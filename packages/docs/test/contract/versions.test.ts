import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { pnpm } from '@seam-acs/runner/command'
import contract from '@seam-acs/spec' with { type: 'json' }
import { afterAll, expect, test } from 'vitest'
import { keepVersion } from '../../scripts/keep-version.ts'
import { readReleases } from '../../src/contract/pages/changelog.ts'
import type { OpenApiDocument } from '@seam-acs/spec/model'
import { chooseDocument, keptVersions, readVersions } from '../../src/contract/document/versions.ts'

const folder = await mkdtemp(join(tmpdir(), 'versions-'))
afterAll(() => rm(folder, { recursive: true }))

const release = (version: string) =>
  ({ ...structuredClone(contract), info: { ...contract.info, version } }) as unknown as OpenApiDocument

test(`every release has its bundle (\`${pnpm} run version\` keeps it)`, async () => {
  const releases = await readReleases()
  const kept = keptVersions.map(({ version }) => version)
  expect(releases.filter(({ version }) => !kept.includes(version))).toEqual([])
})

test('before a stable version, the site is that of the stable version before, if there is one', async () => {
  const save = async (...versions: string[]) => {
    const kept = await mkdtemp(join(folder, 'kept-'))
    for (const version of versions) await writeFile(join(kept, `${version}.json`), JSON.stringify(release(version)))
    return kept
  }
  const kept = await save('0.9.0', '1.0.0', '1.1.0-rc.1')
  const given = join(kept, '1.1.0-rc.1.json')
  expect(chooseDocument(given, readVersions(kept))).toBe(join(kept, '1.0.0.json'))
  expect(chooseDocument(given, readVersions(await save('1.1.0-rc.0')))).toBe(given)
  expect(chooseDocument(join(kept, '0.9.0.json'), readVersions(kept))).toBe(join(kept, '0.9.0.json'))
})

test('of a release that says what the one before says, that is all that is kept', async () => {
  const kept = pathToFileURL(`${await mkdtemp(join(folder, 'kept-'))}/`)
  const read = async (version: string) => JSON.parse(await readFile(new URL(`${version}.json`, kept), 'utf8'))
  const document = (version: string) =>
    ({ ...release('1.0.0'), info: { ...contract.info, version } }) as OpenApiDocument
  for (const version of ['1.0.0', '1.0.1', '1.0.2']) await keepVersion(document(version), kept)
  expect(await read('1.0.0')).toEqual(document('1.0.0'))
  expect([await read('1.0.1'), await read('1.0.2')]).toEqual([{ sameAs: '1.0.0' }, { sameAs: '1.0.0' }])
  const changed = { ...document('1.1.0'), tags: [] }
  await keepVersion(changed, kept)
  expect(await read('1.1.0')).toEqual(changed)
  await keepVersion(document('1.1.1'), kept)
  expect(await read('1.1.1')).toEqual(document('1.1.1'))
})

test('a release is kept as it is, and never replaced', async () => {
  const document = release('0.11.0')
  const kept = pathToFileURL(`${folder}/`)
  await keepVersion(document, kept)
  await keepVersion(document, kept)
  expect(JSON.parse(await readFile(join(folder, '0.11.0.json'), 'utf8'))).toEqual(document)
  const changed = { ...document, tags: [] }
  await expect(keepVersion(changed, kept)).rejects.toThrow('packages/docs/versions/0.11.0.json differs from the spec')
})
