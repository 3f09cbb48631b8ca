import { inspect } from 'node:util'
import { Seam, type SeamOptions } from '@seam-acs/client'
import { afterEach, expect, test, vi } from 'vitest'

const body = { access_method: 'code', acs_user_id: '0fc82df4-391b-4d00-a234-86378f1c3952' } as const
const acs_credential = { acs_credential_id: '73a0a199-024f-454d-a916-9bbda8502c12' }

/** A fetch that answers every request with `answer` and keeps what was sent. */
function answering(answer: unknown = { acs_credential, ok: true }) {
  const requests: Request[] = []
  const fetch = async (request: Request) => {
    requests.push(request)
    return Response.json(answer)
  }
  return { fetch, requests }
}

const create = (options: SeamOptions | string) => new Seam(options).acs.credentials.create(body)

afterEach(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
})

test('create posts the body as JSON with the key as bearer token', async () => {
  const { fetch, requests } = answering()
  await create({ apiKey: 'seam_key', fetch })
  const [request] = requests
  expect(requests).toHaveLength(1)
  expect(request!.method).toBe('POST')
  expect(request!.url).toBe('https://connect.getseam.com/acs/credentials/create')
  expect(Object.fromEntries(request!.headers)).toEqual({
    authorization: 'Bearer seam_key',
    'content-type': 'application/json',
  })
  expect(await request!.json()).toEqual(body)
})

test('create returns the credential itself', async () => {
  expect(await create({ apiKey: 'seam_key', fetch: answering().fetch })).toEqual(acs_credential)
})

test('a method works when it is taken out of its object', async () => {
  const { create: detached } = new Seam({ apiKey: 'seam_key', fetch: answering().fetch }).acs.credentials
  expect(await detached(body)).toEqual(acs_credential)
})

test('the key may be the only argument', async () => {
  const { fetch, requests } = answering()
  vi.stubGlobal('fetch', fetch)
  await create('seam_key')
  expect(requests[0]!.headers.get('authorization')).toBe('Bearer seam_key')
})

test('the key and the endpoint come from the environment where no option gives them', async () => {
  vi.stubEnv('SEAM_API_KEY', 'seam_environment')
  vi.stubEnv('SEAM_ENDPOINT', 'http://localhost:3900')
  const { fetch, requests } = answering()
  await create({ fetch })
  expect(requests[0]!.headers.get('authorization')).toBe('Bearer seam_environment')
  expect(requests[0]!.url).toBe('http://localhost:3900/acs/credentials/create')
})

test('an option beats the environment', async () => {
  vi.stubEnv('SEAM_API_KEY', 'seam_environment')
  const { fetch, requests } = answering()
  await create({ apiKey: 'seam_option', fetch })
  expect(requests[0]!.headers.get('authorization')).toBe('Bearer seam_option')
})

test('a fetch that replaces the global one later is used', async () => {
  const seam = new Seam({ apiKey: 'seam_key' })
  const { fetch, requests } = answering()
  vi.stubGlobal('fetch', fetch)
  await seam.acs.credentials.create(body)
  expect(requests).toHaveLength(1)
})

test.each([undefined, ''])('a missing key (%j) is refused, saying where to put it', (apiKey) => {
  vi.stubEnv('SEAM_API_KEY', '')
  expect(() => new Seam({ apiKey })).toThrow(/No API key: pass it as `new Seam\({ apiKey }\)` .* SEAM_API_KEY/)
})

test('a key with a line break is refused without quoting it', () => {
  const error = catching(() => new Seam({ apiKey: 'seam_secret\nx' }))
  expect(error).toMatchObject({ name: 'SeamError', message: expect.stringContaining('`apiKey`') })
  expect(inspect(error)).not.toContain('seam_secret')
})

test.each(['connect.getseam.com', 'localhost:3900', '/acs', 'ftp://localhost'])(
  'the endpoint %j is refused',
  (endpoint) => {
    expect(() => new Seam({ apiKey: 'seam_key', endpoint })).toThrow(/`endpoint` .* http or https/)
  },
)

test('a printed client does not show the key', () => {
  const seam = new Seam({ apiKey: 'seam_secret' })
  expect(inspect(seam, { depth: null, showHidden: true }) + JSON.stringify(seam)).not.toContain('seam_secret')
})

function catching(action: () => unknown): unknown {
  try {
    return action()
  } catch (error) {
    return error
  }
}
