import type { Json, OperationObject, Schema } from '@seam-acs/spec/model'
import { object, to, type Resource } from './resource.ts'

interface Described {
  summary: string
  status?: string
  /** The properties of the request with their example. Absent for an operation without a body. */
  request?: { properties: Record<string, Schema>; required: string[]; example: Json }
  /** The properties of the response beside `ok`, with their example. */
  response: { properties: Record<string, Schema>; example: Json }
}

const count: Schema = { type: 'integer', description: 'How many there are.' }
const ok: Schema = { type: 'boolean', description: 'Always `true`.', const: true }
const lastPage = { has_next_page: false, next_page_cursor: null }

/** The components that the operations of all resources share. */
export const sharedSchemas: Record<string, Schema> = {
  pagination: object('Where the next page is.', {
    has_next_page: { type: 'boolean', description: 'Whether to ask for more.' },
    next_page_cursor: { type: ['string', 'null'], description: 'What to send as `page_cursor`.' },
  }),
}

/** The operations of a resource, by the last segment of their paths: each kind of result, and three statuses. */
function describeOperations({ name, settable, settableExample, example }: Resource): Record<string, Described> {
  const id = { [`${name}_id`]: example[`${name}_id`] }
  const named = {
    properties: { [`${name}_id`]: { type: 'string', description: 'Which one.', format: 'uuid' } },
    required: [`${name}_id`],
    example: id,
  }
  const one = { properties: { [name]: to(name) }, example: { [name]: example } }
  const all: Schema = { type: 'array', description: 'The newest first.', items: to(name) }
  const changes = { ...named, properties: { ...named.properties, ...settable }, example: { ...settableExample, ...id } }
  return {
    create: {
      summary: 'Add one',
      status: '201',
      request: { properties: settable, required: Object.keys(settable).slice(0, 2), example: settableExample },
      response: one,
    },
    get: { summary: 'Read one', request: named, response: one },
    list: {
      summary: 'Read all',
      request: {
        properties: {
          limit: { type: 'integer', description: 'How many at most.', minimum: 1 },
          page_cursor: { type: 'string', description: 'Where to go on.' },
        },
        required: [],
        example: { limit: 10 },
      },
      response: {
        properties: { [`${name}_list`]: all, pagination: to('pagination') },
        example: { [`${name}_list`]: [example], pagination: lastPage },
      },
    },
    update: { summary: 'Change one', request: changes, response: one },
    delete: { summary: 'Remove one', status: '202', request: named, response: { properties: {}, example: {} } },
    count: {
      summary: 'Count all',
      response: { properties: { count, newest: to(name) }, example: { count: 3, newest: example } },
    },
  }
}

/** The components of a document, to which each operation adds its own. */
export interface Sink {
  schemas: Record<string, Schema>
  examples: Record<string, Json>
}

/** The operations of a resource by path. */
export function listOperations(resource: Resource, failures: Json, { schemas, examples }: Sink): [string, Json][] {
  return Object.entries(describeOperations(resource)).map(([verb, { summary, status = '200', request, response }]) => {
    const id = `${resource.name}_${verb}`
    const post: OperationObject = {
      operationId: id,
      tags: [resource.name],
      summary,
      description: `Lets a program ${verb} what a building has.`,
      security: [{ api_key: [] }],
      ...(request && {
        requestBody: {
          description: 'What the call needs.',
          required: true,
          content: toContent(
            `${id}_request`,
            object('What the caller says.', request.properties, request.required),
            request.example,
          ),
        },
      }),
      responses: {
        [status]: {
          description: 'It worked.',
          headers: { 'seam-request-id': { $ref: '#/components/headers/seam_request_id' } },
          content: toContent(`${id}_response`, object('What the server says.', { ...response.properties, ok }), {
            ...response.example,
            ok: true,
          }),
        },
        ...failures,
      } as never,
    }
    return [`/${resource.name}/${verb}`, { post }]
  })

  function toContent(name: string, schema: Schema, value: Json): Json {
    schemas[name] = schema
    examples[name] = { summary: 'The usual case', value }
    return {
      'application/json': { schema: to(name), examples: { usual: { $ref: `#/components/examples/${name}` } } },
    }
  }
}
