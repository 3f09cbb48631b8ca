import { settings } from '@seam-acs/runner/vitest'
import { defineConfig } from 'vitest/config'

// The tests end before code that the optimizing compiler has made is worth its making.
const execArgv = ['--no-turbofan']

export default defineConfig({
  test: { ...settings, execArgv, globalSetup: 'test/provide-template.ts', maxWorkers: '100%' },
})
