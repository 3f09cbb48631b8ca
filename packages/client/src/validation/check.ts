import { SeamRequestError, SeamResponseError } from '../errors.ts'
import type { Issue } from '../issues.ts'
import type { Reply } from '../transport/response.ts'

/** What checks bodies against the API's description: `validator` of `@seam-acs/client/validator`. */
export interface Validator {
  /**
   * What the server would refuse in a request, and what it would drop silently because no schema declares it.
   * The body counts as `JSON.stringify` would send it. A path that the description does not have gets no issues.
   */
  validateRequest(path: string, body: unknown): Issue[]
  /**
   * Where the body of a successful response, parsed from JSON, differs from the description; it may hold more.
   * A path that the description does not have gets no issues.
   */
  validateResponse(path: string, body: unknown): Issue[]
}

export interface ValidationOptions {
  /** What to check against the API's description: what is sent, what is received, or both; default: `false`. Needs `validator`. */
  validate?: false | 'request' | 'response' | 'both' | undefined
  /** `validator` of `@seam-acs/client/validator`, which stays out of a program that does not import it. */
  validator?: Validator | undefined
}

/** @throws {SeamRequestError} when the body does not fit and requests are to be checked. */
export function checkRequest(options: ValidationOptions, operation: string, path: string, body: unknown): void {
  const issues = options.validate && options.validate !== 'response' && options.validator!.validateRequest(path, body)
  if (issues && issues[0]) throw new SeamRequestError(`${operation}: not sent: ${listIssues(issues)}`, issues)
}

/** @throws {SeamResponseError} when the body does not fit and responses are to be checked. */
export function checkResponse(options: ValidationOptions, operation: string, path: string, reply: Reply): void {
  const issues =
    options.validate && options.validate !== 'request' && options.validator!.validateResponse(path, reply.json)
  if (issues && issues[0])
    throw new SeamResponseError(operation, reply.describe(), `with ${listIssues(issues)}`, issues)
}

const listIssues = (issues: Issue[]) =>
  issues.map(({ path, message }) => `${path ? `"${path}"` : 'the body'} ${message}`).join(', ')
