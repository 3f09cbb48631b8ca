import { expect, test } from 'vitest'
import type { Json } from '../../src/change.ts'
import { compareDocuments } from '../../src/engine/index.ts'
import { findDefects } from '../../src/witness/index.ts'

const word: Json = { type: 'string', enum: ['open', 'shut'] }
const fewer: Json = { type: 'string', enum: ['open'] }

function documentOf(pathItem: Json, components: Record<string, Json> = {}): Json {
  return { openapi: '3.1.0', info: { title: 'Test', version: '1.0.0' }, paths: { '/doors/{id}': pathItem }, components }
}

const done = { 200: { description: 'Done.' } }
const withParameter = (parameter: Record<string, Json>): Json =>
  documentOf({ get: { parameters: [parameter], responses: done } })
const withHeader = (schema: Json): Json =>
  documentOf({ get: { responses: { 200: { description: 'Done.', headers: { 'X-State': { schema } } } } } })
const inItem = (schema: Json): Json =>
  documentOf(
    { $ref: '#/components/pathItems/Doors' },
    { pathItems: { Doors: { get: { parameters: [{ in: 'query', name: 'state', schema }], responses: done } } } },
  )
const list = (items: Json): Json => ({ type: 'array', items })

test.each<[string, (schema: Json) => Json]>([
  ['items of a query parameter', (schema) => withParameter({ in: 'query', name: 'state', schema: list(schema) })],
  [
    'items of items of a header',
    (schema) => withParameter({ in: 'header', name: 'X-State', schema: list(list(schema)) }),
  ],
  [
    'items of a path parameter',
    (schema) => withParameter({ in: 'path', name: 'id', required: true, schema: list(schema) }),
  ],
  [
    'a member of a parameter',
    (schema) =>
      withParameter({
        in: 'query',
        name: 'state',
        style: 'deepObject',
        schema: { type: 'object', properties: { a: schema } },
      }),
  ],
  [
    'a first item of a parameter',
    (schema) => withParameter({ in: 'query', name: 'state', schema: { type: 'array', prefixItems: [schema] } }),
  ],
  [
    'a member with a dot in a parameter',
    (schema) =>
      withParameter({ in: 'query', name: 'a.b', schema: { type: 'object', properties: { 'c.d': list(schema) } } }),
  ],
  ['a path item that is a component', inItem],
])('rules and search speak of the same place: %s', (_, at) => {
  const [base, head] = [at(word), at(fewer)]
  const changes = compareDocuments(base, head)
  expect(changes).toMatchObject([{ level: 'major', breaks: ['request'], usages: [{ operation: 'GET /doors/{id}' }] }])
  expect(findDefects(base, head, changes)).toEqual([])
})

test('rules and search speak of the same items of a header', () => {
  const [base, head] = [withHeader(list(fewer)), withHeader(list(word))]
  const changes = compareDocuments(base, head)
  expect(changes).toMatchObject([
    { breaks: ['response'], usages: [{ parameter: { in: 'header', name: 'x-state' }, steps: [{ all: 'items' }] }] },
  ])
  expect(findDefects(base, head, changes)).toEqual([])
})
