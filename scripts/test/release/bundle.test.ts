import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { manifestName, readBundle, readDigest, readIntegrity, type Bundle } from '../../release/bundle.ts'

async function createBundle(): Promise<{ folder: string; bundle: Bundle; digest: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'bundle-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'client.tgz'), 'the client')
  const integrity = readIntegrity(join(folder, 'client.tgz'))
  const tarballs = [{ name: '@a/client', file: 'client.tgz', integrity }]
  const bundle: Bundle = { version: '1.0.0', distTag: 'latest', tarballs, assets: [] }
  await writeFile(join(folder, manifestName), JSON.stringify(bundle))
  return { folder, bundle, digest: readDigest(folder) }
}

test('a release is read as it was packed', async () => {
  const { folder, bundle, digest } = await createBundle()
  expect(readBundle(folder, digest)).toEqual(bundle)
  // As npm writes it.
  expect(bundle.tarballs[0]!.integrity).toMatch(/^sha512-[\w+/]{86}==$/)
})

test.each<[string, string, string]>([
  ['a tarball', 'client.tgz', 'client.tgz is not the one that was packed.'],
  ['the list', manifestName, `${manifestName} is not the one that was packed.`],
])('%s that was changed after it was packed is rejected', async (_, file, message) => {
  const { folder, digest } = await createBundle()
  await writeFile(join(folder, file), '{}')
  expect(() => readBundle(folder, digest)).toThrow(message)
})

test('a release without a digest is rejected', async () => {
  const { folder } = await createBundle()
  expect(() => readBundle(folder, '')).toThrow('is not the one that was packed')
})
