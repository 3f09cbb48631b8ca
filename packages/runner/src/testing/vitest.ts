import type { InlineConfig } from 'vitest/node'
import { appearanceLimit } from './appearance-limit.ts'
import { LineReporter } from './line-reporter.ts'

/** Only ends tests that hang, because a test can take ten times as long on a busy machine as on a quiet one. */
const limit = 10 * 60_000

/** The vitest settings that every package shares. */
export const settings = {
  testTimeout: limit,
  hookTimeout: limit,
  teardownTimeout: limit,
  expect: { poll: { timeout: appearanceLimit } },
  // The files of a worker share their modules, because loading TypeScript for each takes longer than most tests.
  // A package whose helpers keep state for one file sets `isolate: true`.
  isolate: false,
  // Most code of a test ends before its optimization is worth the time.
  execArgv: ['--no-turbofan'],
  restoreMocks: true,
  unstubEnvs: true,
  unstubGlobals: true,
  reporters: [new LineReporter()],
} satisfies InlineConfig
