import { SeamHttp } from '@seamapi/http'
import { Seam, SeamApiError, SeamConnectionError, SeamResponseError, SeamTimeoutError } from '@seam-acs/client'
import { validator } from '@seam-acs/client/validator'
import { createMock, type MockOptions } from '@seam-acs/mock'
import { serve, type MockServer } from '@seam-acs/mock/server'
import contract from '@seam-acs/spec' with { type: 'json' }
import { afterEach, expect, test } from 'vitest'
import { acsUserId } from './create-caller.ts'

const body = { access_method: 'code', acs_user_id: acsUserId, code: '1234' } as const
const servers: MockServer[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

/** The settings of a client for a mock in this process or behind a socket. */
async function connect(how: string, options?: MockOptions) {
  const mock = createMock(options)
  if (how === 'in this process') return { mock, settings: { apiKey: 'seam_test_key', fetch: mock.fetch } }
  const server = await serve(mock, { port: 0 })
  servers.push(server)
  return { mock, settings: { apiKey: 'seam_test_key', endpoint: server.endpoint } }
}

const places = ['in this process', 'behind a socket']

test.each(places)('the client creates a credential %s, and its own validators accept it', async (how) => {
  const { mock, settings } = await connect(how)
  const seam = new Seam({ ...settings, validate: 'both', validator })
  const { data, requestId } = await seam.acs.credentials.create(body).withResponse()
  expect(data).toMatchObject(body)
  expect(requestId).toMatch(/^[\da-f-]{36}$/)
  expect(mock.credentials).toEqual([data])
})

test.each(places)('the client gets the errors of the mock %s', async (how) => {
  const { settings } = await connect(how)
  const promise = new Seam(settings).acs.credentials.create({ access_method: 'code' } as never)
  await expect(promise).rejects.toThrow(SeamApiError)
  await expect(promise).rejects.toMatchObject({ status: 400, type: 'invalid_input' })
})

test('the client retries a request that the mock rejects with Retry-After', async () => {
  const { mock, settings } = await connect('in this process', { prefer: ['code=429'] })
  const delays: number[] = []
  const seam = new Seam({ ...settings, onRetry: ({ delay }) => void delays.push(delay) })
  expect(await seam.acs.credentials.create(body)).toMatchObject(body)
  expect(delays).toEqual([Number(contract.components.headers.retry_after.example) * 1000])
  expect(mock.credentials).toHaveLength(1)
})

test.each<[string, string, abstract new (...values: never[]) => Error]>([
  ['drop', 'in this process', SeamConnectionError],
  ['drop', 'behind a socket', SeamConnectionError],
  ['hang', 'in this process', SeamTimeoutError],
  ['hang', 'behind a socket', SeamTimeoutError],
  ['cut', 'in this process', SeamResponseError],
  ['cut', 'behind a socket', SeamResponseError],
  ['garbage', 'in this process', SeamResponseError],
  ['garbage', 'behind a socket', SeamResponseError],
  ['html', 'in this process', SeamApiError],
  ['html', 'behind a socket', SeamApiError],
  ['empty', 'in this process', SeamApiError],
  ['empty', 'behind a socket', SeamApiError],
])('the fault %s %s becomes the right error', async (fault, how, type) => {
  const { settings } = await connect(how, { prefer: `fault=${fault}` })
  const seam = new Seam({ ...settings, maxRetries: 0, timeout: fault === 'hang' ? 500 : 10_000 })
  await expect(seam.acs.credentials.create(body)).rejects.toBeInstanceOf(type)
})

test("the vendor's client works against the served mock unchanged", async () => {
  const { mock, settings } = await connect('behind a socket', { apiKeys: ['seam_test_key'] })
  const seam = new SeamHttp(settings)
  const credential = await seam.acs.credentials.create(body)
  expect(credential).toMatchObject({ ...body, is_managed: true })
  expect(mock.credentials).toEqual([credential])
})

test("the vendor's client gets the errors of the served mock", async () => {
  const { settings } = await connect('behind a socket', { apiKeys: ['seam_test_key'] })
  const requestId = expect.stringMatching(/^[\da-f-]{36}$/)
  await expect(new SeamHttp(settings).acs.credentials.create({ access_method: 'code' })).rejects.toMatchObject({
    name: 'SeamHttpInvalidInputError',
    code: 'invalid_input',
    statusCode: 400,
    requestId,
  })
  const stranger = new SeamHttp({ ...settings, apiKey: 'seam_other_key' })
  await expect(stranger.acs.credentials.create(body)).rejects.toMatchObject({
    name: 'SeamHttpUnauthorizedError',
    statusCode: 401,
    requestId,
  })
})

test("the vendor's client takes the mock's fetch", async () => {
  const { fetch, credentials } = createMock()
  const seam = new SeamHttp({ apiKey: 'seam_test_key', axiosOptions: { adapter: 'fetch', env: { fetch } } as object })
  await seam.acs.credentials.create(body)
  expect(credentials).toHaveLength(1)
})
