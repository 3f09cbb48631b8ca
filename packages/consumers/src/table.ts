import { pnpm } from '@seam-acs/runner/command'
import type { Result } from './run-setup.ts'

/**
 * One line for each set-up, then the failures in full.
 *
 * @param isStrict Whether a set-up that cannot run here is a failure, as in CI.
 */
export function renderResults(results: readonly Result[], isStrict: boolean): { text: string; isSuccess: boolean } {
  const width = Math.max(...results.map(({ name }) => name.length))
  const lines = results.map(({ name, state, rows, note }) => {
    const [first = ''] = note.split('\n')
    const count = rows > 0 ? `${rows} rows` : ''
    return [state.padEnd(7), name.padEnd(width), count.padEnd(8), first].join('  ').trimEnd()
  })
  const failed = results.filter(({ state }) => state === 'failed' || (isStrict && state === 'not run'))
  const details = failed.map(({ name, note }) => `\n${name}:\n${note.split('\n').slice(0, 60).join('\n')}`)
  const count = (wanted: Result['state']) => results.filter(({ state }) => state === wanted).length
  const total = `${count('passed')} set-ups passed, ${count('failed')} failed, ${count('not run')} could not run here`
  const advice = failed.map(({ name }) => `Fix what it says above; \`${pnpm} test:consumers '${name}'\` runs it alone.`)
  return { text: [...lines, ...details, '', total, ...advice].join('\n'), isSuccess: failed.length === 0 }
}
