import { availableParallelism } from 'node:os'
import { renderTable, writeFigures } from '@seam-acs/runner/figures'
import { effectNames } from './edits.ts'

/** A save, and how many milliseconds later each of its effects was there. */
export interface Measured {
  kind: string
  way: string
  milliseconds: Partial<Record<string, number>>
}

/** In milliseconds. */
const limits = { median: 1000, worst: 2000 }

/**
 * Prints the figures, and writes them into the README if the command line has `--write`. Sets the exit code if the
 * edits took longer than the limits.
 *
 * @param stopTime How many milliseconds `dev` took to end.
 */
export function report(edits: Measured[], faults: Measured[], stopTime: number): void {
  const totals = edits.map(({ milliseconds }) => Math.max(...(Object.values(milliseconds) as number[])))
  const groups = [
    ...Map.groupBy(edits, ({ kind }) => kind),
    ...Map.groupBy(edits, ({ way }) => `saved ${way}`),
    ['all', edits] as const,
  ]
  const table = renderTable([
    ['edit', 'count', ...effectNames],
    ...groups.map(([name, some]) => [
      name,
      String(some.length),
      ...effectNames.map((effect) => describe(some, effect)),
    ]),
  ])
  const mistakes = renderTable([
    [`${faults.length} mistakes`, 'median (worst)'],
    ['until the terminal shows the problem', describe(faults, 'message')],
    ['until the page shows it', describe(faults, 'page')],
    ['from the correction until the page is reloaded', describe(faults, 'corrected')],
  ])
  const [median, worst] = [quantile(totals, 0.5), Math.max(...totals)]
  const summary = `On ${availableParallelism()} cores, half of the ${edits.length} edits reached everything within ${format(median)}, and all within ${format(worst)}. Ctrl+C ended both servers within ${format(stopTime)}.`
  const figures = `${summary}\n\n${table}\n\n${mistakes}`
  console.log(figures)
  if (process.argv.includes('--write')) writeFigures(new URL('../../packages/dev/README.md', import.meta.url), figures)
  if (median <= limits.median && worst <= limits.worst) return
  console.error(
    `\n\`dev\` is too slow: the limits are ${format(limits.median)} for the median of the edits and ${format(limits.worst)} for each.`,
  )
  process.exitCode = 1
}

function describe(some: Measured[], effect: string): string {
  const times = some.flatMap(({ milliseconds }) => milliseconds[effect] ?? [])
  return times.length === 0 ? '' : `${format(quantile(times, 0.5))} (${format(Math.max(...times))})`
}

function quantile(values: number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1]!
}

function format(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`
}
