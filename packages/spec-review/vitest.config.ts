import { settings } from '@seam-acs/runner/vitest'
import { defineConfig } from 'vitest/config'

// test/make-repository.ts makes a repository for the file that imports it, and removes it afterwards.
export default defineConfig({ test: { ...settings, maxWorkers: '100%', isolate: true } })
