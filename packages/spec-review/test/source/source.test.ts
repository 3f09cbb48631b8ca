import { fileURLToPath } from 'node:url'
import contract from '@seam-acs/spec' with { type: 'json' }
import { expect, test } from 'vitest'
import type { OpenApi } from '../../src/input/read-document.ts'
import { sayPlace } from '../../src/render/text/say.ts'
import { compareSources } from '../../src/source/compare-sources.ts'
import { readRecordedCalls } from '../../src/source/recorded-calls.ts'

// oxlint-disable-next-line typescript/no-explicit-any -- schemas are edited in many shapes
type Schemas = Record<string, any>
const recordings = fileURLToPath(new URL('../../../contract-tests/recordings', import.meta.url))
const calls = await readRecordedCalls(recordings)

function compare(edit: (schemas: Schemas) => void) {
  const head = structuredClone(contract)
  edit(head.components.schemas)
  const result = compareSources(structuredClone(contract) as never, head as never, calls)
  const effects = result.effects.map(({ kind, breaks, name, usages }) =>
    [kind, breaks.join(), name ?? sayPlace(usages[0]!)].join(' '),
  )
  return { ...result, effects }
}

test('without a change there is nothing, and every recorded call compiles', () => {
  expect(compare(() => {})).toMatchObject({ bump: 'none', effects: [], brokenCalls: [], calls: calls.length })
  expect(calls.length).toBeGreaterThan(0)
})

test.each<[string, (schemas: Schemas) => void, string]>([
  [
    'a property of requests became required',
    ({ create_acs_credential_options: options }) => options.required.push('starts_at'),
    'became required request starts_at',
  ],
  [
    'a property of requests became optional',
    ({ create_acs_credential_options: options }) => options.required.splice(0, 1),
    'became optional  access_method',
  ],
  [
    'a property of responses may be null',
    ({ acs_credential: { properties } }) => (properties.is_issued.type = ['boolean', 'null']),
    'can be null response acs_credential.is_issued',
  ],
  [
    'a property of responses is never null',
    ({ acs_credential: { properties } }) => (properties.code.type = 'string'),
    'never null  acs_credential.code',
  ],
  [
    'a property of responses may be absent',
    ({ acs_credential: { required } }) => required.splice(required.indexOf('display_name'), 1),
    'became optional response acs_credential.display_name',
  ],
  [
    'a property of responses is gone',
    ({ acs_credential: { properties } }) => delete properties.display_name,
    'gone response acs_credential.display_name',
  ],
  [
    'a property of responses is new',
    ({ acs_credential: { properties } }) => (properties.color = { type: 'string' }),
    'added  acs_credential.color',
  ],
  [
    'a value of requests is gone',
    ({ access_method: method, acs_credential: { properties } }) => {
      properties.access_method = { type: 'string', enum: [...method.enum] }
      method.enum.pop()
    },
    'narrower request access_method',
  ],
  [
    'a value of requests is new',
    ({ access_method: method, acs_credential: { properties } }) => {
      properties.access_method = { type: 'string', enum: [...method.enum] }
      method.enum.push('of_this_test')
    },
    'wider  access_method',
  ],
  [
    'an item of a list has another type',
    ({ create_acs_credential_options: { properties } }) =>
      (properties.allowed_acs_entrance_ids.items = { type: 'number' }),
    'changed request allowed_acs_entrance_ids[]',
  ],
])('%s', (_, edit, effect) => {
  const { effects, bump } = compare(edit)
  expect(effects).toContain(effect)
  const breaks = effects.filter((text) => /request|response/.test(text))
  expect(bump).toBe(breaks.length > 0 ? 'major' : 'minor')
  expect(breaks.filter((text) => text !== effect)).toEqual([])
})

test('one way less to say whose credential it is breaks the calls that said it so', () => {
  const { effects, brokenCalls } = compare(({ create_acs_credential_request: { allOf } }) => allOf[1].anyOf.pop())
  expect(effects).toEqual(
    expect.arrayContaining(['became required request acs_user_id', 'gone request user_identity_id']),
  )
  expect(brokenCalls.map(({ file }) => file)).toContain('acs_credentials_create/200-code-sample.json')
})

test('calls that no longer compile for one reason have the same message, which names the property', () => {
  const { brokenCalls } = compare(({ create_acs_credential_options: options }) => options.required.push('ends_at'))
  expect(brokenCalls.length).toBeGreaterThan(1)
  expect([...new Set(brokenCalls.map(({ message }) => message))]).toEqual([
    "Property 'ends_at' is missing in type '{ … }' but required in type 'CreateAcsCredentialOptions'.",
  ])
})

test('a break that a call does not meet leaves the call alone', () => {
  const { effects, brokenCalls } = compare(({ requested_hotek_metadata: { properties } }) => delete properties.override)
  expect(effects).toEqual(['gone request hotek_metadata.override'])
  expect(brokenCalls).toEqual([])
})

test('a description changes the types without an effect', () => {
  const { bump, effects } = compare(({ acs_credential: { properties } }) => {
    properties.is_issued.description = 'Another word.'
  })
  expect({ bump, effects }).toEqual({ bump: 'patch', effects: [] })
})

test('a shared schema has one effect with every place', () => {
  const { effects } = compareSources(
    contract as never,
    JSON.parse(JSON.stringify(contract).replace('"request_id":{"type":"string"', '"request_id":{"type":"number"')),
    [],
  )
  const shared = effects.filter(({ usages }) => sayPlace(usages[0]!) === 'error.request_id')
  expect(shared).toHaveLength(effects.length)
})

test('a name that is gone with its operation is an effect on that operation', () => {
  const withPaths = (...ids: string[]): OpenApi => ({
    ...(structuredClone(contract) as unknown as OpenApi),
    paths: Object.fromEntries(ids.map((operationId) => [`/${operationId}`, { get: { operationId, responses: {} } }])),
  })
  const { effects } = compareSources(withPaths('kept', 'gone'), withPaths('kept'), [])
  expect(effects.filter(({ name }) => name?.startsWith('operations'))).toMatchObject([
    { name: "operations['gone']", usages: [{ operation: 'GET /gone', side: 'request', steps: [] }] },
  ])
})

test('an operation that is as it was counts as compared, though its types are not generated', () => {
  const withPath = (type: string): OpenApi => ({
    ...(structuredClone(contract) as unknown as OpenApi),
    paths: {
      '/same': { get: { responses: { 200: { description: 'Done.' } } } },
      '/other': { get: { parameters: [{ in: 'query', name: 'a', schema: { type } }], responses: {} } },
    },
  })
  const { effects, operations } = compareSources(withPath('string'), withPath('number'), [])
  expect([...operations].toSorted()).toEqual(['GET /other', 'GET /same'])
  expect(effects.map(({ kind, usages }) => [kind, sayPlace(usages[0]!)])).toEqual([['changed', 'query a']])
})
