import { readOperations, type Json } from '@seam-acs/spec/model'
import { createSampleContract, samples } from '@seam-acs/spec/sample-contract'
import { beforeAll, expect, test } from 'vitest'
import { generateClient } from './generated-client.ts'
import { respondWith } from '../respond.ts'

const contract = createSampleContract()
const operations = new Map(readOperations(contract).map((operation) => [operation.path, operation]))
const rejected = samples.filter(([, sample]) => 'invalid' in sample)
let client: Json
let validator: Json

beforeAll(async () => {
  const directory = await generateClient(contract)
  client = await import(`${directory}/src/index.ts`)
  validator = (await import(`${directory}/src/validation/validator.ts`)).validator
})

/** Calls the operation of a sample with a value. The response has the same value, or another one. */
function send(name: string, validate: string, value: unknown, returned = value) {
  const { fetch, sent } = respondWith(() => Response.json({ ok: true, [`${name}_result`]: { value: returned } }))
  const seam = new client.Seam({ apiKey: 'seam_key', fetch, validate, validator })
  const method = operations.get(`/samples/${name}`)!.names.reduce((found: Json, part) => found[part], seam)
  return { call: method({ value }) as Promise<unknown>, sent }
}

test.each(samples)('%s: the client sends and returns what the keyword allows', async (name, { valid }) => {
  const { call, sent } = send(name, 'both', valid)
  expect(await call).toEqual({ value: valid })
  expect(sent.map(({ body }) => body)).toEqual([{ value: valid }])
})

test.each(rejected)('%s: the client does not send what the keyword does not allow', async (name, { invalid }) => {
  const { call, sent } = send(name, 'request', invalid)
  await expect(call).rejects.toBeInstanceOf(client.SeamRequestError)
  await expect(call).rejects.toMatchObject({ issues: [{ path: expect.stringMatching(/^value\b/) }] })
  expect(sent).toEqual([])
})

test.each(rejected)('%s: a response is an error if the keyword does not allow it', async (name, sample) => {
  const { call } = send(name, 'response', sample.valid, sample.invalid)
  await expect(call).rejects.toBeInstanceOf(client.SeamResponseError)
  await expect(call).rejects.toMatchObject({
    issues: [{ path: expect.stringMatching(new RegExp(`^${name}_result.value`)) }],
  })
})
