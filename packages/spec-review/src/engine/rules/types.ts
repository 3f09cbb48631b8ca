import type { Comparison } from '../schema/comparison.ts'
import { takesAnyText } from '../schema/text.ts'
import { listTypes, sayTypes, type TypeName } from '../schema/types.ts'
import { placeOf } from './report.ts'

const SCALARS = new Set<TypeName>(['boolean', 'fraction', 'integer'])

/** Settled where the two have no type in common, so that nothing else can be compared. */
export function compareTypes({ base, head, isText, report }: Comparison): 'settled' | 'open' {
  const lost = base.types.difference(head.types).difference(isText && takesAnyText(head) ? SCALARS : new Set())
  const gained = head.types.difference(base.types).difference(isText && takesAnyText(base) ? SCALARS : new Set())
  if (lost.size + gained.size > 0) {
    const isOnlyNull = [...lost, ...gained].every((type) => type === 'null') && base.types.size > 0
    report({
      rule: nameRule(lost.size, gained.size, isOnlyNull && head.types.size > 0),
      pointer: head.typePointer ?? head.valuesPointer ?? base.typePointer ?? base.valuesPointer ?? placeOf(head) ?? '',
      says: isOnlyNull
        ? gained.size > 0
          ? 'may now be null'
          : 'may no longer be null'
        : `is ${sayTypes(head.types)} instead of ${sayTypes(base.types)}`,
      before: listTypes(base.types),
      after: listTypes(head.types),
      narrows: lost.size > 0,
      widens: gained.size > 0,
    })
  }
  return base.types.isDisjointFrom(head.types) ? 'settled' : 'open'
}

function nameRule(lost: number, gained: number, isOnlyNull: boolean): string {
  if (isOnlyNull) return gained > 0 ? 'property-became-nullable' : 'property-became-not-nullable'
  if (lost > 0 && gained > 0) return 'type-changed'
  return lost > 0 ? 'type-narrowed' : 'type-widened'
}
