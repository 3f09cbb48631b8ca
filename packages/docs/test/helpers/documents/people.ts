import contract from '@seam-acs/spec' with { type: 'json' }
import type { OpenApiDocument, Schema } from '@seam-acs/spec/model'

const person: Schema = {
  type: 'object',
  description: 'A person.',
  required: ['person_id', 'marks'],
  properties: {
    person_id: { type: 'string', format: 'uuid', description: 'The id of the person.' },
    email: { type: 'string', format: 'email', description: 'Where to write to.' },
    marks: {
      type: 'object',
      description: 'Marks by subject.',
      additionalProperties: { type: 'integer', minimum: 1, description: 'The mark.' },
    },
    state: {
      description: 'What the person does.',
      anyOf: [tagged('at_work', 'desk', 'Which desk.'), tagged('at_home', 'phone', 'Which number.')],
    },
  },
}

function tagged(state: string, property: string, description: string): Schema {
  return {
    type: 'object',
    required: ['state', property],
    properties: {
      state: { type: 'string', const: state, description: 'What it is.' },
      [property]: { type: 'string', description },
    },
  }
}

const ok: Schema = { type: 'boolean', const: true, description: 'Always `true`.' }
const to = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })
const listOf = (items: Schema): Schema => ({ type: 'array', description: 'All of them.', items })
const id = '4b6ec19d-ba68-46ca-80fd-55247684c2bb'
const value = { person_id: id, marks: { art: 1 }, state: { state: 'at_work', desk: 'left' } }

function post(verb: string, results: Record<string, Schema>, example: object | undefined, hasBody = true) {
  const schema: Schema = { type: 'object', required: ['ok', ...Object.keys(results)], properties: { ok, ...results } }
  const request = {
    required: true,
    content: {
      'application/json': {
        schema: {
          type: 'object',
          required: ['person_id'],
          properties: { person_id: { type: 'string', format: 'uuid' } },
        },
        examples: { one: { summary: 'One', value: { person_id: id } } },
      },
    },
  }
  return {
    post: {
      operationId: `people_${verb}`,
      tags: ['people'],
      summary: `${verb.replace(/^\w/, (letter) => letter.toUpperCase())} people`,
      description: 'Does it.',
      security: [{ api_key: [] }],
      ...(hasBody && { requestBody: request }),
      responses: {
        [verb === 'create' ? '201' : '200']: {
          description: 'Done.',
          content: {
            'application/json': { schema, ...(example && { examples: { one: { value: { ok: true, ...example } } } }) },
          },
        },
      },
    },
  }
}

const pagination: Schema = {
  type: 'object',
  description: 'Where the next page is.',
  required: ['has_next_page', 'next_page_cursor'],
  properties: {
    has_next_page: { type: 'boolean', description: 'Whether there is one.' },
    next_page_cursor: { type: ['string', 'null'], description: 'How to get it.' },
  },
}

/** An API in house style whose operations have each kind of result, with a map, a tagged union and a call without a body. */
export const people: OpenApiDocument = {
  openapi: '3.1.1',
  info: { title: contract.info.title, version: '1.0.0', summary: 'Who is there.', description: 'Who is there.' },
  servers: [{ url: 'https://connect.getseam.com' }],
  tags: [{ name: 'people', description: 'Everybody.' }],
  paths: {
    '/people/create': post('create', { person: to('person') }, { person: value }),
    '/people/delete': post('delete', {}, undefined),
    '/people/find': post('find', { people: listOf(to('person')) }, { people: [value] }),
    '/people/list': post(
      'list',
      { people: listOf(to('person')), pagination },
      { people: [value], pagination: { has_next_page: false, next_page_cursor: null } },
    ),
    '/people/count': post(
      'count',
      { count: { type: 'integer' }, most: { type: 'integer' } },
      { count: 3, most: 4 },
      false,
    ),
  },
  components: {
    securitySchemes: { api_key: { type: 'http', scheme: 'bearer', description: 'The key.' } },
    schemas: { person },
  },
}
