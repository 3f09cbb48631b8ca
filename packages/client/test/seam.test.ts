import { inspect } from 'node:util'
import { acsCredentialsCreate, createSeamClient, Seam, type SeamOptions } from '@seam-acs/client'
import { afterEach, expect, test, vi } from 'vitest'
import { respondWith, credential } from './respond.ts'

const body = { access_method: 'code', acs_user_id: '0fc82df4-391b-4d00-a234-86378f1c3952' } as const

const create = (options?: SeamOptions | string) => new Seam(options).acs.credentials.create(body)

afterEach(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
})

test('create posts the body as JSON with the key as bearer token', async () => {
  const { fetch, sent } = respondWith()
  await create({ apiKey: 'seam_key', fetch })
  expect(sent).toEqual([
    {
      url: 'https://connect.getseam.com/acs/credentials/create',
      method: 'POST',
      headers: {
        authorization: 'Bearer seam_key',
        'content-type': 'application/json',
        'user-agent': expect.stringMatching(/^seam-acs-client\/\d+\.\d+\.\d+$/),
      },
      body,
    },
  ])
})

test('create gives the credential itself', async () => {
  expect(await create({ apiKey: 'seam_key', fetch: respondWith().fetch })).toEqual(credential)
})

test('a function of a single operation does what the method does', async () => {
  const { fetch, sent } = respondWith()
  const client = createSeamClient({ apiKey: 'seam_key', fetch })
  expect(await acsCredentialsCreate(client, body)).toEqual(credential)
  expect(sent[0]!.url).toBe('https://connect.getseam.com/acs/credentials/create')
})

test('a method works when it is taken out of its object', async () => {
  const { create: detached } = new Seam({ apiKey: 'seam_key', fetch: respondWith().fetch }).acs.credentials
  expect(await detached(body)).toEqual(credential)
})

test('a method can be spied on and replaced', async () => {
  const seam = new Seam({ apiKey: 'seam_key' })
  const spy = vi.spyOn(seam.acs.credentials, 'create').mockResolvedValue({ ...credential } as never)
  await seam.acs.credentials.create(body)
  expect(spy).toHaveBeenCalledWith(body)
})

test('a client can be awaited', async () => {
  const seam = new Seam({ apiKey: 'seam_key' })
  expect(await seam).toBe(seam)
})

test('the key may be the only argument', async () => {
  const { fetch, sent } = respondWith()
  vi.stubGlobal('fetch', fetch)
  await create('seam_key')
  expect(sent[0]!.headers['authorization']).toBe('Bearer seam_key')
})

test('the key and the endpoint come from the environment where no option gives them', async () => {
  vi.stubEnv('SEAM_API_KEY', 'seam_environment')
  vi.stubEnv('SEAM_ENDPOINT', 'http://localhost:3900')
  const { fetch, sent } = respondWith()
  await create({ fetch })
  expect(sent[0]).toMatchObject({
    url: 'http://localhost:3900/acs/credentials/create',
    headers: { authorization: 'Bearer seam_environment' },
  })
})

test('an option takes precedence over the environment', async () => {
  vi.stubEnv('SEAM_API_KEY', 'seam_environment')
  const { fetch, sent } = respondWith()
  await create({ apiKey: 'seam_option', fetch })
  expect(sent[0]!.headers['authorization']).toBe('Bearer seam_option')
})

/** An environment that allows no variable to be read, as Deno's without `--allow-env`. */
function forbidEnvironment() {
  const read: unknown[] = []
  const get = (_: object, name: unknown) => {
    read.push(name)
    throw new Error(`NotCapable: Requires env access to "${String(name)}"`)
  }
  vi.stubGlobal('process', { env: new Proxy({}, { get }) })
  return read
}

const withoutKey = { endpoint: 'https://api.example' }

test.each<[string, SeamOptions]>([
  ['a key', { apiKey: 'seam_key' }],
  ['a function for the key', { apiKey: () => 'seam_key' }],
  ['a personal access token', { personalAccessToken: 'seam_at1', workspaceId: 'w' }],
])('with %s and an endpoint nothing of the environment is read', async (_, options) => {
  const read = forbidEnvironment()
  const { fetch } = respondWith()
  expect(await create({ ...withoutKey, ...options, fetch })).toEqual(credential)
  expect(read).toEqual([])
})

test('only the variables of missing options are read', () => {
  const read = forbidEnvironment()
  expect(() => new Seam({ apiKey: 'seam_key' })).toThrow('NotCapable')
  expect(() => new Seam(withoutKey)).toThrow('NotCapable')
  expect(read).toEqual(['SEAM_ENDPOINT', 'SEAM_API_KEY'])
})

test('a fetch that replaces the global one later is used', async () => {
  const seam = new Seam({ apiKey: 'seam_key' })
  const { fetch, sent } = respondWith()
  vi.stubGlobal('fetch', fetch)
  await seam.acs.credentials.create(body)
  expect(sent).toHaveLength(1)
})

test('a printed client does not show the key', () => {
  const seam = new Seam({ apiKey: 'seam_secret' })
  expect(inspect(seam, { depth: null, showHidden: true }) + JSON.stringify(seam)).not.toContain('seam_secret')
})
