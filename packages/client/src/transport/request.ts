/** A request, as each of its tries sends it. */
export interface ApiRequest {
  /** The method and path, such as `POST /acs/credentials/create`, for messages and hooks. */
  operation: string
  method: string
  url: string
  /** JSON; undefined for a request without a body. */
  body: string | undefined
}
