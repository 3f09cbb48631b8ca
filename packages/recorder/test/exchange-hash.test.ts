import type { Json } from '@seam-acs/spec/model'
import { expect, test } from 'vitest'
import { createHashExchange } from '../src/recording/exchange-hash.ts'
import { json, readCard } from './helpers.ts'
import { contract } from './small-contract.ts'

function hashUnder(change: (schemas: Json, document: Json) => void, exchange = readCard()) {
  const document: Json = structuredClone(contract)
  change(document.components.schemas, document)
  return createHashExchange(document)(exchange)
}
const hash = hashUnder(() => {})
const operationOf = (document: Json) => document.paths['/acs/credentials/create'].post

test('the hash is 16 hexadecimal digits, and is absent for a path that the contract lacks', () => {
  expect(hash).toMatch(/^[0-9a-f]{16}$/)
  const { request, response } = readCard()
  expect(createHashExchange(contract)({ request: { ...request, path: '/rooms/open' }, response })).toBeUndefined()
})

test.each<[string, (schemas: Json, document: Json) => void]>([
  ['another optional property', ({ acs_credential }) => (acs_credential.properties.floor = { type: 'string' })],
  [
    'another value of an enum',
    ({ acs_credential: { properties } }) => properties.external_type.anyOf[0].enum.push('x'),
  ],
  [
    'another alternative',
    ({ acs_credential: { properties } }) => properties.access_method.anyOf.push({ type: 'object' }),
  ],
  ['another status', (_, document) => (operationOf(document).responses[418] = { description: '' })],
  ['another description', ({ acs_credential }) => (acs_credential.description = 'Opens a door.')],
  ['another operation', (_, document) => (document.paths['/x'] = document.paths['/acs/credentials/create'])],
])('%s leaves the hash of what does not show it as it is', (_, change) => {
  expect(hashUnder(change)).toBe(hash)
})

test('another kind of item leaves the hash of what shows the first kind as it is', () => {
  const kindOf = (kind: string) => ({
    required: ['kind'],
    properties: { kind: { const: kind }, [kind]: { type: 'string' } },
  })
  const describe = (...kinds: string[]) =>
    hashUnder(({ acs_credential: { properties } }) => {
      properties.visionline_metadata = { anyOf: kinds.map(kindOf) }
    }, withKind)
  const withKind = readCard()
  withKind.response.body.acs_credential.visionline_metadata = { kind: 'card', card: '5' }
  expect(describe('card', 'key')).toBe(describe('card'))
  expect(describe('key')).not.toBe(describe('card'))
})

test.each<[string, (schemas: Json, document: Json) => void]>([
  ['the type of a property', ({ acs_credential: { properties } }) => (properties.card_number.type = 'string')],
  ['the name of a property', ({ acs_credential: { properties } }) => delete properties.card_number],
  ['a property that is required', ({ acs_credential }) => (acs_credential.required = ['card_number'])],
  [
    'the format of items',
    ({ acs_credential: { properties } }) =>
      (properties.visionline_metadata.properties.guest_acs_entrance_ids.items = { type: 'string', format: 'date' }),
  ],
  [
    'the value of an enum',
    ({ create_acs_credential_request: { properties } }) => properties.access_method.enum.splice(1, 1),
  ],
  [
    'the status',
    (
      _,
      {
        paths: {
          '/acs/credentials/create': { post },
        },
      },
    ) => {
      post.responses['2XX'] = post.responses[200]
      delete post.responses[200]
    },
  ],
])('a change to %s that the exchange shows changes the hash', (_, change) => {
  expect(hashUnder(change)).not.toBe(hash)
})

test('an exchange with another method or an error has a hash of its own', () => {
  const { request } = readCard()
  const refused = { request: { ...request, method: 'GET' }, response: json(404, { error: { message: 'No.' } }) }
  const hashes = [
    hash,
    hashUnder(() => {}, { ...readCard(), response: refused.response }),
    hashUnder(() => {}, { ...readCard(), ...refused }),
  ]
  expect(new Set(hashes).size).toBe(3)
})
