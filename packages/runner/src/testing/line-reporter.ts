import { MinimalReporter, type TestModule, type TestRunEndReason, type Vitest } from 'vitest/node'
import { renderCounts } from '../counts.ts'

type Errors = Parameters<MinimalReporter['onTestRunEnd']>[1]

/** Prints the failures, if there are any, and one line of counts. */
export class LineReporter extends MinimalReporter {
  // Does not call the parent's method, which prints a banner.
  override onInit(vitest: Vitest): void {
    this.ctx = vitest
    this.silent = 'passed-only'
  }

  override onTestRunEnd(modules: readonly TestModule[], errors: Errors, reason: TestRunEndReason): void {
    if (reason !== 'passed' || errors.length > 0) super.onTestRunEnd(modules, errors, reason)
    const states = modules.flatMap(({ children }) => [...children.allTests()]).map((test) => test.result().state)
    const count = (wanted: string) => states.filter((state) => state === wanted).length
    const seconds = (performance.now() / 1000).toFixed(1)
    const counts = { passed: count('passed'), failed: count('failed'), skipped: count('skipped') }
    console.log(`${renderCounts(counts)} in ${seconds} s`)
  }
}
