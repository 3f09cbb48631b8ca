import { refuseCaller } from './authentication.ts'
import type { Contract, Json, Operation } from './contract.ts'
import { describeCredential } from './credential.ts'
import { applyDefaults, fill } from './fill.ts'
import { findIssues, toInputError, type Issue } from './input-errors.ts'
import { findPeriodIssues } from './period.ts'
import type { Preference } from './prefer.ts'
import { failure, fromExample, json, type Reply } from './responses.ts'
import { createSchemas } from './schemas.ts'
import type { Seeded } from './seeded.ts'

interface World {
  contract: Contract
  seeded: Seeded
  /** Gets those that are created. */
  credentials: Json[]
  now: () => Date
  apiKeys: readonly string[] | undefined
}

interface Call {
  operation: Operation
  /** All of this path. */
  operations: readonly Operation[]
  preference: Preference
  /** The number of the request. */
  count: number
}

/** What the API does with a request to a path that it has. Checks come in the order of the vendor's own server. */
export function createHandle({ contract, seeded, credentials, now, apiKeys }: World) {
  const schemas = createSchemas(contract.schemas)

  return async function handle(request: Request, call: Call): Promise<Reply> {
    const { operation, operations, preference } = call
    const preferred = preference.answer
    const headers = operation.answers[preferred?.status ?? '']?.headers ?? {}
    if (preferred && preferred.status >= 400) return fromExample(preferred.status, headers, preferred.example)

    const isJson = /^application\/json *(;|$)/i.test(request.headers.get('content-type') ?? '')
    const body = isJson ? await readJson(request) : { value: {} }
    if (!body) return { status: 400, type: 'text/plain', body: 'Invalid JSON' }
    const refusal = refuseCaller(request.headers, apiKeys)
    if (refusal) return failure(refusal.status, { type: refusal.type, message: refusal.message })
    if (operation.method !== request.method) {
      const message = `only ${operations.map(({ method }) => method).join(', ')} accepted`
      return failure(405, { type: 'method_not_allowed', message })
    }
    if (operation.request && !isJson) {
      const message = `${operation.method} requests must have Content-Type header with "application/json"`
      return failure(400, { type: 'invalid_content_type', message })
    }
    const issues = findAllIssues(operation, body.value)
    if (issues.length > 0) return failure(400, toInputError(issues))
    // An example of success is for those who would have had one.
    if (preferred?.example) return remember(fromExample(preferred.status, headers, preferred.example))
    return remember(json(operation.success, create(call, body.value, request.headers)))
  }

  function findAllIssues({ request }: Operation, body: Json): Issue[] {
    if (!request) return []
    const issues = findIssues(schemas, contract.schemas[request]!, body)
    return issues.length > 0 ? issues : findPeriodIssues(body, now())
  }

  /** The body of a success: its one property besides `ok` is the result. */
  function create({ operation, count }: Call, given: Json, headers: Headers): Json {
    const { request, response, success, answers } = operation
    if (!response) return {}
    const schema = contract.schemas[response]!
    const [key = 'ok', inner = {}] = Object.entries(schemas.properties(schema)).find(([name]) => name !== 'ok') ?? []
    const properties = schemas.properties(inner)
    const isUsable = ([name, value]: [string, Json]) =>
      !properties[name] || typeof value === 'object' || schemas.accepts(properties[name], value)
    const defaulted = request ? applyDefaults(schemas, contract.schemas[request]!, given) : {}
    const body = Object.fromEntries(Object.entries(defaulted).filter(isUsable))
    const example = Object.values(answers[success]?.examples ?? {})[0]?.value
    const createdAt = now().toISOString().replace('Z', '000Z')
    const workspaceId = headers.get('seam-workspace') ?? seeded.uuid('workspace')
    const result =
      key === 'acs_credential'
        ? describeCredential(body, { schemas, seeded, schema: inner, credentials, count, createdAt, workspaceId })
        : { ...example?.[key], ...body, [`${key}_id`]: seeded.uuid(key, count), created_at: createdAt }
    const isObject = Object.keys(properties).length > 0
    const value = isObject ? fill(schemas, seeded, inner, result, example?.[key]) : undefined
    return fill(schemas, seeded, schema, { [key]: value }, example)
  }

  function remember(reply: Reply): Reply {
    const { acs_credential: credential } = JSON.parse(reply.body ?? '{}')
    if (credential) credentials.push(credential)
    return reply
  }
}

/** The parsed body, in a box because it may be null; undefined where it is no JSON. An empty one counts as `{}`. */
async function readJson(request: Request): Promise<{ value: Json } | undefined> {
  const bytes = await request.arrayBuffer()
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { value: text === '' ? {} : JSON.parse(text) }
  } catch {
    return undefined
  }
}
