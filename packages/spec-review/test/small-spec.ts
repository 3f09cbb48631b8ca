const openapi = `openapi: 3.1.1
info:
  title: Keys
  version: 1.2.3
paths:
  /keys/create:
    $ref: paths/keys_create.yaml
`

const path = `post:
  operationId: keys_create
  summary: Create a key
  requestBody:
    required: true
    content:
      application/json:
        schema:
          $ref: ../components/schemas/create_key_request.yaml
  responses:
    "200":
      description: The key was created.
      content:
        application/json:
          schema:
            $ref: ../components/schemas/key.yaml
`

const request = `type: object
required:
  - door
properties:
  door:
    type: string
    description: The name of the door.
  starts_at:
    type: string
    format: date-time
`

const key = `type: object
required:
  - is_issued
  - key_id
properties:
  is_issued:
    type: boolean
  key_id:
    type: string
    maxLength: 40
`

const recording = {
  recorded: { source: 'synthetic' },
  request: {
    method: 'POST',
    path: '/keys/create',
    headers: { 'content-type': 'application/json' },
    body: { door: 'Front' },
  },
  response: {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: { is_issued: true, key_id: 'k1' },
  },
}

const manifest = (name: string, more: object = {}) => JSON.stringify({ name, version: '1.2.3', ...more })

/** A repository like this one, with one operation: two packages that are released together, one that is not. */
export const files = {
  'package.json': manifest('root', { private: true }),
  'pnpm-workspace.yaml': 'packages:\n  - packages/*\n',
  'packages/types/package.json': manifest('@keys/types'),
  'packages/client/package.json': manifest('@keys/client', { dependencies: { '@keys/types': 'workspace:*' } }),
  'packages/docs/package.json': manifest('@keys/docs', { private: true }),
  'packages/contract-tests/recordings/keys_create/200-key.json': JSON.stringify(recording),
  '.changeset/config.json': JSON.stringify({ fixed: [['@keys/types', '@keys/client']], baseBranch: 'main' }),
  'spec/openapi.yaml': openapi,
  'spec/paths/keys_create.yaml': path,
  'spec/components/schemas/create_key_request.yaml': request,
  'spec/components/schemas/key.yaml': key,
}

/** The document in one file, as JSON or any YAML parser's input. */
export const wholeDocument = {
  openapi: '3.0.3',
  info: { title: 'Keys', version: '1.2.3' },
  paths: {
    '/keys/{id}': {
      get: {
        operationId: 'keys_get',
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        responses: {
          200: {
            description: 'The key.',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/key' } } },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      key: { type: 'object', required: ['key_id'], properties: { key_id: { type: 'string', nullable: false } } },
    },
  },
}
