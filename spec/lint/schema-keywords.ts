import type { Schema } from '../model/index.ts'

/**
 * A schema that uses a keyword, with a value that it accepts and a value that it rejects only because of the keyword.
 */
export interface Sample {
  schema: Schema
  valid: unknown
  invalid?: unknown
}

const text: Schema = { type: 'string', description: 'A text.' }
const pet = (kind: string, name: string): Schema => ({
  type: 'object',
  required: ['kind', name],
  properties: { kind: { type: 'string', const: kind }, [name]: text },
})
const otherPet: Schema = {
  type: 'object',
  required: ['kind'],
  properties: { kind: { type: 'string', not: { enum: ['cat', 'dog'] } } },
}

/** The formats that every stage of the build supports. `int32` only documents the size of a number. */
export const formats: Record<string, Sample> = {
  date: { schema: { type: 'string', format: 'date' }, valid: '2030-02-28', invalid: '2030-02-30' },
  'date-time': {
    schema: { type: 'string', format: 'date-time' },
    valid: '2030-02-28T12:00:00.000Z',
    invalid: '2030-02-28 12:00:00',
  },
  email: { schema: { type: 'string', format: 'email' }, valid: 'jane@example.com', invalid: 'jane' },
  int32: { schema: { type: 'integer', format: 'int32' }, valid: 5 },
  uri: { schema: { type: 'string', format: 'uri' }, valid: 'https://example.com/a', invalid: 'example' },
  uuid: {
    schema: { type: 'string', format: 'uuid' },
    valid: '4b6ec19d-ba68-46ca-80fd-55247684c2bb',
    invalid: '4b6ec19d',
  },
}

/**
 * The keywords that every stage of the build supports: types, client, validators, mock, reference and contract tests.
 * The tests of each stage run these samples, so add a keyword here together with the support for it there.
 */
export const keywords: Record<string, Sample[]> = {
  additionalProperties: [
    {
      schema: { type: 'object', additionalProperties: { type: 'integer' } },
      valid: { any: 1 },
      invalid: { any: 'one' },
    },
  ],
  allOf: [
    {
      schema: { allOf: [pet('cat', 'purr'), { type: 'object', properties: { age: { type: 'integer' } } }] },
      valid: { kind: 'cat', purr: 'loud', age: 3 },
      invalid: { kind: 'cat', purr: 'loud', age: 'three' },
    },
  ],
  anyOf: [
    // An open enum, a nullable object, and a tagged union, closed and open.
    { schema: { anyOf: [{ type: 'string', enum: ['a', 'b'] }, text] }, valid: 'c', invalid: 5 },
    { schema: { anyOf: [pet('cat', 'purr'), { type: 'null' }] }, valid: null, invalid: 'cat' },
    {
      schema: { anyOf: [pet('cat', 'purr'), pet('dog', 'bark')] },
      valid: { kind: 'dog', bark: 'low' },
      invalid: { kind: 'cow' },
    },
    {
      schema: { anyOf: [pet('cat', 'purr'), pet('dog', 'bark'), otherPet] },
      valid: { kind: 'cow' },
      invalid: { kind: 'dog' },
    },
  ],
  const: [{ schema: { type: 'string', const: 'fixed' }, valid: 'fixed', invalid: 'other' }],
  default: [{ schema: { type: 'boolean', default: false }, valid: true }],
  deprecated: [{ schema: { type: 'string', deprecated: true }, valid: 'old' }],
  description: [{ schema: text, valid: 'any' }],
  enum: [
    { schema: { type: 'string', enum: ['a', 'b'] }, valid: 'b', invalid: 'c' },
    { schema: { type: ['string', 'null'], enum: ['a', null] }, valid: null, invalid: 'c' },
  ],
  exclusiveMaximum: [{ schema: { type: 'number', exclusiveMaximum: 5 }, valid: 4.5, invalid: 5 }],
  exclusiveMinimum: [{ schema: { type: 'integer', exclusiveMinimum: 0 }, valid: 1, invalid: 0 }],
  format: Object.values(formats),
  items: [{ schema: { type: 'array', items: text }, valid: ['a'], invalid: [5] }],
  maximum: [{ schema: { type: 'number', maximum: 5 }, valid: 5, invalid: 5.5 }],
  maxItems: [{ schema: { type: 'array', items: text, maxItems: 1 }, valid: ['a'], invalid: ['a', 'b'] }],
  maxLength: [{ schema: { type: 'string', maxLength: 2 }, valid: 'ab', invalid: 'abc' }],
  minimum: [{ schema: { type: 'integer', minimum: 1 }, valid: 1, invalid: 0 }],
  minItems: [{ schema: { type: 'array', items: text, minItems: 1 }, valid: ['a'], invalid: [] }],
  minLength: [{ schema: { type: 'string', minLength: 2 }, valid: 'ab', invalid: 'a' }],
  multipleOf: [{ schema: { type: 'integer', multipleOf: 15 }, valid: 30, invalid: 20 }],
  not: [{ schema: { type: 'string', not: { enum: ['a'] } }, valid: 'b', invalid: 'a' }],
  pattern: [{ schema: { type: 'string', pattern: String.raw`^\d{2,4}$` }, valid: '123', invalid: '1' }],
  patternProperties: [
    {
      schema: { type: 'object', patternProperties: { '^x_': { type: 'integer' } } },
      valid: { x_a: 1 },
      invalid: { x_a: 'one' },
    },
  ],
  properties: [{ schema: { type: 'object', properties: { name: text } }, valid: { name: 'a' }, invalid: { name: 5 } }],
  required: [{ schema: pet('cat', 'purr'), valid: { kind: 'cat', purr: 'loud' }, invalid: { kind: 'cat' } }],
  type: [
    { schema: { type: 'boolean' }, valid: true, invalid: 'true' },
    { schema: { type: ['integer', 'null'] }, valid: null, invalid: 1.5 },
    { schema: { type: 'object' }, valid: { any: [] }, invalid: [] },
  ],
  uniqueItems: [{ schema: { type: 'array', items: text, uniqueItems: true }, valid: ['a', 'b'], invalid: ['a', 'a'] }],
  'x-enumDescriptions': [
    { schema: { type: 'string', enum: ['a'], 'x-enumDescriptions': { a: 'The first.' } }, valid: 'a', invalid: 'b' },
  ],
}
