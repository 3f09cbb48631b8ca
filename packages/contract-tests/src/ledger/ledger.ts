import { mediaTypeOf, toText, type Recording, type RecordingFile } from '@seam-acs/recorder/recording'
import { findResponse, readOperations, type OpenApiDocument } from '@seam-acs/spec/model'
import { isHeld } from '../check.ts'
import { createAjvValidate } from '../validators/ajv.ts'
import { createAccepts } from './accepts.ts'
import { listBodies, type Body } from './bodies.ts'
import { shows } from './demands.ts'
import {
  listBodyObligations,
  listExchangeObligations,
  type BodyObligation,
  type ExchangeObligation,
} from './obligations.ts'

export type Obligation = BodyObligation | ExchangeObligation

export interface Entry {
  obligation: Obligation
  /** The recordings that meet it, by file: exchanges that took place or were published … */
  real: string[]
  /** … and those of the generator. */
  synthetic: string[]
}

export interface Auditor {
  bodies: Body[]
  obligations: Obligation[]
  /** The obligations that a recording meets. What the spec does not accept counts for nothing. */
  findMet: (recording: Recording) => Obligation[]
  audit: (recordings: RecordingFile[]) => Entry[]
}

export function createAuditor(contract: OpenApiDocument): Auditor {
  const accepts = createAccepts(contract)
  const validate = createAjvValidate(contract, { allErrors: false })
  const operations = readOperations(contract)
  const bodies = listBodies(operations)
  const ofBodies = Map.groupBy(listBodyObligations(contract, bodies, accepts), ({ body }) => body)
  const ofExchanges = listExchangeObligations(operations)
  const obligations = [...ofExchanges, ...[...ofBodies.values()].flat()]
  return { bodies, obligations, findMet, audit }

  function audit(recordings: RecordingFile[]): Entry[] {
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
    return [
      ...ofExchanges.filter((obligation) => isMetByExchange(obligation, recording)),
      ...bodies.flatMap((body) => {
        const message = findMessage(recording, body)
        if (!message || mediaTypeOf(message.headers) !== body.content) return []
        const value = message.body === undefined ? message.text : message.body
        if (validate(body.schema, value).length > 0) return []
        return (ofBodies.get(body) ?? []).filter(({ steps, demand }) => shows(value, steps, demand, accepts))
      }),
    ]
  }

  /**
   * What a recording shows of a body. A request counts if it succeeded, because a rejected one may not have been read.
   * An error that is evidence only counts too: the server has one shape for all of them.
   */
  function findMessage(recording: Recording, { side, places }: Body) {
    const { request, response } = recording
    const isUnknown = !isHeld(recording) || !operations.some(({ path }) => path === request.path)
    const isOfPlace = places.some(({ operation, response: described }) => {
      if (side !== 'request' && isUnknown) return side === 'error' && `${response.status}` === described!.status
      if (operation.path !== request.path) return false
      const found = findResponse(operation, response.status)
      return side === 'request' ? found === operation.success : found === described
    })
    return isOfPlace ? (side === 'request' ? request : response) : undefined
  }
}

function isMetByExchange(
  { operation, response: described, demand }: ExchangeObligation,
  recording: Recording,
): boolean {
  const { request, response } = recording
  if (!isHeld(recording)) return false
  if (request.path !== operation.path || findResponse(operation, response.status) !== described) return false
  if (demand.is === 'status') return true
  if (demand.is === 'no body') return toText(response) === ''
  if (demand.is === 'content') return mediaTypeOf(response.headers) === demand.name
  return Object.hasOwn(response.headers, demand.name)
}
