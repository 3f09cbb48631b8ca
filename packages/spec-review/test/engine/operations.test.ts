import { expect, test } from 'vitest'
import type { Json, Level } from '../../src/change.ts'
import { compareDocuments } from '../../src/engine/index.ts'
import { documentOf, type Loose } from './fixture.ts'

type Edit = (operation: Loose, document: Loose) => void

const base = documentOf({ type: 'object' }, ['request', 'response'])

function edited(edit: Edit): Json {
  const copy = structuredClone(base) as Loose
  edit(copy.paths['/things/create'].post, copy)
  return copy
}

const compare = (before: Edit, after: Edit) => compareDocuments(edited(before), edited(after))
const nothing: Edit = () => {}
const parameters =
  (...list: Json[]): Edit =>
  (operation) =>
    (operation.parameters = list)
const limit = (more: Record<string, Json> = {}) => ({
  in: 'query',
  name: 'limit',
  schema: { type: 'integer' },
  ...more,
})
const header =
  (value?: Json): Edit =>
  (operation) =>
    (operation.responses[200].headers = value ? { 'X-Rate': value } : {})
const count = { schema: { type: 'integer' } }
const security =
  (...list: Json[]): Edit =>
  (operation) =>
    (operation.security = list)

test.each<[string, Edit, Edit, Level, Level, string]>([
  [
    'an operation',
    nothing,
    (_, { paths }) => (paths['/more'] = structuredClone(paths['/things/create'])),
    'minor',
    'major',
    'request',
  ],
  ['an optional parameter', nothing, parameters(limit()), 'minor', 'major', 'request'],
  ['a required parameter', nothing, parameters(limit({ required: true })), 'major', 'major', 'request'],
  ['the need of a parameter', parameters(limit()), parameters(limit({ required: true })), 'major', 'minor', 'request'],
  [
    'another way of writing a parameter',
    parameters(limit({ schema: { type: 'array' } })),
    parameters(limit({ schema: { type: 'array' }, explode: false })),
    'major',
    'major',
    'request',
  ],
  [
    'a type of parameters',
    parameters(limit()),
    parameters(limit({ schema: { type: 'number' } })),
    'minor',
    'major',
    'request',
  ],
  ['a required body', (operation) => delete operation.requestBody, nothing, 'major', 'major', 'request'],
  ['the need of a body', (operation) => delete operation.requestBody.required, nothing, 'major', 'minor', 'request'],
  [
    'a media type',
    nothing,
    (operation) => (operation.responses[200].content['text/csv'] = {}),
    'minor',
    'major',
    'response',
  ],
  [
    'a success',
    nothing,
    (operation) => (operation.responses[202] = { description: 'Later.' }),
    'minor',
    'major',
    'response',
  ],
  ['a failure', nothing, (operation) => (operation.responses[409] = { description: 'Taken.' }), 'minor', 'minor', ''],
  ['a header of the response', nothing, header(count), 'minor', 'major', 'response'],
  ['a header that is always there', header(count), header({ ...count, required: true }), 'minor', 'major', 'response'],
  ['the need of a key', nothing, security({ key: [] }), 'major', 'minor', 'request'],
  [
    'another way to authenticate',
    security({ key: [] }),
    security({ key: [] }, { token: [] }),
    'minor',
    'major',
    'request',
  ],
  ['a scope', security({ key: [] }), security({ key: ['write'] }), 'major', 'minor', 'request'],
  [
    'another name of the operation',
    nothing,
    (operation) => (operation.operationId = 'other'),
    'major',
    'major',
    'request',
  ],
  [
    'a server',
    nothing,
    (_, document) => (document.servers = [{ url: 'https://example.com' }]),
    'minor',
    'major',
    'request',
  ],
  ['a deprecation', nothing, (operation) => (operation.deprecated = true), 'minor', 'minor', ''],
  ['a description', nothing, (operation) => (operation.description = 'Does it.'), 'patch', 'patch', ''],
])('%s is added and removed at the level that it needs', (_, before, after, added, removed, side) => {
  const [forward, backward] = [compare(before, after), compare(after, before)]
  expect([forward[0]?.level, backward[0]?.level]).toEqual([added, removed])
  const broken = new Set([...forward, ...backward].flatMap(({ breaks }) => breaks))
  expect([...broken]).toEqual(side === '' ? [] : [side])
})

test('another name of a path parameter is not a break, another type is', () => {
  const withPath =
    (name: string, type: string): Edit =>
    (operation, document) => {
      operation.parameters = [{ in: 'path', name, required: true, schema: { type } }]
      document.paths = { [`/things/{${name}}`]: document.paths['/things/create'] }
    }
  expect(compare(withPath('id', 'string'), withPath('key', 'string'))[0]).toMatchObject({
    level: 'minor',
    rule: 'path-parameter-renamed',
  })
  expect(compare(withPath('id', 'string'), withPath('key', 'integer'))[0]).toMatchObject({
    level: 'major',
    usages: [{ operation: 'POST /things/{key}', parameter: { in: 'path', name: 'key' } }],
  })
})

test('header names are case-insensitive', () => {
  const lower: Edit = (operation) => (operation.responses[200].headers = { 'x-rate': count })
  expect(compare(header(count), lower)[0]?.level).toBe('patch')
})

test('a status that `default` covered is compared with it', () => {
  const answer = (type: string) => ({ description: '', content: { 'application/json': { schema: { type } } } })
  const before: Edit = (operation) => (operation.responses.default = answer('object'))
  const after: Edit = (operation) => {
    operation.responses.default = answer('object')
    operation.responses[404] = answer('string')
  }
  expect(compare(before, after)[0]).toMatchObject({ level: 'major', breaks: ['response'], usages: [{ status: '404' }] })
})

test('what the server sends to a webhook breaks those who read it', () => {
  const hook =
    (type: Json): Edit =>
    (_, document) => {
      const content = { 'application/json': { schema: { type } } }
      document.webhooks = { created: { post: { requestBody: { content }, responses: { 200: { description: '' } } } } }
    }
  expect(compare(hook('string'), hook(['string', 'null']))[0]).toMatchObject({ level: 'major', breaks: ['response'] })
  expect(compare(hook(['string', 'null']), hook('string'))[0]).toMatchObject({ level: 'minor' })
})

test('an operation that is marked as a draft may go', () => {
  const draft: Edit = (operation) => (operation['x-stability-level'] = 'draft')
  expect(compare(draft, (_, document) => (document.paths = {}))[0]?.level).toBe('minor')
})

test('a parameter of the path item is a parameter of its operations', () => {
  const shared: Edit = (_, document) => (document.paths['/things/create'].parameters = [limit()])
  expect(compare(parameters(limit()), shared)[0]).toMatchObject({ level: 'patch', rule: 'spelling-changed' })
})
