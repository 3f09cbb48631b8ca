import assert from 'node:assert/strict'
import { gzipSync } from 'node:zlib'
import { createMock } from '@seam-acs/mock'
import contract from '@seam-acs/spec' with { type: 'json' }
import { type Json } from '@seam-acs/spec/model'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fuzz } from './cases.ts'
import { mutate, mutateText } from './hostile.ts'

const path = '/acs/credentials/create'
const examples = Object.values(contract.paths[path].post.requestBody.content['application/json'].examples as Json).map(
  (example) => (example as Json).value as Json,
)
const preference = fc.oneof(
  fc.constantFrom(
    'code=429',
    'code=200',
    'example=mobile_key',
    'fault=html',
    'fault=garbage',
    'fault=empty',
    'delay=0',
  ),
  fc.stringMatching(/^[\x20-\x7e]{0,20}$/),
)
const headers = fc.record(
  {
    authorization: fc.oneof(fc.constant('Bearer seam_test_key'), fc.stringMatching(/^[\x21-\x7e]{0,20}$/)),
    'content-type': fc.constantFrom(
      'application/json',
      'application/json',
      'application/json; charset=utf-8',
      'text/plain',
    ),
    'content-encoding': fc.constantFrom('gzip', 'br', 'deflate', 'identity', 'zstd', '__proto__', ','),
    'seam-workspace': fc.string({ unit: fc.constantFrom('a', '-', '0'), maxLength: 40 }),
    prefer: preference,
  },
  { requiredKeys: [] },
)
const request = fc.record({
  method: fc.constantFrom('POST', 'POST', 'POST', 'GET', 'PUT', 'OPTIONS', 'DELETE'),
  path: fc.oneof({ weight: 9, arbitrary: fc.constant(path) }, { weight: 1, arbitrary: fc.webPath() }),
  headers: fc.oneof(
    fc.constant({ authorization: 'Bearer seam_test_key', 'content-type': 'application/json' }),
    headers,
  ),
  body: mutateText(
    fc
      .constantFrom(...examples)
      .chain((example) => mutate(example))
      .map((value) => JSON.stringify(value) ?? ''),
  ),
})

const statuses = [200, 204, 400, 401, 404, 405, 413, 415, 429, 500, 502, 503]
const mock = createMock({ maxCredentials: 100 })

test('the mock gives any request a response of its own', async () => {
  const count = await fuzz('mock', 0.25, request, async ({ method, path: at, headers: given, body }) => {
    const sent =
      'content-encoding' in given && given['content-encoding'] === 'gzip' && body.length % 2 ? gzipSync(body) : body
    const response = await mock.fetch(`https://connect.getseam.com${at}`, {
      method,
      headers: given as Record<string, string>,
      ...(method !== 'GET' && { body: sent as BodyInit }),
    })
    const text = await response.text()
    assert.ok(statuses.includes(response.status), `${response.status}`)
    const isJson = response.headers.get('content-type')?.startsWith('application/json')
    if (isJson && !text.endsWith('<')) assert.equal(typeof JSON.parse(text).ok, 'boolean')
    assert.ok(mock.credentials.length <= 100)
  })
  expect(count).toBeGreaterThan(0)
})
