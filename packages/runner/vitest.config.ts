import { defineConfig } from 'vitest/config'
import { settings } from './src/vitest.ts'

export default defineConfig({ test: settings })
