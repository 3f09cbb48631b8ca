import { expect, test } from 'vitest'
import type { Result } from '../src/run-setup.ts'
import { renderResults } from '../src/table.ts'

const passed: Result = { name: 'Node', state: 'passed', rows: 12, note: '' }
const notRun: Result = { name: 'Chromium', state: 'not run', rows: 0, note: 'No Chrome starts here.' }
const failed: Result = { name: 'jest', state: 'failed', rows: 0, note: 'It ended with 1:\nSyntaxError' }

test('each set-up has a line, and none is left out silently', () => {
  const { text, isSuccess } = renderResults([passed, notRun], false)
  expect(text.split('\n')).toEqual([
    'passed   Node      12 rows',
    'not run  Chromium            No Chrome starts here.',
    '',
    '1 set-ups passed, 0 failed, 1 could not run here',
  ])
  expect(isSuccess).toBe(true)
})

test('a set-up that cannot run is a failure in CI', () => {
  expect(renderResults([passed, notRun], true).isSuccess).toBe(false)
})

test('a failure is shown in full, with the command that repeats it', () => {
  const { text, isSuccess } = renderResults([passed, failed], false)
  expect(isSuccess).toBe(false)
  expect(text).toContain('\njest:\nIt ended with 1:\nSyntaxError\n')
  expect(text).toMatch(/`npx --yes pnpm@\S+ test:consumers 'jest'` runs it alone\.$/)
})
