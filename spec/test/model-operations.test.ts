import { expect, test } from 'vitest'
import { dropUnused, readOperations, readResult, type Json, type Result, type Schema } from '../model/index.ts'

const uuid = { type: 'string', format: 'uuid' }
const user = { $ref: '#/components/schemas/user' }
const users = { type: 'array', items: user }
const components = {
  examples: { one: { summary: 'A user', value: { ok: true } } },
  headers: { request_id: { description: 'An ID.', schema: uuid } },
  parameters: { limit: { name: 'limit', in: 'query', schema: { type: 'integer' } } },
  responses: { rejected: { description: 'Rejected.', content: { 'text/plain': { schema: { type: 'string' } } } } },
  schemas: {
    pagination: { type: 'object', properties: { has_next_page: { type: 'boolean' } } },
    user: { type: 'object', properties: { user_id: uuid } },
    animal: { anyOf: [{ type: 'object', properties: { kind: { const: 'cat' } } }, user] },
  },
}

const documentOf = (paths: Json): Json => ({ openapi: '3.1.0', info: { title: 'T', version: '1' }, paths, components })

function resultOf(properties: Record<string, Schema>): Result {
  const all = { ok: { type: 'boolean' }, ...properties }
  return readResult(documentOf({}), { type: 'object', required: Object.keys(all), properties: all })
}

test('a response with only `ok`, or without a JSON body, has no result', () => {
  expect(resultOf({})).toEqual({ kind: 'none' })
  expect(readResult(documentOf({}), undefined)).toEqual({ kind: 'none' })
})

test('one object is the result, whether it has one shape or several alternatives', () => {
  expect(resultOf({ user })).toEqual({ kind: 'one', key: 'user', schema: user })
  const animal = { $ref: '#/components/schemas/animal' }
  expect(resultOf({ animal })).toEqual({ kind: 'one', key: 'animal', schema: animal })
})

test('an array is a list, or a page if `pagination` is beside it', () => {
  expect(resultOf({ users })).toEqual({ kind: 'list', key: 'users', schema: users, items: user })
  const pagination = { $ref: '#/components/schemas/pagination' }
  expect(resultOf({ users, pagination })).toEqual({ kind: 'page', key: 'users', schema: users, items: user })
})

test('any other result is an object: several properties, a number, `pagination` alone, a body that is not an object', () => {
  expect(resultOf({ user, users })).toEqual({ kind: 'object', keys: ['user', 'users'] })
  expect(resultOf({ count: { type: 'integer' } })).toEqual({ kind: 'object', keys: ['count'] })
  expect(resultOf({ pagination: user })).toEqual({ kind: 'object', keys: ['pagination'] })
  expect(readResult(documentOf({}), users)).toEqual({ kind: 'object', keys: [] })
})

test('an optional property is not the whole result, so a client returns an object that may lack it', () => {
  const pagination = { $ref: '#/components/schemas/pagination' }
  const optional = (properties: Record<string, Schema>, required: string[]) =>
    readResult(documentOf({}), { type: 'object', required, properties })
  expect(optional({ user }, [])).toEqual({ kind: 'object', keys: ['user'] })
  expect(optional({ users }, [])).toEqual({ kind: 'object', keys: ['users'] })
  expect(optional({ users, pagination }, ['users'])).toEqual({ kind: 'object', keys: ['users', 'pagination'] })
})

test('the result is found through `allOf` and references', () => {
  const body = {
    allOf: [
      { type: 'object', properties: { ok: { const: true } } },
      { required: ['user'], properties: { user } },
    ],
  }
  expect(readResult(documentOf({}), body)).toEqual({ kind: 'one', key: 'user', schema: user })
})

test('an operation has its references resolved and its success separated from its failures', () => {
  const content = {
    'application/json; charset=utf-8': { schema: user, examples: { one: { $ref: '#/components/examples/one' } } },
  }
  const post = {
    operationId: 'users_get',
    parameters: [{ $ref: '#/components/parameters/limit', description: 'How many.' }],
    requestBody: { required: true, content },
    responses: {
      201: {
        description: 'Done.',
        headers: { 'Seam-Request-Id': { $ref: '#/components/headers/request_id' } },
        content,
      },
      '4XX': { $ref: '#/components/responses/rejected' },
    },
  }
  const [operation] = readOperations(documentOf({ '/acs/users/get_one': { post } }))
  expect(operation).toMatchObject({
    id: 'users_get',
    names: ['acs', 'users', 'getOne'],
    method: 'POST',
    path: '/acs/users/get_one',
    parameters: [{ name: 'limit', description: 'How many.' }],
    request: {
      required: true,
      schema: user,
      contents: [{ examples: [{ name: 'one', summary: 'A user', value: { ok: true } }] }],
    },
    success: { status: '201', schema: user, headers: [{ name: 'Seam-Request-Id', description: 'An ID.' }] },
    failures: [{ status: '4XX', schema: undefined, contents: [{ mediaType: 'text/plain' }] }],
  })
})

test('operations without an operationId get their names from the method and the path', () => {
  const document = documentOf({ '/users/{id}': { get: { responses: {} } }, '/': { delete: {} } })
  expect(readOperations(document)).toMatchObject([
    { id: 'get_users_id', names: ['users'], method: 'GET', request: undefined, success: undefined, responses: [] },
    { id: 'delete', names: [], method: 'DELETE', result: { kind: 'none' } },
  ])
  expect(readOperations({ openapi: '3.1.0', info: { title: 'T', version: '1' } })).toEqual([])
})

test("an operation's parameter replaces its path's with the same name and place", () => {
  const limit = (description: string, place = 'query') => ({ name: 'limit', in: place, description })
  const item = { parameters: [limit('Shared.'), limit('Kept.', 'header')], post: { parameters: [limit('Own.')] } }
  const [operation] = readOperations(documentOf({ '/users': item }))
  expect(operation!.parameters).toEqual([limit('Own.'), limit('Kept.', 'header')])
})

test('a document without unused components keeps what its paths use, through other components too', () => {
  const post = {
    responses: { 200: { $ref: '#/components/responses/rejected' }, 201: { description: 'Done.', content: {} } },
    security: [{ key: [] }],
  }
  const used = { rejected: { content: { 'text/plain': { schema: { $ref: '#/components/schemas/animal' } } } } }
  const securitySchemes = { key: { type: 'http' }, other: { type: 'http' } }
  const document = documentOf({ '/a': { post } })
  document.components = { ...components, responses: { ...used, other: { ...used.rejected } }, securitySchemes }
  expect(dropUnused(document).components).toEqual({
    examples: {},
    headers: {},
    parameters: {},
    responses: used,
    schemas: { animal: components.schemas.animal, user: components.schemas.user },
    securitySchemes: { key: securitySchemes.key },
  })
})
