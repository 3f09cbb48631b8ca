import { expect, test } from 'vitest'
import { explainFailures, sumTests } from '../src/ending.ts'
import type { Task } from '../src/turbo.ts'
import { toTurboArguments } from '../src/verbs.ts'

function task(id: string, changes: Partial<Task> = {}): Task {
  return { id, isSuccess: true, isCached: false, log: '$ vitest run\n2 passed, 0 failed in 1.0 s\n', ...changes }
}

test('the tests of every package are summed up, and other tasks are not', () => {
  const skipping = task('b#test', { log: '3 passed, 0 failed, 4 skipped in 1.0 s\n' })
  expect(sumTests([task('a#test'), skipping, task('a#build')])).toEqual(['5 passed, 0 failed, 4 skipped'])
})

test('a run without tests has no sum', () => {
  expect(sumTests([task('a#build')])).toEqual([])
})

test('packages that were not run again are counted, and the ending says so', () => {
  expect(sumTests([task('a#test'), task('b#test', { isCached: true })])).toEqual([
    '1 of 2 packages had passed before, and nothing they test has changed.',
    '4 passed, 0 failed',
  ])
})

test('where every package had passed before, the ending says that no test ran', () => {
  expect(sumTests([task('a#test', { isCached: true })])).toEqual([
    'No test ran: all 2 had passed before, and nothing they test has changed.',
  ])
})

test.each([
  ['failures', '1 passed, 2 failed in 1.0 s\n', '3 passed, 2 failed'],
  ['no count', 'SyntaxError\n', '2 passed, 1 failed'],
  ['an error outside of its tests', '1 passed, 0 failed in 1.0 s\n', '3 passed, 1 failed'],
])('a suite that ends with %s fails the sum', (_, log, sum) => {
  expect(sumTests([task('a#test'), task('b#test', { isSuccess: false, log })])).toEqual([sum])
})

test('a failed task is named, with the command that runs it alone', () => {
  expect(explainFailures([task('a#test'), task('@seam-acs/b#test', { isSuccess: false })])).toEqual([
    'Failed: test of @seam-acs/b. Fix what it says above; `npx --yes pnpm@12.21.0 --filter @seam-acs/b test` runs it alone.',
  ])
})

test('a failed format is told with the command that formats', () => {
  expect(explainFailures([task('//#format:check', { isSuccess: false })])).toEqual([
    'Failed: format:check. Run `npx --yes pnpm@12.21.0 format`.',
  ])
})

test('flags of a verb reach turbo, and those behind `--` are the last', () => {
  expect(toTurboArguments('build', ['--force'])).toContain('--force')
  expect(toTurboArguments('test', ['--', '-t', 'name']).slice(-3)).toEqual(['--', '-t', 'name'])
})
