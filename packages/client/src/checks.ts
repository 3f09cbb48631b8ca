import { SeamRequestError, SeamResponseError, type AnswerDetails } from './errors.ts'
import type { Issue } from './issues.ts'
import { validateRequest, validateResponse } from './validate.ts'

/** @throws {SeamRequestError} when a body is not what the spec says of the path's requests. */
export function checkRequest(path: string, body: unknown): void {
  const issues = validateRequest(path, body)
  if (issues.length > 0) throw new SeamRequestError(`POST ${path}: not sent: ${list(issues)}`, issues)
}

/** @throws {SeamResponseError} when an answer is not what the spec says of the path's answers. */
export function checkResponse(path: string, body: unknown, describe: () => AnswerDetails): void {
  const issues = validateResponse(path, body)
  if (issues.length === 0) return
  const answer = describe()
  throw new SeamResponseError(`POST ${path}: ${answer.status} with ${list(issues)}`, answer, issues)
}

const list = (issues: Issue[]) => issues.map(({ path, message }) => `"${path}" ${message}`).join(', ')
