import type { SeamApiError, SeamResponseError } from './errors.ts'
import type { WebResponse } from './fetch.ts'

/** A call of any operation; each operation has its own interface of this shape. */
export interface SeamPromise<Data, Result> extends Promise<Data> {
  withResponse(): Promise<WithResponse<Data>>
  asResult(): Promise<Result>
}

/** One page of a list, with the cursor of the next. */
export interface Page<Item, Pagination> {
  data: Item[]
  pagination: Pagination
}

export interface WithResponse<Data> {
  data: Data
  /** The response. Its body has been read; `text()` and `json()` give it again. */
  response: WebResponse
  /** The ID of the exchange, for Seam's support; undefined when the response has none. */
  requestId: string | undefined
}

/** The call succeeded. */
export interface Success<Status, Data> extends WithResponse<Data> {
  ok: true
  status: Status
}

/** An error response whose status and error object the API's description has. */
export interface Failure<Status, Body> extends Omit<WithResponse<never>, 'data'> {
  ok: false
  status: Status
  error: Body
}

/** A response that the API's description does not have, such as a proxy's; `error.status` is its status. */
export interface Unexpected {
  ok: false
  status: 'unexpected'
  error: SeamApiError | SeamResponseError
}
