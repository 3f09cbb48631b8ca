import type { Json } from '@seam-acs/spec/model'
import { expect, test } from 'vitest'
import { readHouseOperations } from '../src/house-operations.ts'

const content = { 'application/json': { schema: { type: 'object' } } }
const responses = { 200: { description: 'Done.', content } }

const documentOf = (item: Json): Json => ({
  openapi: '3.1.0',
  info: { title: 'T', version: '1' },
  paths: { '/acs/users/get': item },
})
const read = (item: Json) => readHouseOperations(documentOf(item), 'client')

test('a POST with a JSON body or without a body is supported', () => {
  expect(read({ post: { requestBody: { content }, responses } })).toHaveLength(1)
  expect(read({ post: { responses: { ...responses, 400: { description: 'Rejected.' } } } })).toHaveLength(1)
})

test.each<[string, Json]>([
  [
    'GET /acs/users/get: the client generator supports only POST operations with a JSON body; this is a GET.',
    { get: { responses } },
  ],
  ['this one has the query parameter `limit`', { post: { parameters: [{ name: 'limit', in: 'query' }], responses } }],
  ['this one takes text/plain', { post: { requestBody: { content: { 'text/plain': {} } }, responses } }],
  ['this one describes 0 success statuses', { post: { responses: { 400: {} } } }],
  ['this one describes 2 success statuses', { post: { responses: { ...responses, 201: {} } } }],
])('an error says: %s', (message, item) => {
  expect(() => read(item)).toThrow(message)
})
