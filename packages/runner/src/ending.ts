import { readCounts, renderCounts } from './counts.ts'
import type { Task } from './turbo.ts'

const pnpm = 'npx --yes pnpm@12.21.0'

/** The sum of the tests, if some ran. A suite that ended before it counted is one failure more. */
export function sumTests(tasks: readonly Task[]): string[] {
  const suites = tasks.filter(({ id }) => id.endsWith('#test'))
  if (suites.length === 0) return []
  const sum = { passed: 0, failed: 0, skipped: 0 }
  for (const { log, isSuccess } of suites) {
    const counts = readCounts(log) ?? { passed: 0, failed: 0, skipped: 0 }
    sum.passed += counts.passed
    sum.skipped += counts.skipped
    sum.failed += isSuccess ? counts.failed : Math.max(counts.failed, 1)
  }
  const cached = suites.filter(({ isCached }) => isCached).length
  if (cached === suites.length)
    return [`No test ran: all ${sum.passed} had passed before, and nothing they test has changed.`]
  const note =
    cached > 0 ? [`${cached} of ${suites.length} packages had passed before, and nothing they test has changed.`] : []
  return [...note, renderCounts(sum)]
}

/** Which tasks failed, each with what to do next. */
export function explainFailures(tasks: readonly Task[]): string[] {
  return tasks
    .filter(({ isSuccess }) => !isSuccess)
    .map(({ id }) => {
      const [name, task] = id.split('#') as [string, string]
      if (name === '//') return `Failed: ${task}. Run \`${pnpm} ${task === 'format:check' ? 'format' : task}\`.`
      return `Failed: ${task} of ${name}. Fix what it says above; \`${pnpm} --filter ${name} ${task}\` runs it alone.`
    })
}
