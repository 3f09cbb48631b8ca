import { expect, test } from 'vitest'
import type { Json, Level, Side } from '../../../src/change.ts'
import { api, done, got, in30, operation, query, ref, schemas, sent, verdict } from './small-api.ts'

const text = { type: 'string' }
const object = (properties: Record<string, Json>, required: string[] = Object.keys(properties)): Json => ({
  type: 'object',
  required,
  properties,
})
const card = object({ kind: { const: 'card' }, number: text })
const code = object({ kind: { const: 'code' }, digits: text })
const named = schemas({ card, code, key: { oneOf: [ref('card'), ref('code')] } })
const withCard = { type: 'object', required: ['card'], properties: { card: text } }
const withCode = { type: 'object', required: ['code'], properties: { code: text } }
const servers = (...urls: string[]) => ({ servers: urls.map((url) => ({ url })) })
const region = (...values: string[]) => ({
  servers: [{ url: 'https://{region}.example', variables: { region: { default: 'eu', enum: values } } }],
})
const doors = { post: { responses: done } }
const login = (flows: Json) =>
  operation({ security: [{ login: [] }] }, { components: { securitySchemes: { login: { type: 'oauth2', flows } } } })
const bearer = { type: 'http', scheme: 'bearer' }
const basic = { type: 'http', scheme: 'basic' }
const flow = (more: Record<string, Json> = {}) => ({
  clientCredentials: { tokenUrl: 'https://login.example/token', scopes: { read: 'Reads.', write: 'Writes.' }, ...more },
})
const stable = (level?: string, at: 'item' | 'operation' = 'operation'): Json => {
  const mark = level === undefined ? {} : { 'x-stability-level': level }
  return at === 'operation' ? operation(mark) : api({ '/doors': { ...doors, ...mark } })
}
const answer = (content: Record<string, Json>) => operation({ responses: { 200: { description: '', content } } })
const body = (content: Record<string, Json>) => operation({ requestBody: { required: true, content } })
const linked = (link: Record<string, Json>) =>
  operation(
    { responses: { 200: { description: '', links: { next: { $ref: '#/components/links/next' } } } } },
    { components: { links: { next: link } } },
  )
const parent = (name: Json): Record<string, Json> =>
  schemas({
    animal: {
      type: 'object',
      required: ['kind'],
      properties: { kind: text, name },
      oneOf: [ref('cat'), ref('dog')],
      discriminator: { propertyName: 'kind' },
    },
    cat: {
      allOf: [ref('animal'), { type: 'object', properties: { kind: { const: 'cat' }, lives: { type: 'integer' } } }],
    },
    dog: { allOf: [ref('animal'), { type: 'object', properties: { kind: { const: 'dog' } } }] },
  })
const mapped = (mapping: Record<string, string>) => ({
  oneOf: [ref('one'), ref('two')],
  discriminator: { propertyName: 'kind', mapping },
})
const tagged = schemas({ one: object({ kind: text, a: text }), two: object({ kind: text, b: text }) })

// oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
const then = (schema: Json) => ({ then: schema })
const SENDERS: Side[] = ['request']
const READERS: Side[] = ['response']
type Expected = [Level, Side[]]
const minor: Expected = ['minor', []]
const patch: Expected = ['patch', []]
const senders: Expected = ['major', SENDERS]
const readers: Expected = ['major', READERS]

test.each<[string, Json, Json, Expected, Expected]>([
  [
    'overlapping alternatives that exclude each other',
    sent({ anyOf: [withCard, withCode] }),
    sent({ oneOf: [withCard, withCode] }),
    senders,
    minor,
  ],
  [
    'overlapping alternatives of a response',
    got({ anyOf: [withCard, withCode] }),
    got({ oneOf: [withCard, withCode] }),
    minor,
    readers,
  ],
  [
    'alternatives of referred schemas',
    got({ allOf: [ref('key')] }, schemas({ key: { anyOf: [withCard, withCode] } })),
    got({ allOf: [ref('key')] }, schemas({ key: { oneOf: [withCard, withCode] } })),
    minor,
    readers,
  ],
  [
    'an alternative beside one that speaks of its type in vain',
    sent({ anyOf: [{ ...text, required: ['a'] }, { type: 'object' }] }),
    sent({
      anyOf: [
        { ...text, required: ['a'] },
        { type: 'object', required: ['a'] },
      ],
    }),
    senders,
    minor,
  ],
  [
    'an alternative beside one that accepts nothing',
    got({
      oneOf: [
        { ...Object(object({ a: text })), maxProperties: 1 },
        { allOf: [false], additionalProperties: false },
      ],
    }),
    got({ oneOf: [object({ a: text }), { allOf: [false], additionalProperties: false }] }),
    readers,
    minor,
  ],
  [
    'a value that is excluded beside another',
    sent({ ...text, not: { const: 'a' } }),
    sent({ ...text, allOf: [{ not: { const: 'a' } }, { not: { const: 'b' } }] }),
    senders,
    minor,
  ],
  [
    'a condition on a property, which other types of values meet',
    sent({ properties: { a: text } }),
    sent({ properties: { a: text }, if: { required: ['a'] }, ...then({ type: 'object' }) }),
    senders,
    minor,
  ],
  ['null for a union', sent(ref('key'), named), sent({ anyOf: [ref('key'), { type: 'null' }] }, named), minor, senders],
  [
    'null for a union in a response',
    got(ref('key'), named),
    got({ oneOf: [ref('card'), ref('code'), { type: 'null' }] }, named),
    readers,
    minor,
  ],
  [
    'null beside an allOf of 3.0',
    in30(got(object({ a: { allOf: [ref('card')] } }), named)),
    in30(got(object({ a: { nullable: true, allOf: [ref('card')] } }), named)),
    readers,
    minor,
  ],
  [
    'a hoisted property that becomes optional',
    got({ anyOf: [object({ id: text, card: text }), object({ id: text, code: text })] }),
    got({ ...Object(object({ id: text }, [])), anyOf: [object({ card: text }), object({ code: text })] }),
    readers,
    minor,
  ],
  [
    'servers of a path',
    api({ '/doors': { ...doors, ...servers('https://a.example') } }),
    api({ '/doors': { ...doors, ...servers('https://b.example') } }),
    senders,
    senders,
  ],
  [
    'one of two servers of a path',
    api({ '/doors': { ...doors, ...servers('https://a.example', 'https://b.example') } }),
    api({ '/doors': { ...doors, ...servers('https://a.example') } }),
    senders,
    minor,
  ],
  [
    'servers of an operation',
    api({ '/doors': doors }, servers('https://a.example')),
    api({ '/doors': { post: { responses: done, ...servers('https://b.example') } } }, servers('https://a.example')),
    senders,
    senders,
  ],
  [
    "a server variable's value",
    api({ '/doors': doors }, region('eu', 'us')),
    api({ '/doors': doors }, region('eu')),
    senders,
    minor,
  ],
  [
    "values of a server's variable that took any",
    api({ '/doors': doors }, { servers: [{ url: 'https://{t}.example', variables: { t: { default: 'eu' } } }] }),
    api({ '/doors': doors }, region('eu')),
    senders,
    minor,
  ],
  [
    'a base path',
    api({ '/doors': doors }, servers('https://a.example/v1')),
    api({ '/doors': doors }, servers('https://a.example/v2')),
    senders,
    senders,
  ],
  [
    'a flow',
    login({ ...flow(), password: { tokenUrl: 'https://login.example', scopes: {} } }),
    login(flow()),
    senders,
    minor,
  ],
  ['an address for tokens', login(flow()), login(flow({ tokenUrl: 'https://id.example/token' })), senders, senders],
  ['a scope of a flow', login(flow()), login(flow({ scopes: { read: 'Reads.' } })), senders, minor],
  [
    'a scheme that becomes what another one was',
    operation({ security: [{ one: [] }] }, { components: { securitySchemes: { one: bearer } } }),
    operation({ security: [{ one: [] }] }, { components: { securitySchemes: { one: basic, two: bearer } } }),
    senders,
    senders,
  ],
  [
    'one of two kinds of tokens that are sent alike',
    operation(
      { security: [{ one: [] }, { two: [] }] },
      { components: { securitySchemes: { one: bearer, two: bearer } } },
    ),
    operation({ security: [{ two: [] }] }, { components: { securitySchemes: { two: bearer } } }),
    senders,
    minor,
  ],
  ['a link behind a reference', linked({ operationId: 'one' }), linked({ operationId: 'two' }), minor, minor],
  ['words about a link', linked({ description: 'One.' }), linked({ description: 'Two.' }), patch, patch],
  [
    'an extension beside the paths',
    api({ '/doors': doors, 'x-hidden': { get: 1 } }),
    api({ '/doors': doors, 'x-hidden': { get: 2 } }),
    patch,
    patch,
  ],
  ['an empty value', query(text, { allowEmptyValue: true }), query(text), senders, minor],
  ['a draft', stable(), stable('draft'), senders, minor],
  ['an alpha that was stable', stable('stable', 'item'), stable('alpha', 'item'), senders, minor],
  [
    'a status range with another body',
    operation({
      responses: { '4xx': { description: '', content: { 'application/json': { schema: object({ a: text }) } } } },
    }),
    operation({
      responses: { '4XX': { description: '', content: { 'application/json': { schema: object({ b: text }) } } } },
    }),
    readers,
    readers,
  ],
  [
    'a range of media types in requests',
    body({ 'application/json': {} }),
    body({ 'application/*': {} }),
    minor,
    senders,
  ],
  ['any media type in requests', body({ 'text/csv': {} }), body({ '*/*': {} }), minor, senders],
  [
    'a range of media types in responses',
    answer({ 'application/json': {} }),
    answer({ 'application/*': {} }),
    minor,
    minor,
  ],
  ['a boolean that becomes any text', query({ type: 'boolean' }), query(text), minor, senders],
  [
    'a number that becomes any text',
    operation({ parameters: [{ in: 'header', name: 'a', schema: { type: 'number' } }] }),
    operation({ parameters: [{ in: 'header', name: 'a', schema: text }] }),
    minor,
    senders,
  ],
  [
    'a number that becomes short text',
    query({ type: 'integer' }),
    query({ type: 'string', maxLength: 2 }),
    senders,
    senders,
  ],
  ['a value that becomes a list', query(text), query({ type: 'array', items: text }), minor, senders],
  [
    'a value that becomes a list of at least two',
    query(text),
    query({ type: 'array', items: text, minItems: 2 }),
    senders,
    senders,
  ],
  [
    'a value that becomes a list of fewer',
    query(text),
    query({ type: 'array', items: { enum: ['a'] } }),
    senders,
    senders,
  ],
  [
    'a text that becomes a list with commas',
    query(text, { explode: false }),
    query({ type: 'array', items: text }, { explode: false }),
    senders,
    senders,
  ],
  ['how a list is written', query({ type: 'array' }), query({ type: 'array' }, { explode: false }), senders, senders],
  [
    'how an object without names is written',
    operation({ parameters: [{ in: 'header', name: 'a', schema: object({ b: text }) }] }),
    operation({ parameters: [{ in: 'header', name: 'a', schema: object({ b: text }), explode: true }] }),
    senders,
    senders,
  ],
  [
    'a parent of its alternatives',
    sent(ref('animal'), parent(text)),
    sent(ref('animal'), parent({ type: 'string', maxLength: 3 })),
    senders,
    minor,
  ],
  [
    'a child of its parent',
    got(ref('cat'), parent(text)),
    got(ref('cat'), parent({ type: 'integer' })),
    readers,
    readers,
  ],
  [
    'a tag of a mapping',
    sent(
      mapped({ a: '#/components/schemas/one', b: '#/components/schemas/two', c: '#/components/schemas/two' }),
      tagged,
    ),
    sent(mapped({ a: '#/components/schemas/one', b: '#/components/schemas/two' }), tagged),
    senders,
    minor,
  ],
  ['a keyword that nobody knows', got({ ...text, additionalItems: false }), got(text), minor, minor],
  ['a keyword of an operation that nobody knows', operation({ retries: 3 }), operation({}), minor, minor],
  [
    'a dialect',
    api({ '/doors': doors }),
    api({ '/doors': doors }, { jsonSchemaDialect: 'https://dialect.example' }),
    minor,
    minor,
  ],
  [
    'a component called example of 3.0',
    in30(query({ type: 'integer', minimum: 0 })),
    in30(
      operation(
        { parameters: [{ $ref: '#/components/parameters/example' }] },
        {
          components: {
            parameters: {
              example: { in: 'query', name: 'filter', schema: { type: 'integer', minimum: 0, exclusiveMinimum: true } },
            },
          },
        },
      ),
    ),
    senders,
    minor,
  ],
  [
    'a response called default of 3.0',
    in30(
      operation(
        { responses: { 200: { $ref: '#/components/responses/default' } } },
        {
          components: {
            responses: { default: { description: '', content: { 'application/json': { schema: text } } } },
          },
        },
      ),
    ),
    in30(
      operation(
        { responses: { 200: { $ref: '#/components/responses/default' } } },
        {
          components: {
            responses: {
              default: { description: '', content: { 'application/json': { schema: { ...text, nullable: true } } } },
            },
          },
        },
      ),
    ),
    readers,
    minor,
  ],
  [
    'a property called nullable of 3.0',
    in30(got(object({ nullable: { type: 'string' } }))),
    in30(got(object({ nullable: { type: 'string', nullable: true } }))),
    readers,
    minor,
  ],
])('%s, there and back', (_, base, head, there, back) => {
  const toExpected = ({ level, breaks, defects }: ReturnType<typeof verdict>) => [[level, breaks], defects]
  expect(toExpected(verdict(base, head))).toEqual([there, []])
  expect(toExpected(verdict(head, base))).toEqual([back, []])
})
