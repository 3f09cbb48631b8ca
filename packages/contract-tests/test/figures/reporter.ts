import { readFileSync, writeFileSync } from 'node:fs'
import type { Reporter, TestModule, TestRunEndReason, Vitest } from 'vitest/node'

const readme = new URL('../README.md', import.meta.url)
const block = /(?<=<!-- figures -->\n\n).*?(?=<!-- \/figures -->)/s

/**
 * Ends a run with the table of its figures, and keeps the one in the README: a whole run writes it,
 * except on CI, where it fails if the README says otherwise.
 */
export class FiguresReporter implements Reporter {
  #vitest!: Vitest

  onInit(vitest: Vitest): void {
    this.#vitest = vitest
  }

  async onTestRunEnd(modules: readonly TestModule[], _: unknown, reason: TestRunEndReason): Promise<void> {
    const figures = modules
      .toSorted((one, other) => (one.moduleId < other.moduleId ? -1 : 1))
      .flatMap(({ children }) => [...children.allTests()])
      .flatMap((test) => Object.entries(test.meta().figures ?? {}))
    if (figures.length === 0) return
    const table = toTable([['figure', 'value'], ...figures])
    console.log(`\n${table}\n`)
    const files = await this.#vitest.globTestSpecifications()
    const isWhole = modules.length === files.length && !this.#vitest.config.testNamePattern
    if (!isWhole || reason !== 'passed') return

    const text = readFileSync(readme, 'utf8')
    const updated = text.replace(block, () => `${table}\n\n`)
    if (updated === text) return
    if (process.env['CI']) {
      console.error(
        'packages/contract-tests/README.md: its figures are not these. Run `npx --yes pnpm@12.21.0 test` and commit the result.',
      )
      process.exitCode = 1
    } else {
      writeFileSync(readme, updated)
      console.log('wrote the figures into packages/contract-tests/README.md')
    }
  }
}

/** As the formatter writes it, so that the README stays as it is. */
function toTable(rows: string[][]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  const toLine = (cells: string[], filler = ' ') =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column]!, filler)).join(' | ')} |`
  const [head, ...body] = rows
  return [
    toLine(head!),
    toLine(
      head!.map(() => ''),
      '-',
    ),
    ...body.map((row) => toLine(row)),
  ].join('\n')
}
