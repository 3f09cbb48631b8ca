import type { Json, OpenApiDocument, Schema } from '@seam-acs/spec/model'

export const uuid: Schema = { type: 'string', format: 'uuid' }
export const text: Schema = { type: 'string' }
export const dateTime: Schema = { type: 'string', format: 'date-time' }
export const to = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })

/** An object with these properties; those whose names end with `?` are optional. */
export function object(properties: Record<string, Schema>): Schema {
  const entries = Object.entries(properties).map(([name, schema]): [string, Schema] => [name.replace('?', ''), schema])
  const required = Object.keys(properties).filter((name) => !name.endsWith('?'))
  return { type: 'object', required, properties: Object.fromEntries(entries) }
}

const envelope = object({
  error: object({ type: text, message: text, 'validation_errors?': {} }),
  ok: { const: false },
})
const plain = { 'text/plain': { schema: text } }

/** The failures that an operation of the house describes, and that the mock gives by itself. */
const failures = Object.fromEntries(
  [400, 401, 404, 405].map((status) => [
    status,
    { description: 'Refused.', content: { 'application/json': { schema: envelope }, ...(status === 400 && plain) } },
  ]),
)

export interface Described {
  /** The schema of the body; without one the operation takes none. */
  request?: Schema
  /** The schema of the response; without one it has no body. */
  response?: Schema
  status?: number
  examples?: Record<string, unknown>
}

/** A small OpenAPI document of its own, which does not change with the spec. */
export function createDocument(operations: Record<string, Described>, schemas: Record<string, Schema> = {}) {
  const paths = Object.entries(operations).map(([path, { request, response, status = 200, examples = {} }]) => {
    const named = Object.fromEntries(Object.entries(examples).map(([name, value]) => [name, { value }]))
    const success = {
      description: 'Done.',
      ...(response && { content: { 'application/json': { schema: response, examples: named } } }),
    }
    const post: Json = {
      operationId: path.slice(1).replaceAll('/', '_'),
      ...(request && { requestBody: { required: true, content: { 'application/json': { schema: request } } } }),
      responses: { [status]: success, ...failures },
    }
    return [path, { post }]
  })
  const document: OpenApiDocument = {
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1' },
    paths: Object.fromEntries(paths),
    components: { schemas },
  }
  return document
}
