import type { Contract, Operation } from './contract.ts'
import { refuseCaller } from './request/authentication.ts'
import { findIssues, toInputError } from './request/input-errors.ts'
import type { Preference } from './request/prefer.ts'
import { readJson } from './request/read-json.ts'
import type { Behaviour } from './resources/resource.ts'
import { failure, fromExample, type Reply } from './response/reply.ts'
import { createSuccess } from './response/success.ts'
import { applyDefaults, isObject, prune } from './schema/fit.ts'
import type { Schemas } from './schema/schemas.ts'
import type { Seeded } from './seeded.ts'

interface World {
  contract: Contract
  schemas: Schemas
  seeded: Seeded
  /** By path; an operation without one is answered from its examples. */
  behaviours: Readonly<Record<string, Behaviour>>
  now: () => Date
  apiKeys: readonly string[] | undefined
}

interface Circumstances {
  operation: Operation
  preference: Preference
  /** The number of the request. */
  count: number
}

/** What the API does with a request to a path that it has. Checks come in the order of the vendor's own server. */
export function createHandle(world: World) {
  const { contract, schemas, seeded, behaviours, apiKeys } = world
  const succeed = createSuccess(world)

  return async function handle(request: Request, { operation, preference, count }: Circumstances): Promise<Reply> {
    const preferred = preference.answer
    const headers = operation.answers[preferred?.status ?? '']?.headers ?? {}
    if (preferred && preferred.status >= 400) return fromExample(preferred.status, headers, preferred.example)

    const isJson = /^application\/json *(;|$)/i.test(request.headers.get('content-type') ?? '')
    const given = isJson ? await readJson(request) : { value: {} }
    if (!given) return { status: 400, type: 'text/plain', body: 'Invalid JSON' }
    const refusal = refuseCaller(request.headers, apiKeys)
    if (refusal) return failure(refusal.status, { type: refusal.type, message: refusal.message })
    if (operation.method !== request.method) {
      return failure(405, { type: 'method_not_allowed', message: `only ${operation.method} accepted` })
    }
    if (operation.request && !isJson) {
      const message = `${operation.method} requests must have Content-Type header with "application/json"`
      return failure(400, { type: 'invalid_content_type', message })
    }
    const schema = operation.request === undefined ? {} : contract.schemas[operation.request]!
    const issues = findIssues(schemas, schema, given.value)
    if (issues.length > 0) return failure(400, toInputError(issues))
    const body = isObject(given.value) ? prune(schemas, schema, given.value) : {}
    const behaviour = behaviours[operation.path]
    const furtherIssues = behaviour?.findIssues?.(body) ?? []
    if (furtherIssues.length > 0) return failure(400, toInputError(furtherIssues))

    // An example of success is for those who would have had one.
    if (preferred?.example) {
      const { result } = operation
      const shown = 'key' in result ? preferred.example.value?.[result.key] : undefined
      if (shown) behaviour?.store?.(shown)
      return fromExample(preferred.status, headers, preferred.example)
    }
    const workspaceId = request.headers.get('seam-workspace') ?? seeded.uuid('workspace')
    const call = { body, completed: applyDefaults(schemas, schema, body), count, workspaceId }
    const outcome = behaviour?.run(call)
    if (outcome?.failure) return outcome.failure
    if (outcome) behaviour!.store?.(outcome.result)
    return succeed(operation, call, outcome)
  }
}
