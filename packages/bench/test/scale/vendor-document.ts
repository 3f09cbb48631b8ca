import type { Json } from '@seam-acs/spec/model'

const json = (schema: Json) => ({ content: { 'application/json': { schema } } })
const failures = { 400: { description: 'Bad Request' }, 401: { description: 'Unauthorized' } }
const tagged = (kind: string, properties: Json): Json => ({
  type: 'object',
  required: ['kind', ...Object.keys(properties)],
  properties: { kind: { type: 'string', enum: [kind] }, ...properties },
})

/** A small OpenAPI 3.0 document with every oddity of the vendor's. */
export const vendorDocument: Json = {
  openapi: '3.0.0',
  info: { title: 'Vendor', version: '1.0.0' },
  servers: [{ url: 'https://connect.getseam.com' }],
  tags: [{ name: '/pets', description: 'pets' }],
  components: {
    securitySchemes: { api_key: { type: 'http', scheme: 'bearer' }, other: { type: 'http', scheme: 'bearer' } },
    schemas: {
      pet: {
        type: 'object',
        description: 'A pet.',
        'x-route-path': '/pets',
        required: ['pet_id', 'errors'],
        properties: {
          pet_id: { type: 'string', format: 'uuid' },
          errors: {
            type: 'array',
            items: {
              discriminator: { propertyName: 'kind' },
              oneOf: [
                tagged('hungry', { 'since-when': { type: 'string' } }),
                tagged('lost', { place: { type: 'string' } }),
              ],
            },
          },
          'fur/color': { type: 'string', nullable: true },
          litter: { type: 'array', items: { $ref: '#/components/schemas/pet' } },
          notes: { type: 'object', additionalProperties: { oneOf: [{ type: 'string' }, { type: 'boolean' }] } },
          owner: { nullable: true, description: 'Always null.' },
          size: { type: 'string', enum: ['s', 'm'], nullable: true },
          weight: { type: 'number', format: 'float', minimum: 0, exclusiveMinimum: true },
          vet: { nullable: true, allOf: [{ type: 'object', properties: { name: { type: 'string' } } }] },
        },
      },
      unused: { type: 'object' },
    },
  },
  paths: {
    '/pets/create': {
      post: {
        operationId: 'petsCreatePost',
        summary: '/pets/create',
        'x-title': 'Create a Pet.',
        description: 'Creates it.',
        security: [{ api_key: [] }],
        requestBody: json({
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'count'],
          properties: {
            kind: { type: 'string', enum: ['cat', 'dog'] },
            count: { type: 'integer', default: 1, 'x-draft': 'soon' },
            nickname: { oneOf: [{ type: 'string' }] },
          },
        }),
        responses: {
          201: {
            description: 'Created',
            ...json({
              type: 'object',
              required: ['pet', 'ok'],
              properties: {
                pet: { $ref: '#/components/schemas/pet', description: 'Beside.' },
                ok: { type: 'boolean' },
              },
            }),
          },
          ...failures,
        },
      },
      put: { responses: {} },
    },
    '/pets/[kind]/find-one': {
      post: {
        summary: '/pets/find',
        parameters: [{ in: 'query', name: 'kind', schema: { type: 'string' } }],
        requestBody: json({}),
        responses: {
          202: {
            description: 'Accepted',
            ...json({
              type: 'object',
              required: ['found', 'ok'],
              properties: {
                found: { type: 'object', properties: { score: { type: 'number' } } },
                ok: { type: 'boolean' },
              },
            }),
          },
          ...failures,
        },
      },
      get: { responses: {} },
    },
    '/pets/touch': { post: { summary: 'Touch', responses: { 200: { description: 'OK' }, ...failures } } },
  },
}
