import ts from 'typescript'
import type { Side, Step } from '../change.ts'
import { elementsOf, isArray, isObject, namesOf, propertyOf, type Property, type TypeAtPlace } from './type-at.ts'

/** How a type changed at one place, and whether code for the old one still compiles. */
export interface Difference {
  kind:
    | 'added'
    | 'became optional'
    | 'became required'
    | 'can be null'
    | 'changed'
    | 'gone'
    | 'never null'
    | 'wider'
    | 'narrower'
  steps: Step[]
  breaks: boolean
  before?: string
  after?: string
}

/** Compares what types are before and after, on one side. */
export interface CompareTypesAt {
  compare(base: TypeAtPlace, head: TypeAtPlace): Difference[]
  /** As objects, either of which may have no properties. */
  compareMembers(base: TypeAtPlace, head: TypeAtPlace): Difference[]
}

/**
 * Compares property by property.
 * What is sent may become wider and what is read narrower; the other way, code stops compiling.
 */
export function createCompareTypesAt(checker: ts.TypeChecker, side: Side): CompareTypesAt {
  const known = new Map<ts.Type, Map<ts.Type, Difference[]>>()
  const isRequest = side === 'request'
  /** How deep the comparison is, and whether it has met what it is comparing already. */
  let depth = 0
  let isCyclic = false
  return { compare, compareMembers }

  function compare(base: TypeAtPlace, head: TypeAtPlace): Difference[] {
    return [...compareNull(base, head), ...compareRest(base, head)]
  }

  function compareRest(base: TypeAtPlace, head: TypeAtPlace): Difference[] {
    const { whole: one } = base
    const { whole: other } = head
    if (!one || !other) return compareParts(base, head)
    const ofBase = known.get(one) ?? new Map<ts.Type, Difference[]>()
    known.set(one, ofBase)
    const seen = ofBase.get(other)
    if (seen) {
      isCyclic ||= seen === unfinished
      return seen
    }
    ofBase.set(other, unfinished)
    depth += 1
    const inside = compareParts(base, head)
    depth -= 1
    if (depth === 0) isCyclic = false
    // In a circle, what is missing here is found by the one that began it.
    const differences = isCyclic ? inside : addWhatPartsMiss(one, other, inside)
    ofBase.set(other, differences)
    return differences
  }

  function compareParts(base: TypeAtPlace, head: TypeAtPlace): Difference[] {
    if (isArray(checker, base) && isArray(checker, head)) {
      const inside = compare(elementsOf(checker, base), elementsOf(checker, head))
      return inside.map((difference) => below({ all: 'items' }, difference))
    }
    return isObject(checker, base) && isObject(checker, head) ? compareMembers(base, head) : compareLeaf(base, head)
  }

  function compareMembers(base: TypeAtPlace, head: TypeAtPlace): Difference[] {
    const names = new Set([...namesOf(checker, base), ...namesOf(checker, head)])
    return [...names].flatMap((name) =>
      compareProperty(propertyOf(checker, base, name), propertyOf(checker, head, name)).map((difference) =>
        below(name, difference),
      ),
    )
  }

  function compareNull(base: TypeAtPlace, head: TypeAtPlace): Difference[] {
    if (base.isNullable === head.isNullable) return []
    const kind = head.isNullable ? 'can be null' : 'never null'
    return [{ kind, steps: [], breaks: head.isNullable !== isRequest, before: print(base), after: print(head) }]
  }

  function compareProperty(base: Property | undefined, head: Property | undefined): Difference[] {
    if (!base && !head) return []
    if (!head) return [{ kind: 'gone', steps: [], breaks: true, before: print(base!.place) }]
    if (!base) return [{ kind: 'added', steps: [], breaks: isRequest && !head.isOptional, after: print(head.place) }]
    const inside = compare(base.place, head.place)
    if (base.isOptional === head.isOptional) return inside
    const kind = head.isOptional ? 'became optional' : 'became required'
    return [{ kind, steps: [], breaks: head.isOptional !== isRequest }, ...inside]
  }

  function compareLeaf(base: TypeAtPlace, head: TypeAtPlace): Difference[] {
    const widens = isAssignable(base, head)
    const narrows = isAssignable(head, base)
    if (widens && narrows) return []
    const kind = widens ? 'wider' : narrows ? 'narrower' : 'changed'
    return [{ kind, steps: [], breaks: isRequest ? !widens : !narrows, before: print(base), after: print(head) }]
  }

  /** The rule is the compiler's word on the whole; the properties only say where. */
  function addWhatPartsMiss(base: ts.Type, head: ts.Type, differences: Difference[]): Difference[] {
    const compiles = isRequest ? checker.isTypeAssignableTo(base, head) : checker.isTypeAssignableTo(head, base)
    if (compiles || differences.some(({ breaks }) => breaks)) return differences
    return [
      ...differences,
      { kind: 'changed', steps: [], breaks: true, before: printType(base), after: printType(head) },
    ]
  }

  function isAssignable(from: TypeAtPlace, to: TypeAtPlace): boolean {
    return from.parts.every((part) => to.parts.some((other) => checker.isTypeAssignableTo(part, other)))
  }

  function print({ whole, parts, isNullable }: TypeAtPlace): string {
    const types = whole ? [whole] : parts
    return [...types.map(printType), ...(isNullable ? ['null'] : [])].join(' | ')
  }

  function printType(type: ts.Type): string {
    const isList = type.isUnion() && type.types.every((member) => member.isLiteral())
    return checker.typeToString(type, undefined, isList ? ts.TypeFormatFlags.NoTruncation : undefined)
  }
}

/** A pair that is being compared: a schema can contain itself. */
const unfinished: Difference[] = []

function below(step: Step, difference: Difference): Difference {
  return { ...difference, steps: [step, ...difference.steps] }
}
