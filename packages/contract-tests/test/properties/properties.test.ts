import type { Mock } from '@seam-acs/mock'
import { validateRequest } from '@seam-acs/client/validator'
import { pnpm } from '@seam-acs/runner/command'
import { readOperations, type Json } from '@seam-acs/spec/model'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { contract } from '../../src/contract.ts'
import { isObject } from '../../src/ledger/conditions.ts'
import { recordFigure } from '../figures/record-figure.ts'
import { createAgreementProperty, validators } from './agreement-property.ts'
import type { Parties } from './agreement.ts'
import { cases, checkProperty, createEditedRequests, createValidRequests } from './requests.ts'

const operations = readOperations(contract)

test.each(operations)(
  'all agree on a request of $id with mistakes, and the error response names them',
  async (operation) => {
    const property = await createAgreementProperty(operation, createEditedRequests(contract, operation, validators.Ajv))
    await expect(checkProperty(property, Math.ceil(cases / 2 / operations.length))).resolves.toBeUndefined()
  },
  3_600_000,
)

test('the number of cases is the requested one', () => {
  const count = 2 * operations.length * Math.ceil(cases / 2 / operations.length)
  expect(count).toBeGreaterThanOrEqual(cases)
  recordFigure('cases through client, socket and mock', count.toLocaleString('en'))
})

const creation = operations.find(({ path }) => path === '/acs/credentials/create')!
const withoutNulls = (body: Json) => JSON.parse(JSON.stringify(body), (_, value) => value ?? undefined) ?? {}

/** A mock that sees another body than the one that is sent. */
const seeing = (mock: Mock, change: (body: Json) => Json) => ({
  fetch: async (request: Request) =>
    mock.fetch(request.url, {
      method: 'POST',
      headers: request.headers,
      body: JSON.stringify(change(await request.json())),
    }),
})

/** A mock that responds with something else. */
const withChangedResponse = (mock: Mock, change: (content: Json) => void) => ({
  fetch: async (request: Request) => {
    const response = await mock.fetch(request)
    const content = (await response.json()) as Json
    change(content)
    return Response.json(content, { status: response.status })
  },
})

test.each<[string, (mock: Mock) => Partial<Parties>, RegExp]>([
  [
    'a client that lets everything through',
    () => ({ validateRequest: () => [] }),
    /Ajv rejects it, the client accepts/,
  ],
  [
    'a client that overlooks null',
    () => ({ validateRequest: (at, body) => validateRequest(at, withoutNulls(body)) }),
    /rejects it, the client accepts it|the mock names .*, the client/,
  ],
  [
    'a client that overlooks unknown properties',
    () => ({
      validateRequest: (...given) => validateRequest(...given).filter(({ message }) => !/known/.test(message)),
    }),
    /rejects it, the client accepts it/,
  ],
  [
    'a validator that lets everything through',
    () => ({ validators: { ...validators, hyperjump: () => [] } }),
    /hyperjump accepts it, the client says/,
  ],
  [
    'a mock that overlooks null',
    (mock) => seeing(mock, withoutNulls),
    /the mock (accepts it, though not all do|names)/,
  ],
  [
    'a mock that ignores `pattern`',
    (mock) => seeing(mock, (body) => (typeof body?.code === 'string' ? { ...body, code: '1' } : body)),
    /the mock accepts it|the mock names .*"code"|the response has something else than "\d+" at code/,
  ],
  [
    'a mock that ignores `required`',
    (mock) => seeing(mock, (body) => (isObject(body) ? { access_method: 'card', ...body } : body)),
    /the mock (accepts it, though not all do|names)/,
  ],
  [
    'a mock that rejects what it does not know',
    (mock) => seeing(mock, (body) => (isObject(body) && 'unknown' in body ? null : body)),
    /the mock (rejects it, though all others accept it|names)/,
  ],
  [
    'a mock whose response forgets the start',
    (mock) => withChangedResponse(mock, ({ acs_credential: credential }) => delete credential?.starts_at),
    /something else than ".*" at starts_at/,
  ],
  [
    'a mock whose response has an undeclared property',
    (mock) => withChangedResponse(mock, (content) => (content.more = 1)),
    /of the response: \/more/,
  ],
  [
    'a mock whose error names nothing',
    (mock) => withChangedResponse(mock, ({ error }) => delete error?.validation_errors),
    /the mock names , the client "/,
  ],
])('%s is noticed', async (_, replace, problem) => {
  const property = await createAgreementProperty(
    creation,
    createEditedRequests(contract, creation, validators.Ajv),
    replace,
  )
  const run = await fc.check(property, { numRuns: 2000, seed: 1, endOnFailure: true })
  expect(String(run.errorInstance)).toMatch(problem)
})

test('a failure shrinks, and prints how to run it again', async () => {
  const property = await createAgreementProperty(
    creation,
    createValidRequests(contract, creation, validators.Ajv),
    (mock) => withChangedResponse(mock, ({ acs_credential: credential }) => delete credential.starts_at),
  )
  const failure = await checkProperty(property, 100, 1).catch(String)
  expect(failure).toContain('"starts_at"')
  expect(failure).not.toContain('_metadata')
  expect(failure).toMatch(
    new RegExp(`^Run it again: CASES=\\d+ SEED=1 ${pnpm} --filter @seam-acs/contract-tests test properties$`, 'm'),
  )
})
