import { validateRequest, validateResponse } from '@seam-acs/client/validator'
import { findJson, readOperations, type Json, type OpenApiDocument, type Operation } from '@seam-acs/spec/model'
import { expect, test } from 'vitest'
import { contract } from '../src/contract.ts'
import { createAccepts } from '../src/ledger/accepts.ts'
import { recordings } from '../src/recordings.ts'
import { createAjvValidate } from '../src/validators/ajv.ts'
import { applyEdit, nearMisses, strangeNames } from './properties/edits.ts'

type Validate = typeof validateRequest
type Accepts = (body: Json) => boolean

const operations = readOperations(contract)
const declaredNames = Object.values<Json>(contract.components?.schemas ?? {}).flatMap(({ properties = {} }) =>
  Object.keys(properties),
)
const names = new Set([...strangeNames, ...declaredNames])

/** Every value with one change: at every level each property dropped, renamed or replaced, and others added. */
function* mutate(value: Json): Generator<Json> {
  yield* nearMisses
  if (Array.isArray(value)) {
    for (const extra of nearMisses) yield [...value, extra]
    for (const [index, item] of value.entries()) for (const changed of mutate(item)) yield value.with(index, changed)
  } else if (typeof value === 'object' && value !== null) {
    for (const name of names) {
      for (const inner of [1, null, 'x', [], {}]) yield applyEdit(value, { kind: 'add', at: 0, name, value: inner })
    }
    for (const [name, inner] of Object.entries(value)) {
      const { [name]: _, ...others } = value
      yield others
      yield { ...others, [`${name}s`]: inner }
      for (const changed of mutate(inner)) yield { ...others, [name]: changed }
    }
  }
}

/** Bodies that the spec accepts: its examples, and those of real and generated exchanges. */
function listBodies({ path, request, success }: Operation, side: 'request' | 'response'): Json[] {
  const contents = side === 'request' ? request?.contents : success?.contents
  const examples = (findJson(contents ?? [])?.examples ?? []).map(({ value }) => value)
  const recorded = recordings
    .filter(({ recording }) => recording.request.path === path && `${recording.response.status}` === success?.status)
    .map(({ recording }) => recording[side].body)
  const all = [...examples, ...recorded].filter((body) => body !== undefined)
  return [...new Map(all.map((body) => [JSON.stringify(body), body])).values()]
}

/** The smallest of the bodies that show each property, mutated, and all of them as they are. */
function listMutated(bodies: Json[]): Json[] {
  const seen = new Set<string>()
  const shows = (body: Json) => [...JSON.stringify(body).matchAll(/"(\w+)":/g)].map(([, name]) => name!)
  const chosen = bodies
    .toSorted((one, other) => JSON.stringify(one).length - JSON.stringify(other).length)
    .filter((body) => {
      const fresh = shows(body).filter((name) => !seen.has(name))
      for (const name of fresh) seen.add(name)
      return fresh.length > 0
    })
  return [...bodies, ...chosen.flatMap((body) => [...mutate(body)])]
}

/** A body that one accepts and the other rejects. */
const findDispute = (bodies: Json[], accepts: Accepts, validate: Validate, path: string): Json =>
  bodies.find((body) => accepts(body) !== (validate(path, body).length === 0))

/** Validates requests with Ajv under the closed schema. */
function acceptsRequests(document: OpenApiDocument, { request }: Operation): Accepts {
  const validate = createAjvValidate(document, { allErrors: false })
  return (body) => validate(request!.schema!, body).length === 0
}

/** Validates responses with Ajv under the open schema. */
function acceptsResponses(document: OpenApiDocument, { success }: Operation): Accepts {
  const accepts = createAccepts(document)
  return (body) => accepts(success!.schema!, body)
}

const withRequest = operations.filter(({ request }) => request)

test.each(withRequest)('the client and Ajv agree on every request of $id, mutated in every way', (operation) => {
  const bodies = listMutated(listBodies(operation, 'request'))
  expect(findDispute(bodies, acceptsRequests(contract, operation), validateRequest, operation.path)).toBeUndefined()
})

const withResponse = operations.filter(({ success }) => success?.schema)

test.each(withResponse)('the client and Ajv agree on every response of $id, mutated in every way', (operation) => {
  const bodies = listMutated(listBodies(operation, 'response'))
  expect(findDispute(bodies, acceptsResponses(contract, operation), validateResponse, operation.path)).toBeUndefined()
})

const creation = operations.find(({ path }) => path === '/acs/credentials/create')!
const { path } = creation
const requests = listMutated(listBodies(creation, 'request'))
const responses = listMutated(listBodies(creation, 'response'))

test('thousands of bodies are compared', () => {
  expect(requests.length).toBeGreaterThan(10_000)
  expect(responses.length).toBeGreaterThan(20_000)
})

const withoutNulls = (body: Json) => JSON.parse(JSON.stringify(body), (_, value) => value ?? undefined)

test.each<[string, Validate]>([
  ['lets everything through', () => []],
  ['rejects everything', () => [{ path: '', message: '' }]],
  [
    'overlooks unknown properties',
    (...given) => validateRequest(...given).filter(({ message }) => !/known/.test(message)),
  ],
  ['overlooks null', (at, body) => validateRequest(at, withoutNulls(body))],
])('a client that %s is noticed', (_, validate) => {
  expect(findDispute(requests, acceptsRequests(contract, creation), validate, path)).toBeDefined()
})

test.each<[string, (schemas: Json) => void]>([
  ['drops a type', (schemas) => delete schemas.visionline_metadata.properties.auto_join.type],
  ['requires a property', (schemas) => schemas.acs_credential.required.push('starts_at')],
  ['narrows a pattern', (schemas) => (schemas.acs_credential.properties.display_name.pattern = 'o')],
  ['drops a format', (schemas) => delete schemas.acs_credential.properties.issued_at.format],
  ['closes an enum', (schemas) => (schemas.acs_credential.properties.access_method = schemas.access_method)],
  ['opens a warning', (schemas) => (schemas.requested_code_unavailable_warning.required = ['warning_code'])],
])('a spec that %s differs from the client', (_, change) => {
  const document: Json = structuredClone(contract)
  change(document.components.schemas)
  const changed = readOperations(document).find((operation) => operation.path === path)!
  expect(findDispute(responses, acceptsResponses(document, changed), validateResponse, path)).toBeDefined()
})
