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
  // The files of a worker share their modules, because loading TypeScript for each takes longer than most tests.
  // A package whose helpers keep something for one file says `isolate: true`.
  isolate: false,
  restoreMocks: true,
  unstubEnvs: true,
  unstubGlobals: true,
  reporters: [new LineReporter()],
} satisfies InlineConfig
