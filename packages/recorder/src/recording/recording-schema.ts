import type { Json } from '@seam-acs/spec/model'

const headers: Json = {
  type: 'object',
  patternProperties: {
    // Lower case, so that no header can be there twice.
    '^(?!content-type$)[a-z0-9-]+$': { type: 'string', pattern: '^[^\\r\\n\\0]*$' },
    '^content-type$': { type: 'string', pattern: '^[a-z]+/[a-z.+-]+(; charset=utf-8)?$' },
  },
}

const message: Json = { headers, body: {}, text: { type: 'string', minLength: 1 } }

/** What `Recording` says in TypeScript and more, as a JSON Schema, to be closed as those of the contract are. */
export const recordingSchema: Json = {
  type: 'object',
  required: ['recorded', 'request', 'response'],
  properties: {
    recorded: {
      type: 'object',
      required: ['source', 'from', 'at'],
      properties: {
        source: { type: 'string', enum: ['documentation', 'live', 'vendor-fake', 'synthetic'] },
        from: { type: 'string', minLength: 1 },
        at: { type: 'string', format: 'date' },
        operationHash: { type: 'string', pattern: '^[0-9a-f]{16}$' },
        changes: { type: 'array', items: { type: 'string', minLength: 1 } },
        differs: { type: 'string', minLength: 1 },
      },
    },
    request: {
      type: 'object',
      required: ['headers', 'method', 'path'],
      properties: {
        method: { type: 'string', pattern: '^[A-Z]+$' },
        path: { type: 'string', pattern: '^(/[\\w.~-]+)+$' },
        ...message,
      },
    },
    response: {
      type: 'object',
      required: ['headers', 'status'],
      properties: { status: { type: 'integer', minimum: 100, maximum: 599 }, ...message },
    },
  },
}
