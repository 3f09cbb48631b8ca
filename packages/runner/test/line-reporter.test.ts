import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { readCounts } from '../src/counts.ts'

const directory = fileURLToPath(new URL('..', import.meta.url))

/** What a run of these tests prints. */
async function run(tests: string): Promise<string> {
  await mkdir(join(directory, 'node_modules/.cache'), { recursive: true })
  const folder = await mkdtemp(join(directory, 'node_modules/.cache/reporter-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'some.test.ts'), `import { expect, test } from 'vitest'\n${tests}`)
  const config = join(folder, 'vitest.config.ts')
  const exclude = 'exclude: []'
  await writeFile(
    config,
    `import { settings } from '${new URL('../src/testing/vitest.ts', import.meta.url)}'\nexport default { test: { ...settings, ${exclude} } }`,
  )
  const vitest = join(directory, 'node_modules/vitest/vitest.mjs')
  const { stdout, stderr } = spawnSync(process.execPath, [vitest, 'run', '--root', folder], { encoding: 'utf8' })
  return stripVTControlCharacters(stdout + stderr)
}

test('a run that passes prints one line, whatever its tests print', async () => {
  const output = await run(
    "test('adds', () => { console.log('adding'); expect(1 + 1).toBe(2) })\ntest.skip('other', () => {})",
  )
  expect(output).toMatch(/^1 passed, 0 failed, 1 skipped in \d+\.\d s\n$/)
})

test('a run that fails prints the failure, what the test printed, and ends in the counts', async () => {
  const output = await run(
    "test('adds', () => { console.log('adding'); expect(1 + 1).toBe(3) })\ntest('other', () => {})",
  )
  expect(output).toContain('adding')
  expect(output).toContain('AssertionError: expected 2 to be 3')
  expect(output).not.toMatch(/✓|RUN/)
  expect(readCounts(output)).toEqual({ passed: 1, failed: 1, skipped: 0 })
})

test('an error outside of the tests is printed, although every test passes', async () => {
  const output = await run(
    "setTimeout(() => { throw new Error('late') }, 0)\ntest('adds', () => new Promise((resolve) => setTimeout(resolve, 50)))",
  )
  expect(output).toContain('Error: late')
  expect(readCounts(output)).toEqual({ passed: 1, failed: 0, skipped: 0 })
})
