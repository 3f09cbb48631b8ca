import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { watchSpec } from '../src/watch-spec.ts'

/** Watches a small spec. Each entry of `seen` is a file that the watcher named, with its text at that time. */
async function watchFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'seam-acs-watch-'))
  for (const name of ['components/schemas', 'paths', 'lint']) mkdirSync(join(folder, name), { recursive: true })
  const save = (file: string, text: string) => writeFileSync(join(folder, file), text)
  for (const file of ['openapi.yaml', 'components/schemas/user.yaml', 'paths/create.yaml', 'redocly.yaml'])
    save(file, 'saved: never\n')
  const seen: string[] = []
  const watcher = await watchSpec(folder, (file) => {
    const path = join(folder, file)
    seen.push(`${file}: ${existsSync(path) ? readFileSync(path, 'utf8') : 'deleted'}`)
  })
  onTestFinished(async () => {
    await watcher.close()
    rmSync(folder, { recursive: true })
  })
  const replace = (file: string, text: string) => {
    save(`${file}~`, text)
    renameSync(join(folder, `${file}~`), join(folder, file))
  }
  return { folder, save, replace, seen }
}

test.each(['openapi.yaml', 'components/schemas/user.yaml', 'paths/create.yaml'])(
  'every save of %s is seen, in place and by rename',
  async (file) => {
    const { save, replace, seen } = await watchFolder()
    for (const [index, write] of [save, replace, replace, save, replace].entries()) {
      write(file, `saved: ${index}\n`)
      await expect.poll(() => seen).toContain(`${file}: saved: ${index}\n`)
    }
  },
)

test('a new file and a deleted one are seen', async () => {
  const { folder, save, seen } = await watchFolder()
  save('paths/delete.yaml', 'saved: once\n')
  await expect.poll(() => seen).toContain('paths/delete.yaml: saved: once\n')
  rmSync(join(folder, 'paths/create.yaml'))
  await expect.poll(() => seen).toContain('paths/create.yaml: deleted')
})

test('temporary files of editors, and files that are not part of the spec, are ignored', async () => {
  const { save, seen } = await watchFolder()
  for (const file of [
    'paths/create.yaml~',
    'paths/.create.yaml.swp',
    'paths/.#create.yaml',
    'paths/4913',
    'redocly.yaml',
    'lint/rule.yaml',
  ])
    save(file, 'saved: once\n')
  save('openapi.yaml', 'saved: last\n')
  await expect.poll(() => seen).toContain('openapi.yaml: saved: last\n')
  expect(seen.filter((entry) => !entry.startsWith('openapi.yaml: '))).toEqual([])
})
