import type { Place } from '../../../document/document.ts'
import type { Comparison } from '../../schema/comparison.ts'
import { describeBranch } from './branch-name.ts'

interface Among {
  all: Place[][]
  pointer: string
  verb: 'added' | 'removed'
}

/** An alternative that is new or gone, by its name among the others. */
export function reportBranch(
  { report, readers }: Comparison,
  branch: Place[],
  { all, pointer, verb }: Among,
  effect: { narrows: boolean; widens: boolean },
): void {
  const { name, isNamed } = describeBranch(verb === 'added' ? readers.head : readers.base, branch, all)
  const own = branch.at(-1)
  report({
    rule: `alternative-${verb}`,
    pointer: own?.pointer ?? pointer,
    says: verb === 'added' ? `may now be ${name}` : `may no longer be ${name}`,
    ...(verb === 'added' ? { after: own?.node } : { before: own?.node }),
    ...effect,
    ...(isNamed && { floor: { request: 'minor', response: 'minor' } }),
  })
}
