import { execFile } from 'node:child_process'
import { symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { callPages, createSeamClient, readPage } from '@seam-acs/client'
import type { Json } from '@seam-acs/spec/model'
import { expect, test } from 'vitest'
import { respondWith } from '../respond.ts'
import { contractOfUsers } from './contract-of-users.ts'
import { generateClient } from './generated-client.ts'

const ann = { acs_user_id: '0fc82df4-391b-4d00-a234-86378f1c3952', full_name: 'Ann' }
const body = { acs_user_id: ann.acs_user_id }
const json =
  (value: object, status = 200) =>
  () =>
    Response.json(value, { status })

const directory = await generateClient(contractOfUsers)

/** A client of the contract of users, at a server that gives these responses in turn. */
async function connect(
  ...responses: (() => Response)[]
): Promise<{ users: Json; sent: ReturnType<typeof respondWith>['sent'] }> {
  const { Seam } = await import(`${directory}/src/index.ts`)
  const { validator } = await import(`${directory}/src/validation/validator.ts`)
  const { fetch, sent } = respondWith(...responses)
  return { users: new Seam({ apiKey: 'seam_key', fetch, validate: 'both', validator }).acs.users, sent }
}

test('the result of one object is the object, whatever the status of success', async () => {
  const { users } = await connect(json({ acs_user: ann, ok: true }), json({ acs_user: ann, ok: true }, 201))
  expect(await users.get(body)).toEqual(ann)
  expect(await users.create({ full_name: 'Ann' }).asResult()).toMatchObject({ ok: true, status: 201, data: ann })
})

test('the result of a list is the array, and the names of its path become one name', async () => {
  const { users, sent } = await connect(json({ acs_entrances: [{ name: 'Lobby' }], ok: true }))
  expect(await users.listEntrances(body)).toEqual([{ name: 'Lobby' }])
  expect(sent[0]).toMatchObject({ url: 'https://connect.getseam.com/acs/users/list-entrances', body })
})

test('an operation without a result resolves to undefined', async () => {
  const { users } = await connect(json({ ok: true }))
  expect(await users.delete(body)).toBeUndefined()
  expect(await users.delete(body).withResponse()).toMatchObject({ data: undefined, response: { status: 200 } })
  expect(await users.delete(body).asResult()).toMatchObject({ ok: true, status: 200, data: undefined })
})

test('an operation whose response has no body resolves to undefined, and to an error at any other status', async () => {
  const { users } = await connect(
    () => new Response(null, { status: 202 }),
    () => new Response('', { status: 200 }),
  )
  expect(await users.remind()).toBeUndefined()
  await expect(users.remind()).rejects.toThrow('200 with a body that is not a JSON object')
})

test('a result of several properties is the body without ok', async () => {
  const { users } = await connect(json({ count: 2, limit: 9, ok: true }))
  expect(await users.count()).toEqual({ count: 2, limit: 9 })
})

test('an operation without a request body sends none, and one whose body is optional sends an empty object', async () => {
  const { users, sent } = await connect(
    json({ count: 2, limit: 9, ok: true }),
    () => new Response(null, { status: 202 }),
  )
  await users.count({ headers: { 'x-trace': 'a' } })
  await users.remind()
  await users.remind(undefined, { headers: { 'x-trace': 'a' } })
  expect(sent.map((each) => [each.body, each.headers['content-type'], each.headers['x-trace']])).toEqual([
    [undefined, undefined, 'a'],
    [{}, 'application/json', undefined],
    [{}, 'application/json', 'a'],
  ])
})

const pageOf = (name: string, next_page_cursor: string | null) =>
  json({
    acs_users: [{ ...ann, full_name: name }],
    pagination: { has_next_page: !!next_page_cursor, next_page_cursor },
    ok: true,
  })

test('a page has its items and says where the next one is', async () => {
  const { users, sent } = await connect(pageOf('Ann', 'two'))
  const pagination = { has_next_page: true, next_page_cursor: 'two' }
  expect(await users.list()).toEqual({ data: [ann], pagination })
  expect((await users.list().asResult()).data).toEqual({ data: [ann], pagination })
  expect(sent.map((each) => each.body)).toEqual([{}, {}])
})

test('the items of all pages come one after the other, with the same body and options for each page', async () => {
  const { users, sent } = await connect(pageOf('Ann', 'two'), pageOf('Bob', 'three'), pageOf('Cid', null))
  const names: string[] = []
  for await (const user of users.list({ limit: 1 }, { headers: { 'x-trace': 'a' } })) names.push(user.full_name)
  expect(names).toEqual(['Ann', 'Bob', 'Cid'])
  expect(sent.map((each) => [each.body, each.headers['x-trace']])).toEqual([
    [{ limit: 1 }, 'a'],
    [{ limit: 1, page_cursor: 'two' }, 'a'],
    [{ limit: 1, page_cursor: 'three' }, 'a'],
  ])
})

test('the loop fetches only the pages that it needs', async () => {
  const { users, sent } = await connect(pageOf('Ann', 'two'), pageOf('Bob', 'three'))
  for await (const user of users.list()) if (user.full_name === 'Bob') break
  expect(sent).toHaveLength(2)
})

test('an error of a page ends the loop', async () => {
  const { users } = await connect(
    pageOf('Ann', 'two'),
    json({ error: { type: 'gone', message: 'No.' }, ok: false }, 400),
  )
  const names: string[] = []
  const loop = async () => {
    for await (const user of users.list()) names.push(user.full_name)
  }
  await expect(loop()).rejects.toThrow('POST /acs/users/list: 400 gone: No.')
  expect(names).toEqual(['Ann'])
})

test('the pages of an operation without a request body come one after the other, too', async () => {
  const { fetch, sent } = respondWith(pageOf('Ann', 'two'), pageOf('Bob', null))
  const operation = { path: '/acs/users/list', read: readPage, key: 'acs_users', isBodyless: true, statuses: [] }
  const pages: Json = callPages(createSeamClient({ apiKey: 'seam_key', fetch }), operation)
  const names: string[] = []
  for await (const user of pages) names.push(user.full_name)
  expect(names).toEqual(['Ann', 'Bob'])
  expect(sent.map((each) => each.body)).toEqual([undefined, { page_cursor: 'two' }])
})

test('only a page is iterable', async () => {
  const { users } = await connect(json({ acs_user: ann, ok: true }))
  expect(Symbol.asyncIterator in users.get(body)).toBe(false)
})

test.each<[string, string, object, string]>([
  ['one object that is null', 'get', { acs_user: null }, 'without `acs_user`'],
  ['one object that is text', 'get', { acs_user: 'Ann' }, 'without `acs_user`'],
  ['a list that is an object', 'listEntrances', { acs_entrances: {} }, 'without the array `acs_entrances`'],
  ['a page without items', 'list', { pagination: {} }, 'without the array `acs_users`'],
  ['a page without pagination', 'list', { acs_users: [] }, 'without a complete `pagination`'],
  [
    'a page that does not say where the next one is',
    'list',
    { acs_users: [], pagination: { has_next_page: true, next_page_cursor: null } },
    'without a complete `pagination`',
  ],
])('%s is an error', async (_, method, response, flaw) => {
  const { users } = await connect(json({ ...response, ok: true }))
  await expect(users[method](method === 'list' ? {} : body)).rejects.toThrow(new RegExp(`: 200 ${flaw}$`))
})

test('the generated source compiles, and its types are those of the contract', async () => {
  const compilerOptions = {
    allowImportingTsExtensions: true,
    erasableSyntaxOnly: true,
    exactOptionalPropertyTypes: true,
    lib: ['es2022', 'dom', 'dom.iterable'],
    module: 'nodenext',
    noEmit: true,
    strict: true,
    target: 'es2022',
    types: [],
    verbatimModuleSyntax: true,
  }
  // The path client has types of openapi-fetch.
  await symlink(
    fileURLToPath(new URL('../../node_modules/openapi-fetch', import.meta.url)),
    join(directory, 'node_modules/openapi-fetch'),
  )
  await writeFile(join(directory, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['src', 'usage.ts'] }))
  await writeFile(join(directory, 'usage.ts'), usage)
  const tsc = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [tsc, '--project', directory]).catch((error) => error)
  expect(stdout).toBe('')
})

const usage = `
import { createFetchClient } from './src/openapi-fetch.ts'
import { createSeamClient, delete_, Seam, type AcsUser, type Pagination } from './src/index.ts'

const { users } = new Seam().acs
const body = { acs_user_id: '' }
const user: AcsUser = await users.get(body)
const created = await users.create({ full_name: 'Ann' }).asResult()
if (created.ok) created.status satisfies 201
const entrances: { name: string }[] = await users.listEntrances(body)
const nothing: undefined = await users.delete(body)
const nothingElse: undefined = await delete_(createSeamClient(), body)
const { count, limit }: { count: number; limit: number } = await users.count({ timeout: 1 })
const page: { data: AcsUser[]; pagination: Pagination } = await users.list()
for await (const each of users.list({ limit: 2 })) each.full_name satisfies string
await users.remind()
const { data } = await createFetchClient().POST('/acs/users/create', { body: { full_name: 'Ann' } })
const sameUser: AcsUser = data!.acs_user
await createFetchClient().POST('/acs/users/count', {})

// @ts-expect-error -- the body is required
users.get()
// @ts-expect-error -- there is no body
users.count({ limit: 1 })
// @ts-expect-error -- one object is not iterable
for await (const each of users.get(body)) each
// @ts-expect-error -- a body by path is required
await createFetchClient().POST('/acs/users/create', {})
console.log(user, entrances, nothing, nothingElse, count, limit, page, sameUser)
`
