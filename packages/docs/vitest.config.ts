import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // A build of the site takes three seconds here and several times that on a busy machine.
    testTimeout: 180_000,
    hookTimeout: 120_000,
    // Most of the time a worker waits for the browser or a build.
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'pages', include: ['test/**/*.test.ts'], exclude: ['test/browser/**'] } },
      {
        extends: true,
        test: { name: 'browser', include: ['test/browser/*.test.ts'], globalSetup: 'test/browser/setup.ts' },
      },
    ],
  },
})
