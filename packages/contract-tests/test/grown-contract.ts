import type { Json, OpenApiDocument } from '@seam-acs/spec/model'

const uuid = { type: 'string', format: 'uuid' }
const object = (properties: Json, required = Object.keys(properties)): Json => ({
  type: 'object',
  properties,
  required,
})
const to = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const ok = { type: 'boolean', const: true }
const json = (schema: Json) => ({ 'application/json': { schema } })

const tagged = (kind: string, properties: Json) => object({ kind: { type: 'string', const: kind }, ...properties })

/** A user with what the API's other resources have: a map, a tagged union, formats and limits of all kinds. */
const user = object(
  {
    acs_user_id: uuid,
    access_schedule: { anyOf: [object({ starts_at: { type: 'string', format: 'date-time' } }), { type: 'null' }] },
    // Only one alternative has anything inside `result`, and not the first.
    attempt: {
      anyOf: [
        tagged('pending', { result: { type: 'null' } }),
        tagged('done', { result: object({ was_confirmed: { type: 'boolean' } }) }),
      ],
    },
    age: { type: 'integer', format: 'int32', exclusiveMinimum: 17, maximum: 120 },
    contact: {
      anyOf: [
        tagged('mail', { email: { type: 'string', format: 'email' } }),
        tagged('web', { page: { type: 'string', format: 'uri' } }),
      ],
    },
    labels: { type: 'object', additionalProperties: { type: 'string', minLength: 1 } },
    roles: { type: 'array', uniqueItems: true, minItems: 1, items: { type: 'string', enum: ['guest', 'staff'] } },
  },
  ['acs_user_id', 'roles'],
)

const pagination = object({
  has_next_page: { type: 'boolean' },
  next_page_cursor: { type: ['string', 'null'] },
  next_page_url: { type: ['string', 'null'], format: 'uri' },
})

/** Each operation's request, if any, its status and what its response has beside `ok`. */
const operations: Record<string, { request?: Json; status?: string; result: Json }> = {
  '/acs/credentials/get': {
    request: object({ acs_credential_id: uuid }),
    result: { acs_credential: to('acs_credential') },
  },
  '/acs/credentials/list': {
    request: object({ acs_user_id: uuid, limit: { type: 'integer', minimum: 1 } }, []),
    result: { acs_credentials: { type: 'array', items: to('acs_credential') }, pagination: to('grown_pagination') },
  },
  '/acs/users/create': {
    request: object({ acs_system_id: uuid, roles: user.properties.roles }),
    status: '201',
    result: { acs_user: to('grown_user') },
  },
  '/acs/users/get': { request: object({ acs_user_id: uuid }), result: { acs_user: to('grown_user') } },
  '/acs/users/delete': { request: object({ acs_user_id: uuid }), result: {} },
  '/acs/users/list': {
    request: object({ limit: { type: 'integer', minimum: 1 }, page_cursor: { type: 'string' } }, []),
    result: { acs_users: { type: 'array', items: to('grown_user') }, pagination: to('grown_pagination') },
  },
  '/acs/users/list_roles': { result: { roles: { type: 'array', items: { type: 'string' } } } },
  '/acs/users/count': {
    request: object({ acs_system_id: uuid }),
    result: { count: { type: 'integer' }, acs_user: to('grown_user') },
  },
}

/** The contract with operations for every kind of result, some of them on paths that are already recorded. */
export function growContract(contract: OpenApiDocument): OpenApiDocument {
  const document: Json = structuredClone(contract)
  const [first] = Object.values<Json>(document.paths)
  const { 200: _, ...failures } = first.post.responses
  Object.assign(document.components.schemas, { grown_user: user, grown_pagination: pagination })
  for (const [path, { request, status = '200', result }] of Object.entries(operations)) {
    document.paths[path] ??= {
      post: {
        operationId: path.slice(1).replaceAll('/', '_'),
        ...(request && { requestBody: { required: true, content: json(request) } }),
        responses: { [status]: { description: 'Done.', content: json(object({ ...result, ok })) }, ...failures },
      },
    }
  }
  return document
}
