import { defineConfig } from 'vitest/config'
import { FiguresReporter } from './test/figures/reporter.ts'

// A test that starts a program takes half a second here and several on a busy machine.
export default defineConfig({
  test: { testTimeout: 30_000, maxWorkers: '100%', reporters: ['default', new FiguresReporter()] },
})
