import { settings } from '@seam-acs/runner/vitest'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    ...settings,
    // Most of the time a worker waits for the browser or a build.
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'pages', include: ['test/**/*.test.ts'], exclude: ['test/browser/**'] } },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/*.test.ts'],
          globalSetup: 'test/browser/setup.ts',
          setupFiles: 'test/browser/each-file.ts',
        },
      },
    ],
  },
})
