import type { paths } from '@seam-acs/types'
import createClient, { type Client } from 'openapi-fetch'
import type { Settings } from './options.ts'

/** The typed path client: `GET`, `POST`, … over the API's paths, each resolving to `{ data, error, response }`. */
export type FetchClient = Client<paths>

/** As much of a `Request` as a transport needs, at a fraction of its cost. */
export class TransportRequest {
  declare readonly url: string
  declare readonly method: string
  declare readonly headers: Headers
  declare readonly body?: string
  declare readonly signal?: AbortSignal
  /** The settings of this call, where they differ from the client's. */
  declare readonly settings?: Settings

  constructor(url: string, init: object) {
    Object.assign(this, init)
    this.url = url
  }
}

export type Transport = (request: TransportRequest) => Promise<Response>

export function createFetchClient(baseUrl: string, transport: Transport): FetchClient {
  return createClient<paths>({ baseUrl, fetch: transport as never, Request: TransportRequest as never })
}
