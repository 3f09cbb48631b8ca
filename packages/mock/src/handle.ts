import type { Contract, Operation } from './contract.ts'
import { rejectCaller } from './request/authentication.ts'
import { findIssues, toInputError } from './request/input-errors.ts'
import { findExcess } from './request/limits.ts'
import type { Preference } from './request/prefer.ts'
import { readBody } from './request/read-body.ts'
import type { Behaviour } from './resources/resource.ts'
import { failure, fromExample, type Reply } from './response/reply.ts'
import { createSuccess } from './response/success.ts'
import { applyDefaults, isObject, prune } from './schema/fit.ts'
import type { Schemas } from './schema/schemas.ts'
import type { SeededValues } from './seeded.ts'

interface Dependencies {
  contract: Contract
  schemas: Schemas
  seeded: SeededValues
  /** By path. An operation without a behaviour responds with its examples. */
  behaviours: Readonly<Record<string, Behaviour>>
  now: () => Date
  apiKeys: readonly string[] | undefined
}

interface RequestContext {
  operation: Operation
  preference: Preference
  /** The number of the request. */
  count: number
}

/** Responds to requests to known paths. The checks have the same order as in the vendor's own server. */
export function createHandler(dependencies: Dependencies) {
  const { contract, schemas, seeded, behaviours, apiKeys } = dependencies
  const succeed = createSuccess(dependencies)
  const usualWorkspaceId = seeded.uuid('workspace')

  return async function handle(request: Request, { operation, preference, count }: RequestContext): Promise<Reply> {
    const preferred = preference.response
    const headers = operation.responses[preferred?.status ?? '']?.headers ?? {}
    if (preferred && preferred.status >= 400) return fromExample(preferred.status, headers, preferred.example)

    const isJson = /^application\/json *(;|$)/i.test(request.headers.get('content-type') ?? '')
    const given = isJson ? await readBody(request) : { value: {} }
    if (given.reply) return given.reply
    const rejection = rejectCaller(request.headers, apiKeys)
    if (rejection) return failure(rejection.status, { type: rejection.type, message: rejection.message })
    if (operation.method !== request.method) {
      return failure(405, { type: 'method_not_allowed', message: `only ${operation.method} accepted` })
    }
    if (operation.request && !isJson) {
      const message = `${operation.method} requests must have Content-Type header with "application/json"`
      return failure(400, { type: 'invalid_content_type', message })
    }
    const schema = operation.request === undefined ? {} : contract.schemas[operation.request]!
    const excess = findExcess(given.value)
    const issues = excess.length > 0 ? excess : findIssues(schemas, schema, given.value)
    if (issues.length > 0) return failure(400, toInputError(issues))
    const body = isObject(given.value) ? prune(schemas, schema, given.value) : {}
    const behaviour = behaviours[operation.path]
    const furtherIssues = behaviour?.findIssues?.(body) ?? []
    if (furtherIssues.length > 0) return failure(400, toInputError(furtherIssues))

    // Only a request that would succeed gets an example of a success.
    if (preferred?.example) {
      const { result } = operation
      const shown = 'key' in result ? preferred.example.value?.[result.key] : undefined
      if (shown) behaviour?.store?.(shown)
      return fromExample(preferred.status, headers, preferred.example)
    }
    const workspaceId = request.headers.get('seam-workspace') ?? usualWorkspaceId
    const call = { body, completed: applyDefaults(schemas, schema, body), count, workspaceId }
    const outcome = behaviour?.run(call)
    if (outcome?.failure) return outcome.failure
    if (outcome) behaviour!.store?.(outcome.result)
    return succeed(operation, call, outcome)
  }
}
