import { expect, test } from 'vitest'
import { pnpm } from '../src/command.ts'
import { explainFailures, totalTests } from '../src/ending.ts'
import type { Task } from '../src/turbo.ts'
import { toTurboArguments } from '../src/verbs.ts'

function task(id: string, changes: Partial<Task> = {}): Task {
  return { id, isSuccess: true, isCached: false, log: '$ vitest run\n2 passed, 0 failed in 1.0 s\n', ...changes }
}

test('the tests of every package are added up, and other tasks are not', () => {
  const skipping = task('@seam-acs/mock#test', { log: '3 passed, 0 failed, 4 skipped in 1.0 s\n' })
  expect(totalTests([task('a#test'), skipping, task('a#build')])).toEqual(['5 passed, 0 failed, 4 skipped'])
})

test('a run without tests has no total', () => {
  expect(totalTests([task('a#build')])).toEqual([])
})

test('results from the cache are counted, and the summary says so', () => {
  expect(totalTests([task('a#test'), task('b#test', { isCached: true })])).toEqual([
    '1 of 2 suites passed before, and nothing that they test has changed.',
    '4 passed, 0 failed',
  ])
})

test('the summary says that no test ran if every result came from the cache', () => {
  expect(totalTests([task('a#test', { isCached: true })])).toEqual([
    'No test ran: all 2 passed before, and nothing that they test has changed.',
  ])
})

test.each([
  ['failures', '1 passed, 2 failed in 1.0 s\n', '3 passed, 2 failed'],
  ['no count', 'SyntaxError\n', '2 passed, 1 failed'],
  ['an error outside of its tests', '1 passed, 0 failed in 1.0 s\n', '3 passed, 1 failed'],
])('a suite that ends with %s fails the total', (_, log, total) => {
  expect(totalTests([task('a#test'), task('b#test', { isSuccess: false, log })])).toEqual([total])
})

test('a failed task is named, with the command that runs it alone', () => {
  expect(explainFailures([task('a#test'), task('@seam-acs/b#test', { isSuccess: false })])).toEqual([
    `Failed: test of @seam-acs/b. Fix what it says above; \`${pnpm} --filter @seam-acs/b test\` runs it alone.`,
  ])
})

test('a failed format check names the command that formats', () => {
  expect(explainFailures([task('//#format:check', { isSuccess: false })])).toEqual([
    `Failed: format:check. Run \`${pnpm} format\`, which fixes what it can and names the rest.`,
  ])
})

test('the flags of a verb reach turbo, and those behind `--` come last', () => {
  expect(toTurboArguments('build', ['--force'])).toContain('--force')
  expect(toTurboArguments('test', ['--', '-t', 'name']).slice(-3)).toEqual(['--', '-t', 'name'])
})
