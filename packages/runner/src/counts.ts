/** The number of tests by result. */
export interface Counts {
  passed: number
  failed: number
  skipped: number
}

export function renderCounts({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** The counts in the last line of a package's test run; undefined if the run ended before it printed them. */
export function readCounts(log: string): Counts | undefined {
  const match = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)? in /m.exec(log)
  return match ? { passed: Number(match[1]), failed: Number(match[2]), skipped: Number(match[3] ?? 0) } : undefined
}
