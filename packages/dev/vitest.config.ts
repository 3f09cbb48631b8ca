import { settings } from '@seam-acs/runner/vitest'
import { defineConfig } from 'vitest/config'

export default defineConfig({ test: settings })
