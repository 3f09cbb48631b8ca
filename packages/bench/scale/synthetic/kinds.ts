import type { Json, Schema } from '@seam-acs/spec/model'

/** A kind of property: its schemas in requests and in responses, and a value that both accept. */
export interface Kind {
  request: Schema
  response: Schema
  example: Json
}

const same = (schema: Schema, example: Json): Kind => ({ request: schema, response: schema, example })

const colors: Schema = {
  type: 'string',
  enum: ['blue', 'green', 'red'],
  'x-enumDescriptions': { blue: 'Like the sky.', green: 'Like grass.', red: 'Like fire.' },
}

/** The kinds of properties that a real API has, except references. */
export const kinds: Kind[] = [
  same({ type: 'string', format: 'uuid' }, '0fc82df4-391b-4d00-a234-86378f1c3952'),
  same({ type: 'string', format: 'uuid' }, '4b6ec19d-ba68-46ca-80fd-55247684c2bb'),
  same({ type: 'string', format: 'date-time' }, '2030-02-28T12:00:00.000Z'),
  same({ type: 'string', maxLength: 60 }, 'North entrance'),
  same({ type: 'string', pattern: String.raw`^\d{4,8}$` }, '12345'),
  same({ type: ['string', 'null'] }, 'Behind the garden'),
  same({ type: 'boolean' }, true),
  same({ type: 'integer', format: 'int32', minimum: 1 }, 5),
  same({ type: 'number', maximum: 100 }, 21.5),
  same({ type: 'string', format: 'email' }, 'jane@example.com'),
  same({ type: 'string', format: 'uri' }, 'https://example.com/a'),
  same({ type: 'array', items: { type: 'string' } }, ['first', 'second']),
  same({ type: 'object', additionalProperties: { type: 'string' } }, { floor: 'two' }),
  { request: colors, response: { anyOf: [colors, { type: 'string' }] }, example: 'green' },
]
