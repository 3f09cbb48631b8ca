import type { Json } from '@seam-acs/spec/model'
import { expect, test } from 'vitest'
import { renderOperations, renderVersion } from '../src/client/render-operations.ts'

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const objectOf = (properties: Json, required = Object.keys(properties)) => ({ type: 'object', required, properties })
const json = (schema: Json) => ({ content: { 'application/json': { schema } } })
const ok = { type: 'boolean' }
const failure = json(objectOf({ error: ref('api_error'), ok }))

/** The client's source for operations by path, each with its request, the properties of its response and more. */
function render(operations: Record<string, { request?: Json; response?: Json; [key: string]: Json }>): string {
  const paths = Object.entries(operations).map(([path, { request, response = {}, ...others }]) => {
    const requestBody = request && json(request)
    const responses = { 200: json(objectOf({ ok, ...response })), 400: failure }
    return [path, { post: { operationId: path.slice(1).replaceAll('/', '_'), requestBody, responses, ...others } }]
  })
  return renderOperations({
    openapi: '3.1.0',
    info: { title: 'T', version: '1.2.3' },
    paths: Object.fromEntries(paths),
    components: { schemas: { api_error: objectOf({}), get_user: objectOf({ id: {} }), user: objectOf({ id: {} }) } },
  })
}

const get = { request: ref('get_user'), response: { user: ref('user') } }

test('an operation becomes a function, and a method under the names of its path', () => {
  const source = render({ '/acs/users/get': get, '/acs/access_groups/add_user': get })
  expect(source).toContain('export const acsUsersGet = (client: SeamClient, body: GetUser, options?: CallOptions)')
  expect(source).toContain(
    "client.call({ path: '/acs/users/get', read: readOne, key: 'user', statuses: [400] }, body, options)",
  )
  expect(source).toContain('export type AcsUsersGetResult = Success<200, User> | Failure<400, ApiError> | Unexpected')
  expect(source).toContain('get: (body, options) => acsUsersGet(client, body, options),')
  expect(source).toContain('readonly accessGroups: {')
  expect(source).toContain('addUser: (body, options) => acsAccessGroupsAddUser(client, body, options),')
})

test('what has no schema of its own gets its type by its place', () => {
  const source = render({ '/users/get': { request: objectOf({ id: {} }), response: { 'the-user': objectOf({}) } } })
  expect(source).toContain("body: paths['/users/get']['post']['requestBody']['content']['application/json']")
  expect(source).toContain(
    "Promise<paths['/users/get']['post']['responses'][200]['content']['application/json']['the-user']>",
  )
  expect(source).toContain("import type { ApiError, paths } from '@seam-acs/types'")
})

test.each<[string, Json, string, string]>([
  ['none', {}, 'Promise<undefined>', 'read: readNothing, statuses'],
  ['one', { user: ref('user') }, 'Promise<User>', "read: readOne, key: 'user'"],
  ['list', { users: { type: 'array', items: ref('user') } }, 'Promise<User[]>', "read: readList, key: 'users'"],
  [
    'page',
    { users: { type: 'array', items: ref('user') }, pagination: ref('user') },
    'Promise<Page<User, User>>, AsyncIterable<User>',
    "read: readPage, key: 'users'",
  ],
  [
    'object',
    { user: ref('user'), count: { type: 'integer' } },
    "Promise<Omit<paths['/a']['post']['responses'][200]['content']['application/json'], 'ok'>>",
    'read: readObject, statuses',
  ],
])('a result of the kind %s has its type and its descriptor', (_, response, type, descriptor) => {
  const source = render({ '/a': { request: ref('get_user'), response } })
  expect(source).toContain(`extends ${type} {`)
  expect(source).toContain(descriptor)
})

test('an operation whose response has no body has its status', () => {
  const source = render({ '/a': { request: ref('get_user'), responses: { 204: {}, 404: failure } } })
  expect(source).toContain(
    "client.call({ path: '/a', read: readNothing, status: 204, statuses: [404] }, body, options)",
  )
  expect(source).toContain('Success<204, undefined>')
})

test('a body that may be empty is optional, and an operation without a request body has none', () => {
  const source = render({ '/list': { request: objectOf({ limit: {} }, []) }, '/count': {} })
  expect(source).toMatch(/list = \(client: SeamClient, body: paths\[.*\] = \{\}, options/)
  expect(source).toMatch(/ {2}list\(body\?: paths\[.*\], options\?: CallOptions\): ListPromise/)
  expect(source).toContain('  count(options?: CallOptions): CountPromise')
  expect(source).toContain('count: (options) => count(client, options),')
})

test('reserved words and invalid names become valid names in the source', () => {
  const source = render({
    '/delete': get,
    '/2fa/constructor/x': get,
    '/add-user/a b': { ...get, operationId: 'add-user/a b' },
  })
  expect(source).toContain('export const delete_ = (')
  expect(source).toContain('delete: (body, options) => delete_(client, body, options),')
  expect(source).toContain('export const _2faConstructorX = (')
  expect(source).toMatch(/readonly \['2fa'\]: \{\n +readonly constructor: \{/)
  expect(source).toMatch(/readonly addUser: \{\n(.*\n)+? +aB\(body/)
  expect(source).toContain('export const addUserAB = (')
})

test('a description that holds the end of a comment stays inside the comment', () => {
  expect(render({ '/a': { ...get, description: 'Ends */ here.' } })).toContain(' * Ends *\\/ here.')
})

test.each<[string, Parameters<typeof render>[0], string]>([
  ['a range of statuses', { '/a': { responses: { 200: {}, '4XX': failure } } }, 'POST /a: .* 4XX by single statuses'],
  [
    'an error without its object',
    { '/a': { responses: { 200: {}, 400: json({}) } } },
    'POST /a: .* 400 as a JSON object',
  ],
  [
    'a response that is an array',
    { '/a': { responses: { 200: json({ type: 'array' }) } } },
    'POST /a: .* not a JSON object',
  ],
  ['a path below another one', { '/a': get, '/a/b': get }, 'POST /a/b: .* `a.b`'],
  ['a path above another one', { '/a/b': get, '/a': get }, 'POST /a: .* `a`'],
  ['two paths of one name', { '/a_b': get, '/a-b': get }, 'POST /a-b: .* `aB`'],
])('%s is rejected by method, path and reason', (_, operations, message) => {
  expect(() => render(operations)).toThrow(new RegExp(`^${message}`))
})

test('a schema whose type has a name of the client is rejected', () => {
  const schemas = { call_options: objectOf({}) }
  const document = { openapi: '3.1.0', info: { title: 'T', version: '1' }, components: { schemas } }
  expect(() => renderOperations(document)).toThrow('Rename the schema `call_options`')
})

test('the version is that of the contract', () => {
  expect(renderVersion({ openapi: '3.1.0', info: { title: 'T', version: '1.2.3' } })).toContain("version = '1.2.3'\n")
})
