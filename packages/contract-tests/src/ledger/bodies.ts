import {
  componentName,
  type Content,
  type Json,
  type Operation,
  type OperationResponse,
  type Schema,
} from '@seam-acs/spec/model'

/** The body of a request or a success, or the body of all error responses with one schema. */
export interface Body {
  /** Such as `acs_credentials_create request application/json`. */
  id: string
  side: 'request' | 'success' | 'error'
  content: string
  schema: Schema
  /** Where it occurs. */
  places: Place[]
  /** The document's examples. */
  examples: Example[]
}

export interface Place {
  operation: Operation
  /** Undefined for a request. */
  response: OperationResponse | undefined
}

export interface Example extends Place {
  name: string
  value: Json
}

/** The bodies of the operations: requests and successes in the order of the document, then the errors of all. */
export function listBodies(operations: Operation[]): Body[] {
  const own = operations.flatMap((operation) => [
    ...(operation.request?.contents ?? []).map((content) =>
      create('request', content, { operation, response: undefined }),
    ),
    ...(operation.success?.contents ?? []).map((content) =>
      create('success', content, { operation, response: operation.success }),
    ),
  ])
  const errors = new Map<string, Body>()
  for (const operation of operations) {
    for (const response of operation.failures) {
      for (const content of response.contents) {
        const body = create('error', content, { operation, response })
        const key = JSON.stringify([content.mediaType, content.schema])
        const known = errors.get(key)
        if (known) {
          known.places.push(...body.places)
          known.examples.push(...body.examples)
        } else {
          const isTaken = [...errors.values()].some(({ id }) => id === body.id)
          errors.set(key, isTaken ? { ...body, id: `${body.id} ${errors.size + 1}` } : body)
        }
      }
    }
  }
  return [...own, ...errors.values()]
}

function create(side: Body['side'], { mediaType, schema = {}, examples }: Content, place: Place): Body {
  const ofPlace = side === 'success' ? place.response!.status : side
  const name = side === 'error' ? ['errors', componentName(schema)] : [place.operation.id, ofPlace]
  return {
    id: [...name, mediaType].filter(Boolean).join(' '),
    side,
    content: mediaType,
    schema,
    places: [place],
    examples: examples.map(({ name: ofExample, value }) => ({ ...place, name: ofExample, value })),
  }
}

/** A status that a response covers: 499 for `4XX`, and 599 for `default`. */
export const toStatus = ({ status }: OperationResponse): number =>
  status === 'default' ? 599 : Number(status.replace('XX', '99'))
