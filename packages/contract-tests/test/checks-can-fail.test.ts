import contract from '@seam-acs/spec' with { type: 'json' }
import { expect, test } from 'vitest'
import { createCheck } from '../src/check.ts'
import { readRecordings, type Json, type Recording } from '../src/recording.ts'
import { replay } from '../src/replay.ts'

const recordings = await readRecordings()

function recordingOf(slug: string, change: (recording: Json) => void = () => {}): Recording {
  const { recording } = recordings.find(({ file }) => file.endsWith(`/200-${slug}.json`))!
  const changed = structuredClone(recording)
  change(changed)
  return changed
}

const id = 'acs_credential_id'

test.each<[string, (recording: Json) => void, string]>([
  [
    'a missing property',
    ({ response }) => delete response.body.acs_credential[id],
    `/response/body/acs_credential: must have required property '${id}'`,
  ],
  [
    'a renamed property',
    ({ response }) => (response.body.acs_credential.name = 'Front Door'),
    '/response/body/acs_credential/name: is not declared',
  ],
  [
    'an undeclared property deep inside',
    ({ response }) => (response.body.acs_credential.visionline_metadata.card = 5),
    '/response/body/acs_credential/visionline_metadata/card: is not declared',
  ],
  [
    'an undeclared property of a warning',
    ({ response }) =>
      response.body.acs_credential.warnings.push({
        created_at: '2025-06-16T16:54:17Z',
        message: '',
        warning_code: 'new',
        more: 1,
      }),
    '/response/body/acs_credential/warnings/0/more: is not declared',
  ],
  [
    'a known warning without its own properties',
    ({ response }) =>
      response.body.acs_credential.warnings.push({
        created_at: '2025-06-16T16:54:17Z',
        message: '',
        warning_code: 'requested_code_unavailable',
      }),
    "/response/body/acs_credential/warnings/0: must have required property 'new_code'",
  ],
  [
    'a property named like one of every object',
    ({ response }) => (response.body.acs_credential.constructor = 1),
    '/response/body/acs_credential/constructor: is not declared',
  ],
  [
    'a property named like the prototype',
    ({ response }) => (response.body = JSON.parse('{"__proto__":{}}')),
    '/response/body/__proto__: is not declared',
  ],
  [
    'another type',
    ({ response }) => (response.body.acs_credential.is_issued = 'yes'),
    '/response/body/acs_credential/is_issued: must be boolean',
  ],
  [
    'a null where none may be',
    ({ response }) => (response.body.acs_credential.starts_at = null),
    '/response/body/acs_credential/starts_at: must be string',
  ],
  [
    'an id that is no UUID',
    ({ response }) => (response.body.acs_credential[id] = 'urn:uuid:73a0a199-024f-454d-a916-9bbda8502c12'),
    `/response/body/acs_credential/${id}: must match format "uuid"`,
  ],
  [
    'a date-time with a blank',
    ({ response }) => (response.body.acs_credential.created_at = '2025-06-16 16:54:17Z'),
    '/response/body/acs_credential/created_at: must match format "date-time"',
  ],
  [
    'a date-time with an offset without a colon',
    ({ response }) => (response.body.acs_credential.created_at = '2025-06-16T16:54:17+0200'),
    '/response/body/acs_credential/created_at: must match format "date-time"',
  ],
  [
    'an unknown access method in the request',
    ({ request }) => (request.body.access_method = 'key'),
    '/request/body/access_method: must be equal to one of the allowed values (code, card, mobile_key, cloud_key)',
  ],
  [
    'no owner',
    ({ request }) => delete request.body.acs_user_id,
    "/request/body: must have required property 'acs_user_id'",
  ],
  [
    'another method',
    ({ request }) => (request.method = 'PUT'),
    '/request: the spec has no PUT /acs/credentials/create',
  ],
  [
    'another path',
    ({ request }) => (request.path = '/acs/credentials'),
    '/request: the spec has no POST /acs/credentials',
  ],
  [
    'an undocumented status',
    ({ response }) => (response.status = 201),
    '/response/status: the spec has no 201 for POST /acs/credentials/create',
  ],
  [
    'an undocumented content type',
    ({ response }) => (response.headers['content-type'] = 'text/html'),
    '/response/headers/content-type: the spec has no text/html',
  ],
  [
    'an undocumented header',
    ({ response }) => (response.headers['x-powered-by'] = 'Seam'),
    '/response/headers/x-powered-by: the spec has no such header',
  ],
])('a recording with %s is refused, naming the path', (_, change, problem) => {
  expect(createCheck(contract)(recordingOf('card', change))).toContain(problem)
})

test('a recording with an ACS user and its system is accepted', () => {
  const change = ({ request }: Json) => (request.body.acs_system_id = 'b1d03165-2759-474b-a342-e02223f27b39')
  expect(createCheck(contract)(recordingOf('card', change))).toEqual([])
})

test('a recording with an unknown value of an open enum is accepted', () => {
  const change = ({ response }: Json) => (response.body.acs_credential.external_type = 'a_new_type')
  expect(createCheck(contract)(recordingOf('card', change))).toEqual([])
})

test.each<[string, (contract: Json) => void, string]>([
  [
    'drops a property',
    ({ components }) => delete components.schemas.acs_credential.properties.card_number,
    '/response/body/acs_credential/card_number: is not declared',
  ],
  [
    'requires a property',
    ({ components }) => components.schemas.acs_credential.required.push('parent_acs_credential_id'),
    "/response/body/acs_credential: must have required property 'parent_acs_credential_id'",
  ],
  [
    'narrows a type',
    ({ components }) => (components.schemas.visionline_metadata.properties.card_id.type = 'integer'),
    '/response/body/acs_credential/visionline_metadata/card_id: must be integer',
  ],
  [
    'drops an enum value',
    ({ components }) => components.schemas.access_method.enum.splice(1, 1),
    '/request/body/access_method: must be equal to one of the allowed values (code, mobile_key, cloud_key)',
  ],
  [
    'drops a status',
    ({ paths }) => delete paths['/acs/credentials/create'].post.responses[200],
    '/response/status: the spec has no 200 for POST /acs/credentials/create',
  ],
])('a spec that %s is at odds with a recording, naming the path', (_, change, problem) => {
  const document = structuredClone(contract)
  change(document)
  expect(createCheck(document)(recordingOf('card'))).toContain(problem)
})

type Send = typeof globalThis.fetch

test.each<[string, (url: string, init: RequestInit) => ReturnType<Send>, string]>([
  [
    'drops a property',
    (url, init) => fetch(url, { ...init, body: dropCode(String(init.body)) }),
    '/request/body/code: recorded "123456", got undefined',
  ],
  [
    'loses its content type',
    (url, init) => fetch(url, { ...init, headers: { ...readHeaders(init), 'content-type': 'text/plain' } }),
    '/request/headers/content-type: recorded "application/json", got "text/plain"',
  ],
  [
    'loses its key',
    (url, init) => fetch(url, { ...init, headers: { ...readHeaders(init), authorization: '' } }),
    '/request/headers/authorization: recorded "Bearer seam_test_key", got ""',
  ],
  [
    'goes to another path',
    (url, init) => fetch(`${url}/`, init),
    '/request/path: recorded "/acs/credentials/create", got "/acs/credentials/create/"',
  ],
])('a client whose request %s is noticed, naming the path', async (_, send, problem) => {
  expect(await replay(recordingOf('pin-code'), { fetch: send })).toEqual([problem])
})

test('a client that sends twice is noticed', async () => {
  const send = async (url: string, init: RequestInit) => {
    await fetch(url, init)
    return fetch(url, init)
  }
  expect(await replay(recordingOf('card'), { fetch: send })).toEqual(['/requests: recorded 1, got 2'])
})

test('a client that sends nothing is noticed', async () => {
  const send = async () => Response.json({ acs_credential: {}, ok: true })
  expect(await replay(recordingOf('card'), { fetch: send })).toEqual(['/requests: none arrived'])
})

test.each(['method', 'path'] as const)('a wrong value from the %s is noticed, naming its path', async (surface) => {
  const send = async (url: string, init: RequestInit) => {
    const answer = (await (await fetch(url, init)).json()) as Json
    answer.acs_credential.warnings = [null]
    return Response.json(answer)
  }
  expect(await replay(recordingOf('card'), { fetch: send, surface })).toEqual([
    '/response/body/acs_credential/warnings/0: recorded undefined, got null',
  ])
})

const dropCode = (body: string) => JSON.stringify({ ...JSON.parse(body), code: undefined })
const readHeaders = ({ headers }: RequestInit) => Object.fromEntries(new Headers(headers))
