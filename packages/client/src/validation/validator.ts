import { SeamRequestError } from '../errors.ts'
import type { Issue } from '../issues.ts'
import type { Reply } from '../transport/response.ts'
import { listIssues } from './checks.ts'
import { checks } from './validators.gen.ts'

/**
 * Checks what the option `validate` asks for against the API's description.
 *
 * @param json The body of the request; undefined for one without a body.
 * @param reply Absent to check the request.
 * @throws {SeamRequestError | SeamResponseError} An error with the issues, if there are any.
 */
export interface Validator {
  (when: ValidationMode, operation: string, path: string, json: string | undefined, reply?: Reply): void
}

/** The option `validate`. */
export type ValidationMode = false | 'request' | 'response' | 'both' | undefined

/** @param side 0 for the request, and 1 for the response. */
const validate = (path: string, side: 0 | 1, body: unknown) => listIssues(checks.get(path)?.[side], body)

/**
 * What the server would reject in a request, and what it would drop silently because no schema declares it.
 * A path that the description does not have gets no issues.
 *
 * @param body Counts as `JSON.stringify` would send it.
 * @throws {TypeError} when `JSON.stringify` cannot express the body.
 */
export const validateRequest = (path: string, body: unknown): Issue[] =>
  validate(path, 0, JSON.parse(JSON.stringify(body) ?? null))

/**
 * Where the body of a successful response, parsed from JSON, differs from the description; it may hold more.
 * A path that the description does not have gets no issues.
 */
export const validateResponse = (path: string, body: unknown): Issue[] => validate(path, 1, body)

export const validator: Validator = (when, operation, path, json, reply) => {
  if (!when || when === (reply ? 'request' : 'response')) return
  const issues = reply ? validate(path, 1, reply.json) : json ? validate(path, 0, JSON.parse(json)) : []
  const text = issues.map((issue) => `${issue.path ? `"${issue.path}"` : 'the body'} ${issue.message}`).join(', ')
  if (text) {
    throw reply
      ? reply.toError(`with ${text}`, issues)
      : new SeamRequestError(`${operation}: not sent: ${text}`, { issues })
  }
}
