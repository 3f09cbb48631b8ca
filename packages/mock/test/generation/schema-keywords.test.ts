import { toMockContract } from '@seam-acs/codegen/mock'
import { createMockFor } from '@seam-acs/mock/contract'
import { createSampleContract, samples } from '@seam-acs/spec/sample-contract'
import { expect, test } from 'vitest'
import { toInit } from '../create-caller.ts'

const mock = createMockFor(toMockContract(createSampleContract()))

async function send(name: string, value: unknown) {
  const response = await mock.fetch(`/samples/${name}`, toInit({ body: { value } }))
  return { status: response.status, body: await response.json() }
}

test.each(samples)('%s: the mock accepts and returns what the keyword allows', async (name, { valid }) => {
  expect(await send(name, valid)).toEqual({ status: 200, body: { ok: true, [`${name}_result`]: { value: valid } } })
})

test.each(samples.filter(([, sample]) => 'invalid' in sample))(
  '%s: the mock rejects what the keyword does not allow',
  async (name, { invalid }) => {
    expect(await send(name, invalid)).toMatchObject({ status: 400, body: { error: { type: 'invalid_input' } } })
  },
)
