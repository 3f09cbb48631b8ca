import type { Accepts } from '../ledger/accepts.ts'
import { shows } from '../ledger/demands.ts'
import type { BodyObligation } from '../ledger/obligations.ts'
import type { Body } from '../ledger/operations.ts'
import { readShape } from '../ledger/shape.ts'
import type { Json } from '../recording.ts'
import type { Validate } from '../validators/validate.ts'
import { createRules, type Rule } from './coherence.ts'
import { createEchoRule } from './echo.ts'
import { findResult, settle, type Draft } from './settle.ts'
import type { Tools } from './show.ts'

/** What the makers of exchanges share. */
export interface Workshop {
  accepts: Accepts
  validate: Validate
  tools: Tools
}

export interface Grant extends Draft {
  /** The document's example that it was made from, if it has one. */
  example: string | undefined
  /** What it was made for. */
  purpose: BodyObligation
  /** What it shows besides. */
  extras: BodyObligation[]
}

interface Seed extends Draft {
  name: string | undefined
}

/** Whether a reader looks for it by name: the values of an enum in an answer, and the alternatives. */
export function deservesItsOwn({ body, demand }: BodyObligation): boolean {
  if (demand.is === 'alternative' || demand.is === 'unknown') return true
  return body.statuses.length > 0 && demand.is === 'value' && typeof demand.value === 'string'
}

/** Whether an alternative that is still to be shown has it, and will bring it. */
function isInsideOf({ body, path }: BodyObligation, others: BodyObligation[]): boolean {
  return others.some(
    (other) => other.demand.is === 'alternative' && other.body.side === body.side && path.startsWith(other.path),
  )
}

/** As many values as one can take in beside the purpose. */
const mostExtras = 12

/** Makes granted requests of an operation, by changing the document's examples as little as a purpose takes. */
export function createGranter(contract: Json, { request, answer }: Bodies, { accepts, validate, tools }: Workshop) {
  const seeds = pairExamples()
  const resultKey = findResult(seeds[0]!.answer) ?? ''
  const rules = createOwnRules()
  return { grant }

  /** An exchange for the first of the obligations, with what else it can show without getting strange. */
  function grant(purpose: BodyObligation, others: BodyObligation[]): Grant | undefined {
    const found = seeds
      .map((seed) => ({ seed, draft: change(seed, [], purpose) }))
      .filter(({ draft }) => draft)
      .map(({ seed, draft }) => ({ seed, draft: draft!, distance: measure(seed, draft!) }))
      .toSorted((one, other) => one.distance - other.distance)[0]
    if (!found) return undefined
    let draft = found.draft
    const extras: BodyObligation[] = []
    for (const other of others.filter((each) => !deservesItsOwn(each) && !isInsideOf(each, others))) {
      if (extras.length === mostExtras) break
      const changed = change(draft, [purpose, ...extras], other)
      // What takes a greater change makes another exchange.
      if (!changed || measure(draft, changed) > 4 || tell(draft) !== tell(changed)) continue
      draft = changed
      extras.push(other)
    }
    return { ...draft, example: found.seed.name, purpose, extras }
  }

  /** What an exchange is about, which stays the same when it takes in more. */
  function tell({ answer: { [resultKey]: result } }: Draft): string {
    return JSON.stringify([result?.access_method, result?.external_type, result?.warnings?.length])
  }

  function change(draft: Draft, kept: BodyObligation[], obligation: BodyObligation): Draft | undefined {
    const side = sideOf(obligation)
    const changed = structuredClone({ request: draft.request, answer: draft.answer })
    if (!isShown(changed, obligation)) changed[side] = tools.show(changed[side], obligation)
    const settled = settle(changed, rules, (each) => [obligation, ...kept].every((one) => isShown(each, one)))
    if (!settled) return undefined
    const problems = [...validate(request.schema, settled.request), ...validate(answer.schema, settled.answer)]
    return problems.length > 0 ? undefined : settled
  }

  function sideOf({ body }: BodyObligation): 'request' | 'answer' {
    return body.statuses.length === 0 ? 'request' : 'answer'
  }

  function isShown(draft: Draft, obligation: BodyObligation): boolean {
    return shows(draft[sideOf(obligation)], obligation.steps, obligation.demand, accepts)
  }

  /** Each request of the document with the answer of the same name; without any, the least of both. */
  function pairExamples(): Seed[] {
    const pairs = request.examples.flatMap(({ name, value }) =>
      answer.examples
        .filter((each) => each.name === name)
        .map((each) => ({ name, request: value, answer: each.value })),
    )
    const made = { name: undefined, request: tools.exemplify(request.schema), answer: tools.exemplify(answer.schema) }
    return pairs.length > 0 ? pairs : [made]
  }

  function createOwnRules(): Rule[] {
    const result = readShape(contract, answer.schema).properties.find(({ name }) => name === resultKey)?.schema
    if (!result) return []
    const externalType = readShape(contract, result).properties.find(({ name }) => name === 'external_type')?.schema
    const externalTypes = externalType ? readShape(contract, externalType).values : []
    return [...createRules(externalTypes), createEchoRule(contract, request.schema, result)]
  }
}

export interface Bodies {
  request: Body
  answer: Body
}

/** How many values differ. */
function measure(one: Json, other: Json): number {
  const isContainer = (value: Json) => typeof value === 'object' && value !== null
  if (!isContainer(one) || !isContainer(other)) return Object.is(one, other) ? 0 : 1
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].reduce((sum, name) => sum + measure(one[name], other[name]), 0)
}
