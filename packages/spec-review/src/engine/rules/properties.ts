import type { Comparison } from '../schema/comparison.ts'
import { locateMember, locateRequired, namesOf, readMember, requiredOf, type Member } from '../schema/members.ts'
import { placeOf } from './report.ts'

export function compareProperties(comparison: Comparison): void {
  const { base, head, readers } = comparison
  const required = { before: requiredOf(readers.base, base), after: requiredOf(readers.head, head) }
  const names = new Set([
    ...namesOf(readers.base, base),
    ...namesOf(readers.head, head),
    ...required.before,
    ...required.after,
  ])
  for (const name of names) {
    const before = readMember(readers.base, base, name)
    const after = readMember(readers.head, head, name)
    const wasRequired = required.before.has(name)
    const isRequired = required.after.has(name)
    if (isRejected(before) && isRejected(after)) {
      compareRequired(comparison, name, wasRequired, isRequired)
      continue
    }
    if (before.isNamed && !after.isNamed) {
      reportRemoved(comparison, name, before, after, wasRequired && !isRequired)
      if (isRequired) compareRequired(comparison, name, wasRequired, isRequired)
    } else if (!before.isNamed && after.isNamed) {
      reportAdded(comparison, name, before, after, isRequired && !wasRequired)
      if (wasRequired) compareRequired(comparison, name, wasRequired, isRequired)
    } else {
      if (before.isNamed || before.isCovered || after.isCovered) {
        comparison.descend(before.places, after.places, name, { isRequired: wasRequired && isRequired })
      }
      compareRequired(comparison, name, wasRequired, isRequired)
    }
  }
}

/** Whether no value can have it, whichever way that is said. */
const isRejected = ({ places }: Member) => places.some(({ node }) => node === false)

function compareRequired({ base, head, report }: Comparison, name: string, was: boolean, is: boolean): void {
  if (was === is) return
  report({
    rule: is ? 'property-became-required' : 'property-became-optional',
    pointer: locateRequired(is ? head : base, name) ?? placeOf(head) ?? '',
    step: name,
    says: is ? 'is now required' : 'may now be missing',
    before: was ? 'required' : 'optional',
    after: is ? 'required' : 'optional',
    narrows: is,
    widens: was,
  })
}

/** A declared property that goes takes a promise with it on either side, even where any value may still be there. */
function reportRemoved(
  { base, head, scope, report }: Comparison,
  name: string,
  before: Member,
  after: Member,
  wasRequired: boolean,
): void {
  report({
    rule: after.isHidden ? 'property-became-hidden' : 'property-removed',
    pointer: (after.isHidden ? locateMember(head, name) : locateMember(base, name)) ?? '',
    step: name,
    says: after.isHidden ? 'is no longer sent on this side' : 'is removed',
    before: before.places[0]?.node,
    narrows: isRejected(after) || after.isCovered || scope.isClosed,
    widens: wasRequired || !isRejected(after),
    ...(!scope.isCondition && { floor: { request: 'major', response: 'major' } }),
  })
}

/** In JSON Schema an undeclared name takes any value, but nobody sends what nothing names: adding it is additive. */
function reportAdded(
  { head, scope, readers, report, descend }: Comparison,
  name: string,
  before: Member,
  after: Member,
  isRequired: boolean,
): void {
  const pointer = locateMember(head, name) ?? ''
  const wasRejected = isRejected(before)
  const isAnything = readers.head.read(after.places).types.size === 7 && after.places.length === 0
  const isKnown = scope.names.has(name) && !before.isHidden
  report({
    rule: isRequired ? 'required-property-added' : 'property-added',
    pointer,
    step: name,
    says: isRequired ? 'is new and required' : 'is new',
    after: after.places[0]?.node,
    narrows: isRequired || (!wasRejected && !before.isCovered && !isAnything),
    widens: wasRejected || scope.isClosed,
    isTolerated: !isRequired && !isKnown,
    floor: { request: 'minor', response: 'minor' },
  })
  if (before.isCovered && !wasRejected) descend(before.places, after.places, name)
}
