import { expect, test } from 'vitest'
import type { Json } from '../../../src/change.ts'
import { api, done, got, in30, operation, query, ref, schemas, sent, verdict } from './small-api.ts'

const text = { type: 'string' }
const object = (properties: Record<string, Json>, required: string[] = Object.keys(properties)): Json => ({
  type: 'object',
  required,
  properties,
})
const card = object({ kind: { const: 'card' }, number: text })
const code = object({ kind: { const: 'code' }, digits: text })
const face = object({ kind: { const: 'face' } })
const named = schemas({ card, code, face, key: { oneOf: [ref('card'), ref('code')] } })
const flows = (more: Record<string, Json> = {}) => ({
  clientCredentials: { tokenUrl: 'https://login.example/token', scopes: {}, ...more },
})
const login = (name: string, scheme: Record<string, Json>) =>
  operation({ security: [{ [name]: [] }] }, { components: { securitySchemes: { [name]: scheme } } })
const bearer = { type: 'http', scheme: 'bearer' }
const basic = { type: 'http', scheme: 'basic' }
const servers = (...urls: string[]) => ({ servers: urls.map((url) => ({ url })) })
const doors = { post: { responses: done } }

/** Pairs that mean the same, both ways. */
test.each<[string, Json, Json]>([
  [
    'a file of 3.0',
    in30(sent(object({ a: { type: 'string', format: 'binary' } }), {}, 'multipart/form-data')),
    sent(object({ a: { type: 'string', contentMediaType: 'application/octet-stream' } }), {}, 'multipart/form-data'),
  ],
  [
    'base64 of 3.0',
    in30(got(object({ a: { type: 'string', format: 'byte' } }))),
    got(object({ a: { type: 'string', contentEncoding: 'base64' } })),
  ],
  [
    'a whole file of 3.0',
    in30(sent({ type: 'string', format: 'binary' }, {}, 'image/png')),
    operation({ requestBody: { required: true, content: { 'image/png': {} } } }),
  ],
  [
    'null beside allOf of 3.0',
    in30(got(object({ a: { nullable: true, allOf: [ref('card')] } }), named)),
    got(object({ a: { anyOf: [ref('card'), { type: 'null' }] } }), named),
  ],
  [
    'null beside oneOf of 3.0',
    in30(got({ nullable: true, oneOf: [ref('card'), ref('code')] }, named)),
    got({ oneOf: [ref('card'), ref('code'), { type: 'null' }] }, named),
  ],
  [
    'null beside anyOf of 3.0',
    in30(sent({ nullable: true, anyOf: [ref('card'), ref('code')] }, named)),
    sent({ anyOf: [ref('key'), { type: 'null' }] }, named),
  ],
  ['null in an enum of 3.0', in30(got({ type: 'string', nullable: true, enum: ['a'] })), got({ enum: ['a', null] })],
  [
    'a schema called default',
    in30(got(ref('default'), schemas({ default: { type: 'string', nullable: true } }))),
    got(ref('default'), schemas({ default: { type: ['string', 'null'] } })),
  ],
  [
    'a nested union',
    got({ oneOf: [ref('key'), ref('face')] }, named),
    got({ oneOf: [ref('card'), ref('code'), ref('face')] }, named),
  ],
  [
    'a union wrapped for null',
    sent({ anyOf: [ref('key'), { type: 'null' }] }, named),
    sent({ oneOf: [ref('card'), ref('code'), { type: 'null' }] }, named),
  ],
  ['a union in an allOf', got({ allOf: [ref('key')] }, named), got(ref('key'), named)],
  [
    'oneOf of what cannot meet',
    sent({
      oneOf: [
        { type: 'integer', maximum: 4 },
        { type: 'integer', minimum: 5 },
      ],
    }),
    sent({
      anyOf: [
        { type: 'integer', maximum: 4 },
        { type: 'integer', minimum: 5 },
      ],
    }),
  ],
  [
    'oneOf of strings that cannot meet',
    sent({
      oneOf: [
        { type: 'string', pattern: '^a' },
        { type: 'string', pattern: '^b' },
      ],
    }),
    sent({
      anyOf: [
        { type: 'string', pattern: '^a' },
        { type: 'string', pattern: '^b' },
      ],
    }),
  ],
  [
    'a common property beside the union',
    sent({ oneOf: [object({ id: text, card: text }), object({ id: text, code: text })] }),
    sent({ ...Object(object({ id: text })), oneOf: [object({ card: text }), object({ code: text })] }),
  ],
  [
    'a common property in a part',
    got({ anyOf: [object({ id: text, card: text }), object({ id: text, code: text })] }),
    got({ allOf: [object({ id: text }), { anyOf: [object({ card: text }), object({ code: text })] }] }),
  ],
  [
    'a common limit beside the union',
    sent({
      anyOf: [
        { ...Object(card), maxProperties: 4 },
        { ...Object(code), maxProperties: 4 },
      ],
    }),
    sent({ maxProperties: 4, anyOf: [card, code] }),
  ],
  ['a branch that another holds', sent({ anyOf: [{ type: 'string', maxLength: 3 }, text] }), sent(text)],
  [
    'dependent names',
    sent({ type: 'object', dependentRequired: { a: ['b', 'c'] } }),
    sent({ type: 'object', dependentSchemas: { a: { required: ['c', 'b'] } } }),
  ],
  [
    'as many properties as are required',
    got(object({ a: text, b: text })),
    got({ ...Object(object({ a: text, b: text })), minProperties: 2 }),
  ],
  [
    'as many properties as there are',
    got({ ...Object(object({ a: text })), additionalProperties: false }),
    got({ ...Object(object({ a: text })), additionalProperties: false, maxProperties: 1 }),
  ],
  [
    'as many items as it has to contain',
    sent({ type: 'array', contains: text }),
    sent({ type: 'array', contains: text, minItems: 1 }),
  ],
  [
    'as many items as are described',
    sent({ type: 'array', prefixItems: [text], items: false }),
    sent({ type: 'array', prefixItems: [text], items: false, maxItems: 1 }),
  ],
  [
    'as long as the pattern is',
    sent({ type: 'string', pattern: '^[0-9]{4,8}$' }),
    sent({ type: 'string', pattern: '^[0-9]{4,8}$', minLength: 4, maxLength: 8 }),
  ],
  [
    'as long as the format is',
    got({ type: 'string', format: 'uuid' }),
    got({ type: 'string', format: 'uuid', minLength: 36, maxLength: 36 }),
  ],
  [
    'as large as the format is',
    sent({ type: 'integer', format: 'int32' }),
    sent({ type: 'integer', format: 'int32', maximum: 2147483647 }),
  ],
  ['as long as the values are', sent({ enum: ['a', 'b'] }), sent({ type: 'string', enum: ['a', 'b'], maxLength: 1 })],
  ['explode of one value', query(text), query(text, { explode: false })],
  [
    'style of one number',
    query({ type: 'integer' }, { style: 'form' }),
    query({ type: 'integer' }, { style: 'spaceDelimited' }),
  ],
  [
    'a header that is not exploded',
    operation({ responses: { 200: { description: '', headers: { a: { schema: text } } } } }),
    operation({ responses: { 200: { description: '', headers: { A: { schema: text, explode: true } } } } }),
  ],
  ['a boolean as two words', query({ type: 'boolean' }), query({ enum: ['true', 'false'] })],
  ['numbers as words', query({ type: 'integer', enum: [1, 2] }), query({ type: 'string', enum: ['1', '2'] })],
  [
    'a scheme in other capitals',
    login('key', { type: 'http', scheme: 'bearer' }),
    login('key', { type: 'http', scheme: 'Bearer' }),
  ],
  [
    'a header of a scheme in other capitals',
    login('key', { type: 'apiKey', in: 'header', name: 'X-Key' }),
    login('key', { type: 'apiKey', in: 'header', name: 'x-key' }),
  ],
  [
    'a scheme of another name',
    login('key', { type: 'http', scheme: 'bearer' }),
    login('token', { type: 'http', scheme: 'bearer' }),
  ],
  [
    'a login of another name',
    login('key', { type: 'oauth2', flows: flows() }),
    login('token', { type: 'oauth2', flows: flows() }),
  ],
  [
    'a login of another name with scopes in other words',
    login('key', { type: 'oauth2', flows: flows({ scopes: { read: 'Reads.' } }) }),
    login('token', { type: 'oauth2', flows: flows({ scopes: { read: 'Reads all.' } }) }),
  ],
  [
    'schemes that trade names',
    operation({ security: [{ one: [] }] }, { components: { securitySchemes: { one: bearer, two: basic } } }),
    operation({ security: [{ two: [] }] }, { components: { securitySchemes: { one: basic, two: bearer } } }),
  ],
  [
    'a slash at the end',
    api({ '/doors': doors }, servers('https://doors.example/v1')),
    api({ '/doors': doors }, servers('https://doors.example/v1/')),
  ],
  [
    'a host in other capitals',
    api({ '/doors': doors }, servers('https://doors.example')),
    api({ '/doors': doors }, servers('HTTPS://Doors.Example')),
  ],
  [
    'a base path in the paths',
    api({ '/doors': doors, '/keys/{id}': doors }, servers('https://a.example/v1')),
    api({ '/v1/doors': doors, '/v1/keys/{id}': doors }, servers('https://a.example/')),
  ],
  [
    'a relative base path in the paths',
    api({ '/doors': doors }, servers('/api')),
    api({ '/api/doors': doors }, servers('/')),
  ],
  [
    "an operation with the root's servers",
    api({ '/doors': doors }, servers('https://a.example')),
    api({ '/doors': { post: { responses: done, ...servers('https://a.example') } } }, servers('https://a.example')),
  ],
  [
    "a path with the root's servers",
    api({ '/doors': { ...doors, ...servers('https://a.example/') } }, servers('https://a.example')),
    api({ '/doors': doors }, servers('https://a.example')),
  ],
  [
    'servers as one with a variable',
    api({ '/doors': doors }, servers('https://eu.example', 'https://us.example')),
    api(
      { '/doors': doors },
      { servers: [{ url: 'https://{region}.example', variables: { region: { default: 'eu', enum: ['eu', 'us'] } } }] },
    ),
  ],
  [
    'a status range in other capitals',
    operation({ responses: { '4xx': { description: 'Rejected.' } } }),
    operation({ responses: { '4XX': { description: 'Rejected.' } } }),
  ],
  ['a charset', sent(text, {}, 'text/plain'), sent(text, {}, 'Text/Plain; charset=UTF-8')],
  [
    'a mapping of the names that components have',
    got({ oneOf: [ref('card'), ref('code')], discriminator: { propertyName: 'kind' } }, named),
    got(
      {
        oneOf: [ref('card'), ref('code')],
        discriminator: { propertyName: 'kind', mapping: { card: '#/components/schemas/card', code: 'code' } },
      },
      named,
    ),
  ],
])('the same is a patch, both ways: %s', (_, one, other) => {
  expect(verdict(one, other)).toEqual({ level: 'patch', breaks: [], defects: [] })
  expect(verdict(other, one)).toEqual({ level: 'patch', breaks: [], defects: [] })
})
