import { isDateTime, isUuid } from '@hyperjump/json-schema-formats'
import contract from '@seam-acs/spec' with { type: 'json' }
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
// The client does not export its validators, for it loads them only where they are asked for.
import { validateRequest, validateResponse } from '../../client/src/validate.ts'
import { resolve } from '../src/check.ts'
import { createClose } from '../src/closed-schema.ts'
import { readRecordings, type Json } from '../src/recording.ts'

const path = '/acs/credentials/create'
const { requestBody, responses } = contract.paths[path].post
const recordings = (await readRecordings())
  .map(({ recording }) => recording)
  .filter(({ recorded }) => recorded.source === 'documentation')

/** Properties that no example has. */
const requestedMetadata = {
  assa_abloy_vostio_metadata: { join_all_guest_acs_entrances: true, override_guest_acs_entrance_ids: [] },
  hotek_metadata: { auto_join: true, override: false },
  salto_space_metadata: { assign_new_key: true, update_current_key: false },
  visionline_metadata: { is_override_key: true, joiner_acs_credential_ids: [], override: false },
}
const metadata = {
  akiles_metadata: { member_pin_id: 'x' },
  assa_abloy_vostio_metadata: { auto_join: true, door_names: ['x'], endpoint_id: 'x', key_id: 'x' },
  card_number: '1',
  parent_acs_credential_id: '0fc82df4-391b-4d00-a234-86378f1c3952',
}

const requests = [
  ...recordings.map(({ request }) => request.body),
  ...Object.values(requestBody.content['application/json'].examples).map((each) => resolve(contract, each).value),
]
requests.push({ ...requests[0], ...requestedMetadata })

const answers = [
  ...recordings.filter(({ response }) => response.status === 200).map(({ response }) => response.body),
  ...Object.values(responses[200].content['application/json'].examples).map((each) => resolve(contract, each).value),
]
answers.push({ ...answers[0], acs_credential: { ...answers[0].acs_credential, ...metadata } })

/** What Ajv says of requests under the closed schema, and of answers under the open one. */
function createJudges(document: Json): { accepts: (body: Json) => boolean; acceptsAnswer: (body: Json) => boolean } {
  const { schemas } = document.components
  const { close, closedSchemas } = createClose(schemas)
  const compile = (components: Json, schema: Json) => {
    const ajv = new Ajv2020({ strictRequired: false, strictTypes: false })
    ajv.addFormat('date-time', isDateTime).addFormat('uuid', isUuid)
    ajv.addVocabulary(['components', 'x-enumDescriptions'])
    ajv.addSchema({ $id: 'contract', components: { schemas: components } })
    return ajv.compile({ ...schema, $ref: `contract${schema.$ref}` })
  }
  return {
    accepts: compile(closedSchemas, close(requestBody.content['application/json'].schema)),
    acceptsAnswer: compile(schemas, responses[200].content['application/json'].schema),
  }
}

const values: Json[] = [
  null,
  true,
  false,
  0,
  1,
  -1.5,
  '',
  'x',
  'true',
  ' 1234',
  '12a',
  [],
  [null],
  ['x'],
  {},
  { x: 1 },
  '0fc82df4-391b-4d00-a234-86378f1c3952',
  '0fc82df4391b4d00a23486378f1c3952',
  'urn:uuid:0fc82df4-391b-4d00-a234-86378f1c3952',
  ' 0fc82df4-391b-4d00-a234-86378f1c3952',
  '2025-06-16T16:54:17Z',
  '2025-06-16t16:54:17.946514+23:59',
  '2025-06-16T16:54:17+0200',
  '2025-06-16 16:54:17Z',
  '2025-02-29T16:54:17Z',
  '2024-02-29T16:54:17Z',
  '2025-04-31T16:54:17Z',
  '2025-00-01T16:54:17Z',
  '2025-01-00T16:54:17Z',
  '2025-01-01T24:00:00Z',
  '2025-01-01T00:00:00',
  '2025-01-01T00:00:00-24:00',
  '2025-01-01T00:00:00.Z',
  'requested_code_unavailable',
  'being_deleted',
]
const strangeNames = ['unknown', 'constructor', 'toString', 'hasOwnProperty', 'toJSON', '__proto__', '']
const declaredNames = Object.values<Json>(contract.components.schemas).flatMap((schema) =>
  Object.keys(schema.properties ?? {}),
)
const names = new Set([...strangeNames, ...declaredNames])

/** Every value with one change: at every level each property dropped, renamed or replaced, and others added. */
function* mutate(value: Json): Generator<Json> {
  yield* values
  if (Array.isArray(value)) {
    for (const extra of values) yield [...value, extra]
    for (const [index, item] of value.entries()) for (const changed of mutate(item)) yield value.with(index, changed)
  } else if (typeof value === 'object' && value !== null) {
    for (const name of names) for (const inner of [1, null, 'x', [], {}]) yield withProperty(value, name, inner)
    for (const [name, inner] of Object.entries(value)) {
      const { [name]: _, ...others } = value
      yield others
      yield withProperty(others, `${name}s`, inner)
      for (const changed of mutate(inner)) yield withProperty(others, name, changed)
    }
  }
}

/** Unlike an assignment, it gives an object a property of its own that is named `__proto__`. */
function withProperty(object: Json, name: string, value: Json): Json {
  return Object.fromEntries([...Object.entries(object), [name, value]])
}

/** A body that is valid to one and invalid to the other. */
function findDispute(bodies: Json[], accepts: (body: Json) => boolean, validate: typeof validateRequest): Json {
  return bodies.find((body) => accepts(body) !== (validate(path, body).length === 0))
}

/** Each owner's id absent, valid and invalid, in every combination. */
function* combineOwners(): Generator<Json> {
  const ids = [undefined, '0fc82df4-391b-4d00-a234-86378f1c3952', 'x', null]
  for (const acs_user_id of ids)
    for (const acs_system_id of ids)
      for (const user_identity_id of ids)
        yield JSON.parse(JSON.stringify({ access_method: 'code', acs_user_id, acs_system_id, user_identity_id }))
}

/** Each kind of warning, and what one kind has, in every combination. */
function* combineWarnings(): Generator<Json> {
  const kinds = contract.components.schemas.unlisted_warning.properties.warning_code.not.enum
  const codes = [undefined, '1234', null]
  for (const warning_code of [...kinds, 'unlisted', '', null, 1, undefined])
    for (const new_code of codes)
      for (const original_code of codes) {
        const warning = { created_at: '2025-06-16T16:54:17Z', message: '', warning_code, new_code, original_code }
        const [{ acs_credential }] = answers
        yield JSON.parse(JSON.stringify({ ok: true, acs_credential: { ...acs_credential, warnings: [warning] } }))
      }
}

const manyRequests = [...requests, ...requests.flatMap((body) => [...mutate(body)]), ...combineOwners()]
const manyAnswers = [...answers, ...answers.flatMap((body) => [...mutate(body)]), ...combineWarnings()]

test('the client and Ajv agree on every request, mutated in every way', () => {
  const { accepts } = createJudges(contract)
  expect(requests.filter((body) => !accepts(body))).toEqual([])
  expect(manyRequests.length).toBeGreaterThan(10_000)
  expect(findDispute(manyRequests, accepts, validateRequest)).toBeUndefined()
})

test('the client and Ajv agree on every answer, mutated in every way', () => {
  const { acceptsAnswer } = createJudges(contract)
  expect(answers.filter((body) => !acceptsAnswer(body))).toEqual([])
  expect(manyAnswers.length).toBeGreaterThan(20_000)
  expect(findDispute(manyAnswers, acceptsAnswer, validateResponse)).toBeUndefined()
})

test.each<[string, typeof validateRequest]>([
  ['lets everything through', () => []],
  ['refuses everything', () => [{ path: '', message: '' }]],
  [
    'overlooks unknown properties',
    (...given) => validateRequest(...given).filter(({ message }) => !/known/.test(message)),
  ],
  ['overlooks null', (...given) => validateRequest(given[0], withoutNulls(given[1]))],
])('a client that %s is noticed', (_, validate) => {
  expect(findDispute(manyRequests, createJudges(contract).accepts, validate)).toBeDefined()
})

const withoutNulls = (body: Json) => JSON.parse(JSON.stringify(body), (_, value) => value ?? undefined)

test.each<[string, (schemas: Json) => void]>([
  ['drops a type', (schemas) => delete schemas.visionline_metadata.properties.auto_join.type],
  ['requires a property', (schemas) => schemas.acs_credential.required.push('starts_at')],
  ['narrows a pattern', (schemas) => (schemas.acs_credential.properties.display_name.pattern = 'o')],
  ['drops a format', (schemas) => delete schemas.acs_credential.properties.issued_at.format],
  ['closes an enum', (schemas) => (schemas.acs_credential.properties.access_method = schemas.access_method)],
  ['opens a warning', (schemas) => (schemas.requested_code_unavailable_warning.required = ['warning_code'])],
])('a spec that %s is at odds with the client', (_, change) => {
  const document = structuredClone(contract)
  change(document.components.schemas)
  expect(findDispute(manyAnswers, createJudges(document).acceptsAnswer, validateResponse)).toBeDefined()
})
