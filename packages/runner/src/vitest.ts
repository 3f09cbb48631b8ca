import type { InlineConfig } from 'vitest/node'
import { LineReporter } from './line-reporter.ts'

const minute = 60_000

/** Only ends what hangs: beside twenty busy programs, a test takes ten times as long as on a quiet machine. */
const limit = 10 * minute

/** What the tests of every package have in common. */
export const settings = {
  testTimeout: limit,
  hookTimeout: limit,
  teardownTimeout: limit,
  expect: { poll: { timeout: minute } },
  reporters: [new LineReporter()],
} satisfies InlineConfig
