import { settings } from '@seam-acs/runner/vitest'
import { defineConfig } from 'vitest/config'

/** A million cases take a quarter of an hour on a quiet machine, and much longer on a busy one. */
const limit = 6 * 60 * 60_000

export default defineConfig({ test: { ...settings, testTimeout: limit } })
