import { SeamError } from '../errors.ts'
import { classOf } from '../runtime.ts'

/** A POST request, as each of its tries sends it. */
export interface ApiRequest {
  /** The method and path, such as `POST /acs/credentials/create`, for messages and hooks. */
  operation: string
  url: string
  /** JSON; undefined for a request without a body. */
  body: string | undefined
}

/**
 * The body of a request in JSON.
 *
 * @throws {SeamError} when JSON cannot express it.
 */
export function writeBody(operation: string, body: unknown): string {
  let json: string | undefined
  try {
    // A FormData or a Map would become an empty object.
    if (typeof body !== 'object' || /^(Object|Array|Null)$/.test(classOf(body))) json = JSON.stringify(body)
  } catch {
    // It has a BigInt, a circular reference, or a toJSON that throws, whose error could contain a secret.
  }
  if (json === undefined)
    throw new SeamError(`${operation}: not sent: the body must be an object that JSON can express.`)
  return json
}
