import { keywords, type Sample } from '../lint/schema-keywords.ts'
import type { OpenApiDocument, OperationObject, Response, Schema } from '../model/index.ts'

/** Every sample with its own name, such as `anyOf_2`. */
export const samples: [name: string, Sample][] = Object.entries(keywords).flatMap(([keyword, all]) =>
  all.map((sample, index): [string, Sample] => [`${keyword.replaceAll('-', '_')}_${index + 1}`, sample]),
)

/** A document in house style with an operation for each sample: `/samples/<name>` takes and returns a `value`. */
export function createSampleContract(): OpenApiDocument {
  const schemas: Record<string, Schema> = { api_error: apiError, error_response: errorResponse }
  const paths = samples.map(([name, sample]): [string, { post: OperationObject }] => {
    const result = `${name}_result`
    const value = { $ref: `#/components/schemas/${name}` }
    schemas[name] = { description: 'A sample.', ...sample.schema }
    schemas[result] = { type: 'object', description: 'A result.', required: ['value'], properties: { value } }
    schemas[`${name}_request`] = { ...schemas[result], description: 'A request.' }
    schemas[`${name}_response`] = {
      type: 'object',
      description: 'A response.',
      required: ['ok', result],
      properties: {
        ok: { type: 'boolean', const: true, description: 'Always `true`.' },
        [result]: { $ref: `#/components/schemas/${result}` },
      },
    }
    const contentOf = (side: string, example: unknown) => ({
      'application/json': {
        schema: { $ref: `#/components/schemas/${name}_${side}` },
        examples: { sample: { summary: 'A sample', value: example } },
      },
    })
    const post = {
      operationId: `samples_${name}`,
      tags: ['samples'],
      summary: `Try ${name}`,
      description: 'Returns the value that it gets.',
      requestBody: { required: true, content: contentOf('request', { value: sample.valid }) },
      responses: {
        200: { description: 'Done.', content: contentOf('response', { ok: true, [result]: { value: sample.valid } }) },
        400: { $ref: '#/components/responses/bad_request' },
      },
    }
    return [`/samples/${name}`, { post }]
  })
  return structuredClone({
    openapi: '3.1.1',
    info: { title: 'Samples', version: '1.0.0', description: 'One operation for each sample.' },
    servers: [{ url: 'https://connect.getseam.com' }],
    tags: [{ name: 'samples', description: 'Values of all kinds.' }],
    paths: Object.fromEntries(paths),
    components: { schemas, responses: { bad_request: badRequest } },
  })
}

const errorResponse: Schema = {
  type: 'object',
  description: 'An error response.',
  required: ['error', 'ok'],
  properties: {
    error: { $ref: '#/components/schemas/api_error' },
    ok: { type: 'boolean', const: false, description: 'Always `false`.' },
  },
}

const apiError: Schema = {
  type: 'object',
  description: 'What is wrong.',
  required: ['message', 'type'],
  properties: {
    message: { type: 'string', description: 'In words.' },
    type: { type: 'string', description: 'For programs.' },
    validation_errors: { type: 'object', description: 'Where.' },
  },
}

const validationErrors = { value: { _errors: ['Invalid.'] } }
const invalid = {
  error: { message: 'Invalid.', type: 'invalid_input', validation_errors: validationErrors },
  ok: false,
}

const badRequest: Response = {
  description: 'The request is invalid.',
  content: {
    'application/json': {
      schema: { $ref: '#/components/schemas/error_response' },
      examples: { invalid_input: { summary: 'Invalid', value: invalid } },
    },
  },
}
