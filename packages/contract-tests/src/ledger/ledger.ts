import { mediaTypeOf, toText, type Recording, type RecordingFile } from '@seam-acs/recorder/recording'
import { findResponse, readOperations, type OpenApiDocument } from '@seam-acs/spec/model'
import { mustMatchSpec } from '../check.ts'
import { createAjvValidate } from '../validators/ajv.ts'
import { createAccepts } from './accepts.ts'
import { listBodies, type Body } from './bodies.ts'
import { shows } from './conditions.ts'
import {
  listBodyObligations,
  listExchangeObligations,
  type BodyObligation,
  type DescribedResponse,
  type ExchangeObligation,
} from './obligations.ts'

export type Obligation = BodyObligation | ExchangeObligation

export interface Entry {
  obligation: Obligation
  /** The files of the real recordings that meet it. */
  real: string[]
  /** The files of the generated recordings that meet it. */
  synthetic: string[]
}

export interface Auditor {
  bodies: Body[]
  /** The bodies of the operation at a path, including those of its errors. */
  listBodiesAt: (path: string) => Body[]
  listObligationsOf: (body: Body) => BodyObligation[]
  listExchangeObligationsAt: (path: string) => ExchangeObligation[]
  /** The obligations that a recording meets. A body that the spec rejects meets none. */
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
  const exchangesByPath = Map.groupBy(
    ofExchanges.flatMap((obligation) => obligation.places.map((place) => ({ obligation, place }))),
    ({ place }) => place.operation.path,
  )
  const placesByPath = Map.groupBy(
    bodies.flatMap((body) => body.places.map((place) => ({ body, place }))),
    ({ place }) => place.operation.path,
  )
  const obligations = [...ofExchanges, ...[...ofBodies.values()].flat()]
  return { bodies, listBodiesAt, listObligationsOf, listExchangeObligationsAt, findMet, audit }

  function listBodiesAt(path: string): Body[] {
    return [...new Set(placesByPath.get(path)?.map(({ body }) => body))]
  }

  function listObligationsOf(body: Body): BodyObligation[] {
    return ofBodies.get(body) ?? []
  }

  function listExchangeObligationsAt(path: string): ExchangeObligation[] {
    return exchangesByPath.get(path)?.map(({ obligation }) => obligation) ?? []
  }

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
      ...(exchangesByPath.get(recording.request.path) ?? [])
        .filter(({ obligation, place }) => isMetByExchange(obligation, place, recording))
        .map(({ obligation }) => obligation),
      ...findShown(recording).flatMap((body) => {
        const message = body.side === 'request' ? recording.request : recording.response
        if (mediaTypeOf(message.headers) !== body.content) return []
        const value = message.body === undefined ? message.text : message.body
        if (validate(body.schema, value).length > 0) return []
        return listObligationsOf(body).filter(({ steps, condition }) => shows(value, steps, condition, accepts))
      }),
    ]
  }

  /**
   * The bodies that the request or the response of a recording shows. A request counts only if it succeeded, because the
   * server may not have read a rejected one. An error also counts if it need not match the spec, because all have one
   * form.
   */
  function findShown(recording: Recording): Body[] {
    const { request, response } = recording
    const places = placesByPath.get(request.path)
    if (!mustMatchSpec(recording) || !places) {
      return bodies.filter(
        ({ side, places: all }) =>
          side === 'error' && all.some(({ response: described }) => `${response.status}` === described!.status),
      )
    }
    const shown = places.filter(({ body: { side }, place: { operation, response: described } }) => {
      const found = findResponse(operation, response.status)
      return side === 'request' ? found === operation.success : found === described
    })
    return [...new Set(shown.map(({ body }) => body))]
  }
}

function isMetByExchange(
  { condition }: ExchangeObligation,
  { operation, response: described }: DescribedResponse,
  recording: Recording,
): boolean {
  const { response } = recording
  if (!mustMatchSpec(recording) || findResponse(operation, response.status) !== described) return false
  if (condition.is === 'status') return true
  if (condition.is === 'no body') return toText(response) === ''
  if (condition.is === 'content') return mediaTypeOf(response.headers) === condition.name
  return Object.hasOwn(response.headers, condition.name)
}
