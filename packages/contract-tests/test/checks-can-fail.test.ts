import contract from '@seam-acs/spec' with { type: 'json' }
import { expect, test } from 'vitest'
import { collectSchemas, createCheck, createCheckFile } from '../src/check.ts'
import { toExchanges } from '../src/mutation/spec-exchanges.ts'
import { readRecordings, type Json, type Recording } from '../src/recording.ts'
import { createHyperjumpValidate } from '../src/validators/hyperjump.ts'

const recordings = await readRecordings()
const exchanges = toExchanges(contract)
const check = createCheck(contract)
const checkOtherwise = createCheck(contract, await createHyperjumpValidate(contract, collectSchemas(contract)))

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
    'a body that is no longer parsed',
    ({ response }) => (response.text = JSON.stringify(response.body)),
    '/response/text: application/json is recorded as `body`',
  ],
  [
    'no body',
    ({ request }) => delete request.body,
    '/request/body: is missing, and is what application/json is recorded as',
  ],
  [
    'an end before its start',
    ({ request }) => (request.body.ends_at = '2025-07-09T16:54:17.946Z'),
    '/request/body/ends_at: is not after starts_at',
  ],
  [
    'a key',
    ({ request }) => (request.headers.authorization = 'Bearer x'),
    '/request/headers/authorization: the spec has no such header',
  ],
  [
    'a source of its own',
    ({ recorded }) => (recorded.source = 'hearsay'),
    '/recorded/source: must be equal to one of the allowed values (documentation, live, vendor-fake, synthetic)',
  ],
  ['no day', ({ recorded }) => (recorded.at = '2026-02-30'), '/recorded/at: must match format "date"'],
  ['no word on its contract', ({ recorded }) => delete recorded.operationHash, '/recorded/operationHash: is missing'],
  [
    'an undocumented header',
    ({ response }) => (response.headers['x-powered-by'] = 'Seam'),
    '/response/headers/x-powered-by: the spec has no such header',
  ],
])('a recording with %s is refused, naming the path', (_, change, problem) => {
  const recording = recordingOf('card', change)
  expect(check(recording)).toContain(problem)
  expect(checkOtherwise(recording)).not.toEqual([])
})

test('a recording with an ACS user and its system is accepted', () => {
  const change = ({ request }: Json) => (request.body.acs_system_id = 'b1d03165-2759-474b-a342-e02223f27b39')
  expect(check(recordingOf('card', change))).toEqual([])
})

test('a recording with an unknown value of an open enum is accepted', () => {
  const change = ({ response }: Json) => (response.body.acs_credential.external_type = 'a_new_type')
  expect(check(recordingOf('card', change))).toEqual([])
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

/** The exchange for an example that the spec has for a refusal. */
function refusalOf(type: string, change: (recording: Json) => void = () => {}): Recording {
  const isOf = ({ response: { body, text } }: Recording) => body?.error?.type === type || (type === 'text' && text)
  const changed = structuredClone(exchanges.find(isOf)!)
  change(changed)
  return changed
}

// Of another one, `ends_at` may have passed.
const valid = exchanges.find(({ request }) => !request.body.ends_at)!.request.body

test.each<[string, Recording, string]>([
  [
    'a valid request that is refused as invalid',
    refusalOf('invalid_input', ({ request }) => (request.body = valid)),
    '/request/body: is valid, though the answer says that it is not',
  ],
  [
    'an invalid request that is refused for something else',
    refusalOf('unauthorized', ({ request }) => (request.body = {})),
    "/request/body: must have required property 'access_method'",
  ],
  [
    'JSON that is refused as malformed',
    refusalOf('text', ({ request }) => (request.text = '{}')),
    '/request/text: is no malformed JSON, though the answer says so',
  ],
  [
    'a content type of the spec that is refused',
    refusalOf('invalid_content_type', ({ request }) => (request.headers['content-type'] = 'application/json')),
    '/request/headers/content-type: the spec has application/json, which the answer refuses',
  ],
  [
    'a method of the spec that is refused',
    refusalOf('method_not_allowed', ({ request }) => (request.method = 'POST')),
    '/request/method: the spec has POST, which the answer refuses',
  ],
  [
    'a method that the spec lacks and another refusal',
    refusalOf('unauthorized', ({ request }) => (request.method = 'GET')),
    '/request: the spec has no GET /acs/credentials/create',
  ],
  [
    'an empty refusal',
    refusalOf('unauthorized', ({ response }) => {
      response.headers = {}
      delete response.body
    }),
    '/response/headers/content-type: the spec has no undefined',
  ],
])('a recording with %s is refused', (_, recording, problem) => {
  expect(check(recording)).toContain(problem)
  expect(checkOtherwise(recording)).not.toEqual([])
})

test.each<[string, Recording]>([
  ['every example of the spec', exchanges[0]!],
  [
    'a request refused for its dates alone',
    refusalOf('invalid_input', ({ request }) => {
      request.body = { ...valid, starts_at: '2027-01-02T00:00:00Z', ends_at: '2027-01-01T00:00:00Z' }
    }),
  ],
  [
    'a request refused for an end in the past',
    refusalOf(
      'invalid_input',
      ({ request }) => (request.body = { ...valid, starts_at: undefined, ends_at: '2020-01-01T00:00:00Z' }),
    ),
  ],
  [
    'the empty answer of a proxy',
    refusalOf('service_unavailable', ({ response }) => {
      response.headers = {}
      delete response.body
    }),
  ],
])('a recording with %s is accepted', (_, recording) => {
  const sent = JSON.parse(JSON.stringify(recording))
  expect(check(sent)).toEqual([])
  expect(checkOtherwise(sent)).toEqual([])
})

/** An exchange of a path that the spec lacks. */
function foreignOf(change: (recording: Json) => void = () => {}): Recording {
  return refusalOf('unauthorized', (recording) => {
    recording.recorded = { source: 'vendor-fake', from: 'a fake server', at: '2026-11-22' }
    recording.request.path = '/acs/users/create'
    change(recording)
  })
}

test("a refusal of the vendor's fake server on another path is accepted for its envelope", () => {
  expect(check(foreignOf())).toEqual([])
  const toUnknownRoute = ({ response }: Json) =>
    Object.assign(response, { status: 404, headers: {}, text: '404', body: undefined })
  expect(check(JSON.parse(JSON.stringify(foreignOf(toUnknownRoute))))).toEqual([])
})

test.each<[string, (recording: Json) => void, string]>([
  [
    'another envelope',
    ({ response }) => delete response.body.error.message,
    "/response/body/error: must have required property 'message'",
  ],
  [
    'another status',
    ({ response }) => (response.status = 418),
    '/response/status: the spec has no 418 for POST /acs/users/create',
  ],
  ['another source', ({ recorded }) => (recorded.source = 'live'), '/request: the spec has no POST /acs/users/create'],
])('a recording of another path with %s is refused', (_, change, problem) => {
  expect(check(foreignOf(change))).toEqual([problem])
})

const { file, recording: card } = recordings.find(({ file: each }) => each.endsWith('/200-card.json'))!
const text = `${JSON.stringify(card, null, 2)}\n`
const checkFile = createCheckFile(contract, check)

test.each<[string, string, string, string]>([
  [
    'names a property twice',
    file,
    text.replace(/( +"is_issued": )true,\n/, '$1false,\n$&'),
    'otherwise than `JSON.stringify(recording, null, 2)` writes it',
  ],
  ['ends early', file, text.slice(0, -3), 'the file is no JSON'],
  ['goes on after its end', file, `${text}{}`, 'the file is no JSON'],
  ['has half a character', file, text.replace('Guest Lock 1', '\\ud83d'), 'has half a character'],
  [
    'is named after another status',
    file.replace('200', '201'),
    text,
    'the file has to be named acs_credentials_create/200-',
  ],
  ['claims to be generated', file.replace('.json', '.gen.json'), text, '<slug>.json'],
])('a file that %s is refused', (_, name, content, problem) => {
  expect(checkFile(file, text)).toEqual([])
  expect(checkFile(name, content).join()).toContain(problem)
})
