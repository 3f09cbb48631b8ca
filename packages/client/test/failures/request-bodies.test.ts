import { acsCredentialsCreate, createSeamClient, Seam, SeamError, SeamRequestError } from '@seam-acs/client'
import { createFetchClient } from '@seam-acs/client/openapi-fetch'
import { validator } from '@seam-acs/client/validator'
import { expect, test } from 'vitest'
import { body, failure, pin, serve, succeed, token } from './scripted-server.ts'

const circular: Record<string, unknown> = { ...body }
circular['metadata'] = circular
const form = new FormData()
form.set('code', pin)

const wrong: [string, unknown][] = [
  ['a BigInt', { ...body, code: 482913n }],
  ['a circular reference', circular],
  [
    'a toJSON that throws',
    {
      ...body,
      toJSON: () => {
        throw new Error(pin)
      },
    },
  ],
  ['a toJSON that gives nothing', { ...body, toJSON: () => undefined }],
  ['a FormData', form],
  ['a URLSearchParams', new URLSearchParams({ code: pin })],
  ['a Map', new Map(Object.entries(body))],
  ['a Blob', new Blob(['{}'])],
  ['bytes', new Uint8Array(2)],
  ['a promise', Promise.resolve(body)],
  ['a function', () => body],
]

type Send = (endpoint: string, given: never, options: object) => Promise<unknown>
const byMethod: Send = (endpoint, given, options) =>
  new Seam({ apiKey: token, endpoint, ...options }).acs.credentials.create(given)
const ways: [string, Send][] = [
  ['a method', byMethod],
  [
    'a function',
    (endpoint, given, options) =>
      acsCredentialsCreate(createSeamClient({ apiKey: token, endpoint, ...options }), given),
  ],
  [
    'a path',
    (endpoint, given, options) =>
      createFetchClient({ apiKey: token, endpoint, ...options }).POST('/acs/credentials/create', { body: given }),
  ],
]

const cases = ways.flatMap(([way, send]) => wrong.map(([kind, given]) => ({ way, kind, send, given })))

test.each(cases)('$kind as the body of $way is an error, and nothing is sent', async ({ send, given }) => {
  const { endpoint, connections } = await serve(succeed)
  for (const options of [{}, { validate: 'request', validator }]) {
    const error = await failure(send(endpoint, given as never, options))
    expect(error).toBeInstanceOf(SeamError)
    expect(error).not.toBeInstanceOf(SeamRequestError)
    expect(error.message).toMatch(
      /^POST \/acs\/credentials\/create: not sent: the body must be an object that JSON can express/,
    )
    expect(error.message + error.stack).not.toContain(pin)
  }
  expect(connections()).toBe(0)
})

test.each(ways.slice(0, 2))('undefined as the body of %s is an error', async (_, send) => {
  const { endpoint, connections } = await serve(succeed)
  const error = await failure(send(endpoint, undefined as never, {}))
  expect(error.message).toContain('not sent: the body must be an object that JSON can express')
  expect(connections()).toBe(0)
})

class Body {
  access_method = 'card'
  secret = 1
  toJSON() {
    return { access_method: this.access_method }
  }
}

test.each([
  ['an object without a prototype', Object.assign(Object.create(null), { access_method: 'card' })],
  ['an instance of a class with toJSON', new Body()],
  ['an array, which the API rejects', [{ access_method: 'card' }]],
  ['null, which the API rejects', null],
])('%s is sent as it is', async (_, given) => {
  const { endpoint, received } = await serve(succeed)
  await byMethod(endpoint, given as never, {})
  expect(received[0]!.body).toBe(JSON.stringify(given))
})
