import type { OpenApiDocument, OperationObject, Schema } from '@seam-acs/spec/model'
import { schemas } from './locker-schemas.ts'

const result = (content: object = { 'application/json': { schema: { $ref: '#/components/schemas/parcel' } } }) => ({
  200: { description: 'Done.', content },
})

const call = (operation: OperationObject): OperationObject => ({
  tags: ['Parcels'],
  description: 'Does it.',
  responses: result() as NonNullable<OperationObject['responses']>,
  ...operation,
})

const send = (mediaType: string, schema: Schema, example?: unknown): OperationObject =>
  call({ requestBody: { content: { [mediaType]: { schema, ...(example !== undefined && { example }) } } } })

/** A document that has nothing in common with the API of the packages, and one of what OpenAPI knows beside JSON. */
export const lockers: OpenApiDocument = {
  openapi: '3.1.1',
  info: {
    title: 'Lockers',
    version: '2.0.0',
    description: '# About\n\nAll.\n\n## Errors\n\nFew.\n\n## Errors\n\nNone.',
  },
  servers: [
    {
      url: 'https://{place}.example/v1/',
      variables: { place: { default: 'lockers', enum: ['lockers', 'test'] } },
    } as never,
  ],
  security: [{ address_key: [] }, { address_key: [], account: [] }],
  paths: {
    '/': { get: call({ summary: 'Enter' }), post: call({ security: [] }) },
    '/parcels/{id}': {
      parameters: [
        { name: 'id', in: 'path', required: true, description: 'Its id.', schema: { type: 'string' }, example: 'a/b' },
      ],
      get: call({
        security: [{ signedIn: [] }],
        parameters: [
          { name: 'size', in: 'query', schema: { type: 'array', items: { type: 'string' } }, example: ['s', 'x l'] },
          { name: 'size', in: 'header', schema: { type: 'integer' }, example: 5 },
          { name: 'X-Trace', in: 'header', schema: { type: 'string' }, example: 'trace-31' },
          { name: 'tour', in: 'cookie', required: true, schema: { type: 'integer', default: 9 } },
        ],
        responses: result({
          'text/csv': { schema: { type: 'string' }, example: 'Ada,17' },
          'application/json': { schema: { $ref: '#/components/schemas/slot' }, example: 42 },
        }) as NonNullable<OperationObject['responses']>,
      }),
    },
    '/parcels/id': { get: call({ security: [{ account: [] }, { token: ['read:parcels'] }] }) },
    '/search': {
      get: call({
        tags: [''],
        parameters: [
          {
            name: 'where',
            in: 'query',
            content: { 'application/json': { schema: { type: 'object' }, example: { grade: 'a', row: 1 } } },
          },
        ],
        responses: result({
          'application/json': { examples: { elsewhere: { externalValue: 'https://lockers.example/1.json' } } },
        }) as NonNullable<OperationObject['responses']>,
      }),
    },
    '/elsewhere/{id}/{row}': {
      servers: [{ url: 'https://elsewhere.example', description: 'Only these.' }],
      parameters: [
        { name: 'id', in: 'path', required: true, style: 'label', schema: { type: 'string' }, example: 'a' },
        { name: 'row', in: 'path', required: true, style: 'matrix', schema: { type: 'integer' }, example: 3 },
        { name: 'lane', in: 'cookie', schema: { type: 'array', items: { type: 'string' } }, example: ['x', 'y'] },
      ],
      get: call({
        tags: ['50% "off" & <more>'],
        description: '## Notes\n\nOne.',
        responses: {
          '2XX': {
            description: 'Any.',
            headers: { 'X-Rows': { content: { 'application/json': { schema: { type: 'integer', minimum: 4 } } } } },
          },
        } as never,
      }),
      post: call({
        summary: '',
        servers: [{ url: 'https://{place}.example/v9', variables: { place: { default: 'own' } } } as never],
      }),
    },
    '/lanes/{lane}': { get: call({}), put: call({ servers: [{ url: '/v3' }] }) },
    '/range': { post: send('*/*', { type: 'string' }, 'red') },
    '/form': {
      post: send(
        'application/x-www-form-urlencoded',
        {
          type: 'object',
          properties: { sender: { type: 'string' }, tags: { type: 'array', items: { type: 'string' } } },
        },
        { sender: 'Ada & Co', tags: ['a', 'b'] },
      ),
    },
    '/text': { post: send('text/plain', { type: 'string' }, `@it's "so"\n$HOME`) },
    '/json': { post: send('application/vnd.lockers+json', { type: 'array', items: { type: 'integer' } }, [1, 2]) },
    '/made': { post: send('application/json', { $ref: '#/components/schemas/parcel' }) },
    '/file': { put: send('image/png', {}) },
    '/files': {
      post: send(
        'multipart/form-data',
        { type: 'object', properties: { photo: { type: 'string', format: 'binary' }, remark: { type: 'string' } } },
        { remark: 'red & blue' },
      ),
    },
  },
  components: {
    securitySchemes: {
      account: { type: 'http', scheme: 'basic', description: 'A name and a password.' },
      address_key: { type: 'apiKey', in: 'query', name: 'access_key', description: 'A part of the address.' },
      token: {
        type: 'oauth2',
        flows: {
          clientCredentials: { tokenUrl: 'https://lockers.example/token', scopes: { 'read:parcels': 'To see them.' } },
        },
      } as never,
      signedIn: { type: 'apiKey', in: 'cookie', name: 'pass', description: 'What signing in gave.' },
    },
    schemas,
  },
}
