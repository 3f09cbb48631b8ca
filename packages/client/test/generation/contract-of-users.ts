import type { OpenApiDocument, Schema } from '@seam-acs/spec/model'

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const uuid: Schema = { type: 'string', format: 'uuid' }
const objectOf = (properties: Record<string, Schema>, required = Object.keys(properties)): Schema => ({
  type: 'object',
  required,
  properties,
})
const json = (schema: Schema) => ({ content: { 'application/json': { schema } } })
const ok: Schema = { type: 'boolean', const: true }
const rejected = { description: 'Rejected.', ...json(objectOf({ error: ref('api_error'), ok: { type: 'boolean' } })) }

/** An operation whose successful response has `ok` and these properties. */
function operation(operationId: string, request: Schema | undefined, properties: Record<string, Schema>, status = 200) {
  const success = { description: 'Done.', ...json(objectOf({ ok, ...properties })) }
  return {
    post: {
      operationId,
      description: `Does ${operationId}.`,
      ...(request && { requestBody: { required: true, ...json(request) } }),
      responses: { [status]: success, 400: rejected },
    },
  }
}

const get = objectOf({ acs_user_id: uuid })
const page = objectOf({ limit: { type: 'integer' }, page_cursor: { type: 'string' } }, [])

/** Whatever makes the generators write code of a kind of its own. */
const details = objectOf(
  {
    born: { type: 'string', format: 'date' },
    email: { type: 'string', format: 'email', maxLength: 100 },
    flags: { type: 'object', patternProperties: { '^is_': { type: 'boolean' } } },
    labels: { type: 'object', minProperties: 1, additionalProperties: { type: 'number', exclusiveMinimum: 0 } },
    manager: { anyOf: [ref('details'), { type: 'null' }] },
    nicknames: { type: 'array', uniqueItems: true, minItems: 1, items: { type: 'string', not: { enum: ["it's"] } } },
    page: { type: 'string', format: 'uri' },
    score: { type: 'number', multipleOf: 0.5 },
    since: { type: 'string', format: 'date-time' },
    tags: {
      ...objectOf({ main: { type: 'string' } }, []),
      patternProperties: { '^x_': { type: 'integer' } },
      additionalProperties: true,
    },
  },
  [],
)

/** A small contract of its own, with an operation of every result. */
export const contractOfUsers: OpenApiDocument = {
  openapi: '3.1.0',
  info: { title: 'Users', version: '1.2.3' },
  paths: {
    '/acs/users/create': operation('acs_users_create', ref('new_user'), { acs_user: ref('acs_user') }, 201),
    '/acs/users/get': operation('acs_users_get', get, { acs_user: ref('acs_user') }),
    '/acs/users/list': operation('acs_users_list', page, {
      acs_users: { type: 'array', items: ref('acs_user') },
      pagination: ref('pagination'),
    }),
    '/acs/users/list-entrances': operation('acs_users_list-entrances', get, {
      acs_entrances: { type: 'array', items: objectOf({ name: { type: 'string' } }) },
    }),
    '/acs/users/delete': operation('delete', get, {}),
    '/acs/users/count': operation('acs/users/count', undefined, {
      count: { type: 'integer' },
      limit: { type: 'integer' },
    }),
    '/acs/users/remind': {
      post: {
        operationId: 'acs_users_remind',
        requestBody: { required: true, ...json(page) },
        responses: { 202: { description: 'Accepted.' }, 400: rejected },
      },
    },
  },
  components: {
    schemas: {
      acs_user: objectOf({ acs_user_id: uuid, full_name: { type: 'string' }, details: ref('details') }, [
        'acs_user_id',
        'full_name',
      ]),
      details,
      api_error: objectOf({ message: { type: 'string' }, type: { type: 'string' } }),
      new_user: objectOf({ full_name: { type: 'string' }, details: ref('details') }, ['full_name']),
      // The errors of the client hold it.
      validation_errors: {
        type: 'object',
        properties: { _errors: { type: 'array', items: { type: 'string' } } },
        patternProperties: { '^(?!_errors$)': ref('validation_errors') },
      },
      pagination: objectOf({ has_next_page: { type: 'boolean' }, next_page_cursor: { type: ['string', 'null'] } }),
    },
  },
}
