import { expect, test } from 'vitest'
import { findDrift } from '../src/drift.ts'
import type { Exchange } from '../src/recording/recording.ts'
import { createKnownSchemas } from '../src/known-schemas.ts'
import type { Json } from '@seam-acs/spec/model'

const item = { type: 'object', properties: { type: { type: 'string' } } }
const color = { anyOf: [{ $ref: '#/components/schemas/closed' }] }
const open = { anyOf: [{ type: 'string', enum: ['red'] }, { type: 'string' }] }
const properties = { color, open, item, list: { type: 'array', items: item } }
const content = { 'application/json': { schema: { type: 'object', properties } } }
const known = createKnownSchemas({
  openapi: '3.1.1',
  info: { title: 'T', version: '1' },
  paths: { '/make': { post: { operationId: 'make', responses: { 200: { description: '', content } } } } },
  components: { schemas: { closed: { type: 'string', enum: ['red', 'blue'] } } },
})

const exchange = (body: Json, headers = {}): Exchange => ({
  request: { method: 'POST', path: '/make', headers: {} },
  response: { status: 200, headers, body },
})
const drift = (before: Json, after: Json) => findDrift(known, exchange(before), exchange(after))

test.each<[string, Json, Json, string[]]>([
  [
    'a value that a closed enum does not have',
    { color: 'red' },
    { color: 'green' },
    ['type changed /color string → a new value, not one of red, blue'],
  ],
  ['a value that a closed enum has', { color: 'red' }, { color: 'blue' }, []],
  ['a value that an open enum does not have', { open: 'red' }, { open: 'green' }, []],
  ['another type of error', { item: { type: 'a' } }, { item: { type: 'b' } }, ['type changed /item/type "a" → "b"']],
  ['a `type` that the spec does not have', { other: { type: 'a' } }, { other: { type: 'b' } }, []],
  [
    'items of which one is new',
    { list: [{ type: 'a' }] },
    { list: [{ type: 'a' }, { type: 'b' }] },
    ['type changed /list/*/type "a" → "a" or "b"'],
  ],
  ['items in another order or number', { list: [{ type: 'a' }, {}] }, { list: [{}, { type: 'a' }, {}] }, []],
  ['a new object, reported once', {}, { deep: { er: { est: 1 } } }, ['+ /deep object']],
  ['a lost object, reported once', { deep: { er: [1] } }, {}, ['- /deep object']],
  [
    'a property that becomes a dictionary',
    { a: 1 },
    { a: { b: 1 } },
    ['type changed /a number → object', '+ /a/b number'],
  ],
  ['an empty body', { a: 1 }, undefined, ['- the body object']],
  ['a new body', undefined, [1], ['+ the body array']],
  [
    'no more decimals',
    { at: '2025-01-01T00:00:00.123Z' },
    { at: '2025-01-01T00:00:00Z' },
    ['type changed /at date-time with 3 decimals → date-time with 0 decimals'],
  ],
  ['a number for true', { a: true }, { a: 1 }, ['type changed /a boolean → number']],
])('%s', (_, before, after, lines) => {
  expect(drift(before, after)).toEqual(lines)
})

test('a content type differs by its name alone', () => {
  const response = (type: string) => exchange({}, { 'content-type': type })
  expect(findDrift(known, response('application/json'), response('application/json; charset=utf-8'))).toEqual([])
  expect(findDrift(known, response('application/json'), exchange({}))).toEqual([
    'content type changed application/json → none',
  ])
})
