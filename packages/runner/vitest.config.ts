import { defineConfig } from 'vitest/config'
import { settings } from './src/testing/vitest.ts'

export default defineConfig({ test: settings })
