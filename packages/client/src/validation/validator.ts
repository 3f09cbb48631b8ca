import { SeamRequestError } from '../errors.ts'
import type { Issue } from '../issues.ts'
import type { Reply } from '../transport/response.ts'
import { listIssues, type Checks } from './checks.ts'
import { allChecks } from './validators.gen.ts'

export * from './validators.gen.ts'
export type { Checks }

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

const listIssuesOf = (path: string, side: 1 | 2, body: unknown) =>
  listIssues(allChecks.find((checks) => checks[0] === path)?.[side], body)

/**
 * What the server would reject in a request, and what it would drop silently because no schema declares it.
 * A path that the description does not have gets no issues.
 *
 * @param body Counts as `JSON.stringify` would send it.
 * @throws {TypeError} when `JSON.stringify` cannot express the body.
 */
export const validateRequest = (path: string, body: unknown): Issue[] =>
  listIssuesOf(path, 1, JSON.parse(JSON.stringify(body) ?? null))

/**
 * Where the body of a successful response, parsed from JSON, differs from the description; it may hold more.
 * A path that the description does not have gets no issues.
 */
export const validateResponse = (path: string, body: unknown): Issue[] => listIssuesOf(path, 2, body)

/**
 * A validator of some operations, such as `createValidator([acsCredentialsCreateChecks])`, which leaves the others out of
 * a bundle.
 */
export function createValidator(all: readonly Checks[]): Validator {
  return (when, operation, path, json, reply) => {
    if (!when || when === (reply ? 'request' : 'response')) return
    const issues = listIssues(
      all.find((checks) => checks[0] === path)?.[reply ? 2 : 1],
      reply ? reply.json : json && JSON.parse(json),
    )
    const text = issues.map((issue) => `${issue.path ? `"${issue.path}"` : 'the body'} ${issue.message}`).join(', ')
    if (text) {
      throw reply
        ? reply.toError(`with ${text}`, issues)
        : new SeamRequestError(`${operation}: not sent: ${text}`, { issues })
    }
  }
}

/** The validator of all operations. */
export const validator: Validator = /* @__PURE__ */ createValidator(allChecks)
