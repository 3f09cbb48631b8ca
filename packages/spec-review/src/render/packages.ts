import type { Bump } from '../gate/bump.ts'
import { fails } from '../gate/verdicts.ts'
import type { Report } from '../report.ts'
import { code, type Block, type Inline } from './document.ts'

/** What the bump of each package should be and is. */
export function describePackages({ packages }: Report): Block[] {
  if (packages.length === 0) return []
  const head = [['package'], ['needs'], ['changesets say']]
  const rows = packages.map((verdict) => [
    [code(verdict.name), ` ${verdict.version}`],
    describeBump(verdict.needed),
    [`${fails(verdict) ? '❌' : verdict.verdict === 'fits' ? '✅' : '⚠️'} `, ...describeBump(verdict.announced)],
  ])
  return [{ type: 'table', head, rows }]
}

const describeBump = (bump: Bump): Inline[] => (bump === 'none' ? ['none'] : [code(bump)])
