import { settings } from '@seam-acs/runner/vitest'
import { defineConfig } from 'vitest/config'
import { FiguresReporter } from './test/figures/reporter.ts'

export default defineConfig({
  test: { ...settings, maxWorkers: '100%', reporters: [...settings.reporters, new FiguresReporter()] },
})
