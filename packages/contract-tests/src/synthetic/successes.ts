import type { Exchange } from '@seam-acs/recorder/recording'
import type { Body } from '../ledger/bodies.ts'
import { writePath } from '../ledger/demands.ts'
import type { BodyObligation } from '../ledger/obligations.ts'
import { createMakeSuccess, type Success } from './make-success.ts'
import { writeGroupSlug, writeObligation, writeSlug } from './names.ts'
import type { Synthesis } from './context.ts'

/**
 * Makes the successful exchanges of an operation: one for each value and alternative that readers look up by name,
 * and some for the other states of each object's properties. An exchange shows one object only, so that a
 * new property changes the exchanges that show it and no other.
 */
export function synthesizeSuccesses(synthesis: Synthesis, success: Body): void {
  const { operation, request, isUnmet, listUnmetOf } = synthesis
  const make = createMakeSuccess(synthesis, operation, request, success)
  const listUnmet = () => listUnmetOf([request, success])

  for (const purpose of listUnmet().filter(isLookedFor).toSorted(byAlternative)) {
    if (isUnmet(purpose)) addMade(make([purpose]), writeSlug(purpose))
  }
  for (const [, group] of Map.groupBy(
    listUnmet(),
    ({ body, steps }) => `${body.side} ${writePath(steps.slice(0, -1))}`,
  )) {
    for (const [index] of group.entries()) {
      const rest = group.slice(index).filter(isUnmet)
      if (rest[0] === group[index]) addMade(make(rest), writeGroupSlug(rest[0]!))
    }
  }

  function addMade(made: Success | undefined, slug: string): void {
    if (!made) return
    const { path, method } = operation
    const type = request && { 'content-type': request.content }
    const exchange: Exchange = {
      request: { method, path, headers: { ...type }, ...(request && { body: made.request }) },
      response: synthesis.createResponse(success.places[0]!, success.content, made.response, slug),
    }
    const [purpose, ...others] = made.purposes
    const origin = made.example
      ? `the spec's example "${made.example}", changed`
      : 'the least that the spec allows, changed'
    synthesis.add(slug, exchange, `${origin} to show ${writeObligation(purpose!)}`, listChanges(others))
  }
}

/** The alternatives and the values of an enum in a response. */
function isLookedFor({ body, demand }: BodyObligation): boolean {
  if (demand.is === 'alternative' || demand.is === 'unknown') return true
  return body.side !== 'request' && demand.is === 'value' && typeof demand.value === 'string'
}

const byAlternative = (one: BodyObligation, other: BodyObligation) =>
  Number(other.demand.is === 'alternative') - Number(one.demand.is === 'alternative')

/** That something is present goes without saying where its value is mentioned. */
function listChanges(purposes: BodyObligation[]): string[] {
  const isMentioned = ({ body, path, demand }: BodyObligation) =>
    demand.is === 'present' &&
    purposes.some((other) => other.demand.is !== 'present' && other.body === body && other.path.startsWith(path))
  return purposes.filter((purpose) => !isMentioned(purpose)).map(writeObligation)
}
