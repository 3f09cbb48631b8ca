import { toKey } from '../../../document/json.ts'
import type { Finding } from '../../finding.ts'
import type { Pair } from '../comparison.ts'

type Direction = 'narrowed' | 'widened'

/**
 * Whether all alternatives become narrower, or all wider, by one and the same condition. Then what exactly one of them
 * accepts becomes so too, even where they overlap.
 */
export function areAlike(pairs: Pair[]): boolean {
  return (['narrowed', 'widened'] as const).some((direction) => {
    const [first, ...others] = pairs.map((pair) => readCondition(pair, direction))
    return first !== undefined && others.every((other) => other === first)
  })
}

/** What names leave over depends on which of them an alternative declares. */
const BY_NAMES =
  /^(additional|pattern-property|unevaluated|property-(added|removed)|required-property-added|alternative)/

/** What a change adds as a condition, or takes away; undefined where it is more than that. */
function readCondition(root: Pair, direction: Direction): string | undefined {
  const terms: string[] = []
  return collect(root, '', []) ? terms.toSorted().join('\n') : undefined

  function collect(pair: Pair, way: string, above: Pair[]): boolean {
    if (!pair.isComplete || above.includes(pair)) return false
    const effective = pair.findings.filter(({ narrows, widens }) => narrows || widens)
    terms.push(...effective.map((finding) => `${way} ${toTerm(finding, direction)}`))
    if (!effective.every((finding) => isOnly(finding, direction))) return false
    return pair.edges.every(({ step, pair: inner }) => {
      const isChanged = inner.findings.length + inner.edges.length > 0
      const isPart = typeof step === 'string' || (typeof step === 'object' && !('all' in step && step.all !== 'items'))
      return !isChanged || (isPart ? collect(inner, `${way} ${toKey(step)}`, [...above, pair]) : isUnchanged(inner))
    })
  }
}

function toTerm({ rule, step, before, after }: Finding, direction: Direction): string {
  return toKey([rule, step ?? null, (direction === 'narrowed' ? after : before) ?? null])
}

function isOnly({ rule, narrows, widens }: Finding, direction: Direction): boolean {
  return (direction === 'narrowed' ? narrows && !widens : widens && !narrows) && !BY_NAMES.test(rule)
}

function isUnchanged(root: Pair): boolean {
  const all = new Set([root])
  for (const { findings, edges } of all) {
    if (findings.some(({ narrows, widens }) => narrows || widens)) return false
    for (const { pair } of edges) all.add(pair)
  }
  return true
}
