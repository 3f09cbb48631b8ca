import { isDate, isEmail, isUri } from '@hyperjump/json-schema-formats'
import { toMockContract } from '@seam-acs/codegen/mock'
import { createMockFor, type Json } from '@seam-acs/mock/contract'
import { formats, keywords, type Sample } from '@seam-acs/spec/schema-keywords'
import type { Schema } from '@seam-acs/spec/model'
import { expect, test } from 'vitest'
import { toInit } from '../create-caller.ts'
import { createDocument, object } from '../fixtures/documents.ts'
import { createResponseChecker } from '../fixtures/response-checker.ts'

/**
 * Sends a value to an operation that takes and returns a value of this schema. The response must be valid by the
 * document.
 */
async function send(schema: Schema, value: unknown, examples?: Record<string, unknown>) {
  const response = object({ value: schema, ok: { const: true } })
  const described = { request: object({ value: schema }), response, ...(examples && { examples }) }
  const document = createDocument({ '/values/try': described })
  const { fetch } = createMockFor(toMockContract(document))
  const reply = await fetch('/values/try', toInit({ body: { value } }))
  expect(await createResponseChecker(document)('/values/try', reply.clone())).toEqual([])
  return { status: reply.status, body: (await reply.json()) as Json }
}

const samples = [
  ...Object.entries(keywords),
  ...Object.entries(formats).map(([name, sample]) => [name, [sample]] as const),
].flatMap(([keyword, all]) => all.map((sample, index): [string, Sample] => [`${keyword}, sample ${index + 1}`, sample]))

test.each(samples)('the mock accepts, rejects and generates values of %s', async (_, { schema, valid, invalid }) => {
  const { status, body } = await send(schema, valid)
  expect([status, body.value]).toEqual([200, valid])
  expect((await send(schema, valid, { only: { value: valid, ok: true } })).body.value).toEqual(valid)
  if (invalid === undefined) return
  const rejected = await send(schema, invalid)
  expect([rejected.status, rejected.body.error?.type]).toEqual([400, 'invalid_input'])
})

const cat = object({ kind: { const: 'cat' }, lives: { type: 'integer' } })
const dog = object({ kind: { const: 'dog' }, tricks: { type: 'array', items: { type: 'string' }, minItems: 2 } })
const node: Schema = object({ 'next?': {} })
node.properties!['next'] = node

test.each<[string, Schema, unknown, string]>([
  ['a date', { type: 'string', format: 'date' }, '2025-02-29', 'Invalid date'],
  ['an email address', { type: 'string', format: 'email' }, 'jane', 'Invalid email'],
  ['a URI', { type: 'string', format: 'uri' }, 'jane', 'Invalid uri'],
  ['an exclusive minimum', { type: 'number', exclusiveMinimum: 0 }, 0, 'Number must be greater than 0'],
  ['an exclusive maximum', { type: 'number', exclusiveMaximum: 9 }, 9, 'Number must be less than 9'],
  ['a maximum', { type: 'number', maximum: 9 }, 9.5, 'Number must be less than or equal to 9'],
  ['a multiple', { type: 'integer', multipleOf: 15 }, 20, 'Number must be a multiple of 15'],
  ['a set', { type: 'array', uniqueItems: true }, ['a', 'b', 'a'], 'Array must contain unique elements'],
  ['a list', { type: 'array', items: {}, minItems: 2 }, [1], 'Array must contain at least 2 element(s)'],
  ['an object', { type: 'object', minProperties: 1 }, {}, 'Object must contain at least 1 key(s)'],
  ['a small object', { type: 'object', maxProperties: 1 }, { a: 1, b: 2 }, 'Object must contain at most 1 key(s)'],
  ['one of two', { oneOf: [{ type: 'string' }, { type: 'string', minLength: 2 }] }, 'ab', 'Invalid input'],
  ['a constant', { const: 'x' }, 'y', 'Invalid literal value, expected "x"'],
])('the error response describes the problem of %s', async (_, schema, value, message) => {
  const { status, body } = await send(schema, value)
  expect([status, body.error.message]).toEqual([400, `${message} for "value"`])
})

test.each<[string, Schema, unknown, string]>([
  ['a map', { type: 'object', additionalProperties: { type: 'integer' } }, { a: 'x' }, 'value.a'],
  [
    'a map by pattern',
    { type: 'object', patternProperties: { '^x_': { type: 'integer' } } },
    { x_a: 'x' },
    'value.x_a',
  ],
  ['a tagged union', { anyOf: [cat, dog] }, { kind: 'cat', tricks: ['sit', 'roll'] }, 'value.lives'],
  ['a closed object', { type: 'object', additionalProperties: false }, { a: { b: 1 } }, 'value.a'],
  ['the names of a map', { type: 'object', propertyNames: { maxLength: 1 } }, { long: 1 }, 'value'],
])('the error response names the place of a problem in %s', async (_, schema, value, place) => {
  const { body } = await send(schema, value)
  expect(body.error.message).toContain(place)
})

test('a body that is nested too deeply for the mock is rejected', async () => {
  const schemas = { node: { type: 'object', properties: { next: { $ref: '#/components/schemas/node' } } } }
  const described = { request: { $ref: '#/components/schemas/node' }, response: object({ ok: {} }) }
  const { fetch } = createMockFor(toMockContract(createDocument({ '/nodes/try': described }, schemas)))
  const nest = (depth: number) => '{"next":'.repeat(depth) + '{}' + '}'.repeat(depth)
  expect((await fetch('/nodes/try', toInit({ body: nest(100) }))).status).toBe(200)
  const deep = await fetch('/nodes/try', toInit({ body: nest(100_000) }))
  expect([deep.status, ((await deep.json()) as Json).error.message]).toEqual([
    400,
    'The mock reads at most 128 nested levels',
  ])
})

const formatSamples: [string, (value: string) => boolean, string[]][] = [
  ['date', isDate, ['2024-02-29', '2025-02-29', '2025-13-01', '2025-1-1', '2025-06-16T00:00:00Z', ' 2025-06-16', '']],
  ['email', isEmail, ['jane@example.com', 'a.b+c@x.y', 'jane', '@x.y', 'a@', 'a b@x.y', 'a..b@x.y', '"a b"@x.y', '']],
  [
    'uri',
    isUri,
    ['https://x.y', 'https://x.y/a?b=c#d', 'urn:a:b', 'x.y/a', '/a', 'https://x.y/a b', 'https://ü.y', ''],
  ],
]
const spellings = formatSamples.flatMap(([format, accepts, values]) =>
  values.map((value) => [format, value, accepts(value)] as const),
)

test.each(spellings)('the mock and the RFC agree on the %s %j', async (format, value, isValid) => {
  expect((await send({ type: 'string', format }, value)).status).toBe(isValid ? 200 : 400)
})
