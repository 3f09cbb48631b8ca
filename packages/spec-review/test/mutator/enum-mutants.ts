import type { Json, Level, Usage } from '../../src/change.ts'
import type { Mutant } from './mutant.ts'
import { copyAround, findNode, type Reached } from './reach.ts'

/** A value more and a value less, for which it matters whether other values were allowed anyway. */
export function listEnumMutants(document: Json, { pointer, usages, isOpen }: Reached): Mutant[] {
  const { enum: values } = findNode(document, pointer)
  if (!Array.isArray(values)) return []
  return [
    mutate('gains a value', [...values, 'zz_fresh'], { request: 'minor', closed: 'major', open: 'minor' }),
    ...values.slice(0, 3).map((value: Json) => {
      const others = values.filter((other: Json) => other !== value)
      return mutate(`loses ${String(value)}`, others, { request: 'major', closed: 'minor', open: 'minor' })
    }),
  ]

  function mutate(name: string, next: Json[], needs: Record<'request' | 'closed' | 'open', Level>): Mutant {
    const [head, schema] = copyAround(document, pointer)
    schema['enum'] = next
    const levelOf = (usage: Usage) => {
      if (usage.side === 'request') return needs.request
      return isOpen.get(usage) ? needs.open : needs.closed
    }
    const breaks = [...new Set(usages.filter((usage) => levelOf(usage) === 'major').map(({ side }) => side))].toSorted()
    return {
      name: `${pointer} ${name}`,
      base: document,
      head,
      level: breaks.length > 0 ? 'major' : 'minor',
      breaks,
      usages,
    }
  }
}
