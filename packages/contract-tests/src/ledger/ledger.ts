import { toText, type Json, type Recording } from '../recording.ts'
import { typeOf } from '../validators/check-body.ts'
import { createAjvValidate } from '../validators/ajv.ts'
import { createAccepts } from './accepts.ts'
import { shows } from './demands.ts'
import {
  listBodyObligations,
  listExchangeObligations,
  type BodyObligation,
  type ExchangeObligation,
} from './obligations.ts'
import type { Body, Operation } from './operations.ts'

export type Obligation = BodyObligation | ExchangeObligation

export interface Named {
  file: string
  recording: Recording
}

export interface Entry {
  obligation: Obligation
  /** The recordings that meet it, by file: exchanges that took place or were published … */
  real: string[]
  /** … and those of the generator. */
  synthetic: string[]
}

export interface Auditor {
  obligations: Obligation[]
  /** The obligations that a recording meets. What the spec refuses counts for nothing. */
  findMet: (recording: Recording) => Obligation[]
  audit: (recordings: Named[]) => Entry[]
}

export function createAuditor(contract: Json): Auditor {
  const accepts = createAccepts(contract)
  const validate = createAjvValidate(contract, { allErrors: false })
  const ofBodies = listBodyObligations(contract, accepts)
  const ofExchanges = listExchangeObligations(contract)
  const obligations = [...ofExchanges, ...ofBodies]
  return { obligations, findMet, audit }

  function audit(recordings: Named[]): Entry[] {
    const entries = new Map(
      obligations.map((obligation): [Obligation, Entry] => [obligation, { obligation, real: [], synthetic: [] }]),
    )
    for (const { file, recording } of recordings) {
      const kind = recording.recorded.source === 'synthetic' ? 'synthetic' : 'real'
      for (const obligation of findMet(recording)) entries.get(obligation)![kind].push(file)
    }
    return [...entries.values()]
  }

  function findMet(recording: Recording): Obligation[] {
    const acceptsBody = new Map<Json, boolean>()
    return [
      ...ofExchanges.filter((obligation) => isMetByExchange(obligation, recording)),
      ...ofBodies.filter(({ operation, body, steps, demand }) => {
        const message = findMessage(recording, operation, body)
        if (!message || typeOf(message) !== body.content) return false
        const value = message.body ?? message.text
        if (!acceptsBody.has(body)) acceptsBody.set(body, validate(body.schema, value).length === 0)
        return acceptsBody.get(body) && shows(value, steps, demand, accepts)
      }),
    ]
  }

  /**
   * What a recording tells of a body. A request counts if it was granted, for it may have been refused unread.
   * A refusal on a path that the document lacks counts too: the server has one shape for all of them.
   */
  function findMessage({ request, response }: Recording, { path }: Operation, body: Body) {
    const isOwn = request.path === path
    if (body.statuses.length === 0) return isOwn && response.status < 300 ? request : undefined
    if (!body.statuses.includes(response.status)) return undefined
    return isOwn || (!contract.paths[request.path] && response.status >= 400) ? response : undefined
  }
}

function isMetByExchange({ operation, status, demand }: ExchangeObligation, { request, response }: Recording): boolean {
  if (request.path !== operation.path || response.status !== status) return false
  if (demand.is === 'status') return true
  if (demand.is === 'no body') return toText(response) === ''
  if (demand.is === 'content') return typeOf(response) === demand.name
  return Object.hasOwn(response.headers, demand.name)
}
