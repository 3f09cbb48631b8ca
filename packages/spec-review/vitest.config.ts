import { settings } from '@seam-acs/runner/vitest'
import { defineConfig } from 'vitest/config'

export default defineConfig({ test: { ...settings, globalSetup: 'test/provide-template.ts', maxWorkers: '100%' } })
