import { pnpm } from './command.ts'
import { readCounts, renderCounts } from './counts.ts'
import type { Task } from './turbo.ts'

/**
 * The total of all test suites; empty if none ran. A suite that ended before it printed its counts adds one failure.
 */
export function totalTests(tasks: readonly Task[]): string[] {
  const suites = tasks.filter(({ id }) => id.endsWith('#test'))
  if (suites.length === 0) return []
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const { log, isSuccess } of suites) {
    const counts = readCounts(log) ?? { passed: 0, failed: 0, skipped: 0 }
    total.passed += counts.passed
    total.skipped += counts.skipped
    total.failed += isSuccess ? counts.failed : Math.max(counts.failed, 1)
  }
  const cached = suites.filter(({ isCached }) => isCached).length
  if (cached === suites.length)
    return [`No test ran: all ${total.passed} passed before, and nothing that they test has changed.`]
  const note =
    cached > 0 ? [`${cached} of ${suites.length} suites passed before, and nothing that they test has changed.`] : []
  return [...note, renderCounts(total)]
}

/** The failed tasks, each with what to do next. */
export function explainFailures(tasks: readonly Task[]): string[] {
  return tasks
    .filter(({ isSuccess }) => !isSuccess)
    .map(({ id }) => {
      const [name, task] = id.split('#') as [string, string]
      if (task === 'format:check') {
        return `Failed: ${task}. Run \`${pnpm} format\`, which fixes what it can and names the rest.`
      }
      return `Failed: ${task} of ${name}. Fix what it says above; \`${pnpm} --filter ${name} ${task}\` runs it alone.`
    })
}
