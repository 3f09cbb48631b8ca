import { readFile } from 'node:fs/promises'
import contract from '@seam-acs/spec' with { type: 'json' }
import { expect, test } from 'vitest'
import { renderMockContract, toMockContract } from '@seam-acs/codegen/mock'
import { findDifference } from '@seam-acs/codegen/generated-file'
import { createMockFor } from '@seam-acs/mock/contract'
import { path, pin, toInit } from '../create-caller.ts'

// oxlint-disable-next-line typescript/no-explicit-any -- an OpenAPI document is changed in many places
type Json = any

/** A function that calls a mock of the spec after a change. */
function mockChangedSpec(change: (document: Json) => void) {
  const document = structuredClone(contract)
  change(document)
  const mock = createMockFor(toMockContract(document))
  return async (body: unknown, at: string = path) => {
    const response = await mock.fetch(at, toInit({ body }))
    return { status: response.status, body: (await response.json()) as Json }
  }
}

test('the committed contract is the one of the spec', async () => {
  const committed = await readFile(new URL('../../src/contract.gen.ts', import.meta.url), 'utf8')
  expect(findDifference('packages/mock/src/contract.gen.ts', committed, renderMockContract(contract))).toBeUndefined()
})

test('the contract has no documentation, but keeps properties named like documentation keywords', () => {
  const document: Json = structuredClone(contract)
  document.components.schemas.visionline_metadata.properties.description = { type: 'string', description: 'A text.' }
  const { schemas }: Json = toMockContract(document)
  expect(JSON.stringify(schemas)).not.toMatch(/"(x-\w+|deprecated|title)":/)
  expect(schemas.visionline_metadata.properties.description).toEqual({ type: 'string' })
  expect(schemas.visionline_metadata).not.toHaveProperty('description')
})

test('a second operation on credentials has a route', async () => {
  const call = mockChangedSpec(({ paths }) => {
    paths['/acs/credentials/renew'] = { post: { ...paths[path].post, operationId: 'acs_credentials_renew' } }
  })
  const response = await call(pin({ code: '77' }), '/acs/credentials/renew')
  expect([response.status, response.body.acs_credential.code]).toEqual([200, '77'])
  expect((await call({}, '/acs/credentials/renew')).body.error.type).toBe('invalid_input')
})

test('a new request property is validated, and returned if the response has it too', async () => {
  const call = mockChangedSpec(({ components: { schemas } }) => {
    schemas.create_acs_credential_options.properties.nickname = { type: 'string', maxLength: 3, default: 'Bob' }
    schemas.acs_credential.properties.nickname = { type: 'string' }
  })
  expect((await call(pin({ nickname: 'Ann' }))).body.acs_credential.nickname).toBe('Ann')
  expect((await call(pin())).body.acs_credential.nickname).toBe('Bob')
  expect((await call(pin({ nickname: 'Anna' }))).body.error.message).toBe(
    'String must contain at most 3 character(s) for "nickname"',
  )
})

test('each item of a new list of variants gets the problems of the closest variant', async () => {
  const variant = (name: string, type: string) => ({
    type: 'object',
    required: [name],
    properties: { [name]: { type } },
  })
  const call = mockChangedSpec(({ components: { schemas } }) => {
    const items = { anyOf: [variant('day', 'string'), variant('hour', 'integer')] }
    schemas.create_acs_credential_options.properties.times = { type: 'array', items, maxItems: 3 }
  })
  const { body } = await call(pin({ times: [{ day: 1 }, { hour: 'x' }, {}, { hour: 1 }] }))
  expect(body.error.validation_errors.times).toEqual({
    _errors: ['Array must contain at most 3 element(s)'],
    0: { _errors: [], day: { _errors: ['Expected string, received number'] } },
    1: { _errors: [], hour: { _errors: ['Expected integer, received string'] } },
    2: { _errors: ['day, or hour, is required'] },
  })
})

test('a new required property of the response is generated', async () => {
  const call = mockChangedSpec(({ components: { schemas } }) => {
    schemas.acs_credential.properties.shape = { type: 'string', enum: ['round', 'flat'] }
    schemas.acs_credential.required.push('shape')
  })
  expect((await call(pin())).body.acs_credential.shape).toMatch(/^(round|flat)$/)
})

test('a property that the spec drops disappears from the response', async () => {
  const call = mockChangedSpec(
    ({ components: { schemas } }) => delete schemas.acs_credential.properties.is_one_time_use,
  )
  expect((await call(pin())).body.acs_credential).not.toHaveProperty('is_one_time_use')
})

test('a new manufacturer gets its kind of credential', async () => {
  const call = mockChangedSpec(({ components: { schemas } }) => {
    schemas.create_acs_credential_options.properties.acme_metadata = { type: 'object', properties: {} }
    schemas.external_type.anyOf[0].enum.push('acme_tag')
  })
  const { body } = await call(pin({ access_method: 'card', acme_metadata: {} }))
  expect(body.acs_credential).toMatchObject({ external_type: 'acme_tag', external_type_display_name: 'Acme Tag' })
})

test.each<[string, (operation: Json) => void]>([
  ['this one describes 0 success statuses', ({ responses }) => delete responses[200]],
  [
    'this one has the query parameter `limit`',
    (operation) => (operation.parameters = [{ name: 'limit', in: 'query' }]),
  ],
])('an error names the operation, because %s', (reason, change) => {
  const document: Json = structuredClone(contract)
  change(document.paths[path].post)
  expect(() => toMockContract(document)).toThrow(`POST ${path}: the mock generator supports only`)
  expect(() => toMockContract(document)).toThrow(reason)
})
