import type { InlineConfig } from 'vitest/node'
import { LineReporter } from './line-reporter.ts'
import { patience } from './patience.ts'

/** Only ends what hangs: beside twenty busy programs, a test takes ten times as long as on a quiet machine. */
const limit = 10 * 60_000

/** What the tests of every package have in common. */
export const settings = {
  testTimeout: limit,
  hookTimeout: limit,
  teardownTimeout: limit,
  expect: { poll: { timeout: patience } },
  // No module keeps state, so the files of a worker share them: loading TypeScript once saves a sixth of the time.
  isolate: false,
  restoreMocks: true,
  unstubEnvs: true,
  unstubGlobals: true,
  reporters: [new LineReporter()],
} satisfies InlineConfig
