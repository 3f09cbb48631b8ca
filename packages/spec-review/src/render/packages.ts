import type { Bump } from '../gate/bump.ts'
import { fails } from '../gate/judge.ts'
import type { Cause, Report } from '../report.ts'
import { code, count, type Block, type Inline } from './document.ts'
import { sides } from './entry.ts'

/** Whose code breaks, for each package, beside what its bump should be and is. */
export function describePackages({ packages }: Report, breaks: Cause[]): Block[] {
  if (packages.length === 0) return []
  const head = [['package'], ['code that sends'], ['code that reads'], ['needs'], ['changesets say'], ['verdict']]
  const rows = packages.map((verdict) => [
    [code(verdict.name), ` ${verdict.version}`],
    describeNumber(sides('request', breaks)),
    describeNumber(sides('response', breaks)),
    describeBump(verdict.needed),
    describeBump(verdict.announced),
    [`${fails(verdict) ? '❌' : verdict.verdict === 'fits' ? '✅' : '⚠️'} ${verdict.verdict}`],
  ])
  return [{ type: 'table', head, rows }]
}

const describeNumber = (number: number): Inline[] => [number === 0 ? 'works' : count(number, 'break')]
const describeBump = (bump: Bump): Inline[] => (bump === 'none' ? ['none'] : [code(bump)])
