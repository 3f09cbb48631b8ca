import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { summarizeBuild } from '../src/build-summary.ts'
import type { Task } from '../src/turbo.ts'

const built = (name: string, task: Partial<Task> = {}): Task => ({
  id: `@seam-acs/${name}#build`,
  isSuccess: true,
  isCached: false,
  log: '',
  ...task,
})

/** The summary of a build in a fresh clone. */
async function summarize(...tasks: Task[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'seam-acs-build-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  if (tasks.some(({ id }) => id === '@seam-acs/spec#build')) writeContract(folder)
  return (await summarizeBuild(tasks, folder)).map((line) => stripVTControlCharacters(line).trim())
}

function writeContract(folder: string): void {
  mkdirSync(join(folder, 'spec/dist'), { recursive: true })
  const contract = { info: { version: '1.2.3' }, paths: { '/a': {} }, components: { schemas: { a: {}, b: {} } } }
  writeFileSync(join(folder, 'spec/dist/openapi.json'), JSON.stringify(contract))
}

test('a build of some packages lists only these', async () => {
  const [heading, ...lines] = await summarize(built('spec', { isCached: true }), built('types'))
  expect(heading).toBe('Built from spec/openapi.yaml, version 1.2.3 (1 operation, 2 schemas):')
  expect(lines.map((line) => line.split(/ +/)[0])).toEqual(['spec/dist/openapi.json', 'packages/types/dist', 'Next:'])
})

test('a package that was built without the spec is listed alone', async () => {
  const [heading, ...lines] = await summarize(built('types'))
  expect(heading).toBe('Built:')
  expect(lines.map((line) => line.split(/ +/)[0])).toEqual(['packages/types/dist', 'Next:'])
})

test('a task that did not run is not listed as built', async () => {
  const lines = await summarize(built('spec'), built('types', { isSuccess: false }))
  expect(lines.filter((line) => line.startsWith('packages/'))).toEqual([])
})

test('a build of packages that nobody uses directly prints no summary', async () => {
  expect(await summarize(built('consumers'))).toEqual([])
})
