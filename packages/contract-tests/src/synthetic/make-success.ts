import type { Json, Operation } from '@seam-acs/spec/model'
import type { Body } from '../ledger/bodies.ts'
import { shows } from '../ledger/demands.ts'
import type { BodyObligation } from '../ledger/obligations.ts'
import type { SynthesisContext } from './context.ts'
import { repairDraft, type Draft } from './repair-draft.ts'
import { createListSubjects } from './subjects.ts'

export interface Success extends Draft {
  /** The document's example that it was made from, if it has one. */
  example: string | undefined
  /** What it was made for. */
  purposes: BodyObligation[]
}

interface Seed extends Draft {
  example: string | undefined
}

/** Gives an exchange that shows the first of the obligations, and of the others what it can take in. */
export type MakeSuccess = (purposes: BodyObligation[]) => Success | undefined

/** Makes successful requests of an operation, by changing the document's examples as little as a purpose requires. */
export function createMakeSuccess(
  context: SynthesisContext,
  operation: Operation,
  request: Body | undefined,
  success: Body,
): MakeSuccess {
  const { accepts, validate, tools } = context
  const seeds = pairExamples(context, request, success)
  const listSubjects = createListSubjects(context, operation, request, success)

  return ([first, ...others]) => {
    if (!first) return undefined
    const found = findNearest(first, listSubjects) ?? findNearest(first, () => [])
    if (!found) return undefined
    const made: Success = { ...found.draft, example: found.seed.example, purposes: [first] }
    for (const other of others) {
      const changed = change(made, made.purposes, other, listSubjects)
      // A purpose that needs a greater change gets another exchange.
      if (!changed || measure(bodiesOf(made), bodiesOf(changed)) > 4) continue
      Object.assign(made, changed, { purposes: [...made.purposes, other] })
    }
    return made
  }

  function findNearest(purpose: BodyObligation, subjects: typeof listSubjects) {
    return seeds
      .flatMap((seed) => {
        const draft = change(seed, [], purpose, subjects)
        return draft ? { seed, draft, distance: measure(bodiesOf(seed), bodiesOf(draft)) } : []
      })
      .toSorted((one, other) => one.distance - other.distance)[0]
  }

  function change(draft: Draft, kept: BodyObligation[], obligation: BodyObligation, subjects: typeof listSubjects) {
    const side = sideOf(obligation)
    const changed: Draft = structuredClone({
      request: draft.request,
      response: draft.response,
      origins: draft.origins,
    })
    if (!isShown(changed, obligation)) changed[side] = tools.show(changed[side], obligation)
    const repaired = repairDraft(changed, subjects, (each) => [obligation, ...kept].every((one) => isShown(each, one)))
    if (!repaired) return undefined
    const isValid =
      validate(success.schema, repaired.response).length === 0 &&
      (!request || validate(request.schema, repaired.request).length === 0)
    return isValid ? repaired : undefined
  }

  function isShown(draft: Draft, obligation: BodyObligation): boolean {
    return shows(draft[sideOf(obligation)], obligation.steps, obligation.demand, accepts)
  }
}

const sideOf = ({ body }: BodyObligation) => (body.side === 'request' ? 'request' : 'response')

const bodiesOf = ({ request, response }: Draft) => ({ request, response })

/** Each request of the document with the response of the same name; what has no such example, with the least of both. */
function pairExamples({ tools }: SynthesisContext, request: Body | undefined, success: Body): Seed[] {
  const responses = success.examples
  const requests = request?.examples ?? []
  const pairs = requests.flatMap(({ name, value }) =>
    responses.filter((each) => each.name === name).map((each) => ({ name, request: value, response: each.value })),
  )
  const [first = { name: undefined, value: tools.exemplify(success.schema) }] = responses
  const single = {
    name: first.name ?? requests[0]?.name,
    request: request && (requests[0]?.value ?? tools.exemplify(request.schema)),
    response: first.value,
  }
  const others = responses.slice(1).map(({ name, value }) => ({ ...single, name, response: value }))
  const chosen = pairs.length > 0 ? pairs : [single, ...(request ? [] : others)]
  return chosen.map(({ name, ...bodies }) => ({ ...bodies, example: name, origins: [] }))
}

/** How many values differ. */
function measure(one: Json, other: Json): number {
  const isContainer = (value: Json) => typeof value === 'object' && value !== null
  if (!isContainer(one) || !isContainer(other)) return Object.is(one, other) ? 0 : 1
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].reduce((sum, name) => sum + measure(one[name], other[name]), 0)
}
