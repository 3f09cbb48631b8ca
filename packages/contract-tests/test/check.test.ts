import type { Recording } from '@seam-acs/recorder/recording'
import type { Json } from '@seam-acs/spec/model'
import { expect, test } from 'vitest'
import { collectSchemas, createCheck, createCheckFile } from '../src/check.ts'
import { createHyperjumpValidate } from '../src/validators/hyperjump.ts'
import { createCard, createErrorRecording, smallContract } from './small-contract.ts'

const check = createCheck(smallContract)
const hyperjump = createCheck(
  smallContract,
  await createHyperjumpValidate(smallContract, collectSchemas(smallContract)),
)

test.each<[string, (recording: Json) => void, string]>([
  [
    'a missing property',
    ({ response }) => delete response.body.key.key_id,
    "/response/body/key: must have required property 'key_id'",
  ],
  [
    'a renamed property',
    ({ response }) => (response.body.key.name = 'Front Door'),
    '/response/body/key/name: is not declared',
  ],
  [
    'an undeclared property deep inside',
    ({ response }) => (response.body.key.metadata.card = 5),
    '/response/body/key/metadata/card: is not declared',
  ],
  [
    'an undeclared property of an item',
    ({ response }) => response.body.key.notes.push({ message: '', note_code: 'new', more: 1 }),
    '/response/body/key/notes/0/more: is not declared',
  ],
  [
    'a known kind of item without its own properties',
    ({ response }) => response.body.key.notes.push({ message: '', note_code: 'replaced' }),
    "/response/body/key/notes/0: must have required property 'new_number'",
  ],
  [
    'a property named like one of every object',
    ({ response }) => (response.body.key.constructor = 1),
    '/response/body/key/constructor: is not declared',
  ],
  [
    'a property named like the prototype',
    ({ response }) => (response.body = JSON.parse('{"__proto__":{}}')),
    '/response/body/__proto__: is not declared',
  ],
  [
    'another type',
    ({ response }) => (response.body.key.is_issued = 'yes'),
    '/response/body/key/is_issued: must be boolean',
  ],
  [
    'a null where there may be none',
    ({ response }) => (response.body.key.starts_at = null),
    '/response/body/key/starts_at: must be string',
  ],
  [
    'an id that is not a UUID',
    ({ response }) => (response.body.key.key_id = 'urn:uuid:73a0a199-024f-454d-a916-9bbda8502c12'),
    '/response/body/key/key_id: must match format "uuid"',
  ],
  [
    'a date-time with a blank',
    ({ response }) => (response.body.key.created_at = '2025-06-16 16:54:17Z'),
    '/response/body/key/created_at: must match format "date-time"',
  ],
  [
    'a date-time with an offset without a colon',
    ({ response }) => (response.body.key.created_at = '2025-06-16T16:54:17+0200'),
    '/response/body/key/created_at: must match format "date-time"',
  ],
  [
    'an unknown value of a closed enum',
    ({ request }) => (request.body.kind = 'door'),
    '/request/body/kind: must be equal to one of the allowed values (card, code)',
  ],
  ['no owner', ({ request }) => delete request.body.user_id, "/request/body: must have required property 'user_id'"],
  ['another method', ({ request }) => (request.method = 'PUT'), '/request: the spec has no PUT /keys/create'],
  ['another path', ({ request }) => (request.path = '/keys'), '/request: the spec has no POST /keys'],
  [
    'an undocumented status',
    ({ response }) => (response.status = 201),
    '/response/status: the spec has no 201 for POST /keys/create',
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
    '/request/body: is missing, but application/json is recorded as `body`',
  ],
  [
    'an end before its start',
    ({ request }) => (request.body.ends_at = '2025-07-09T16:54:17Z'),
    '/request/body/ends_at: is not after starts_at',
  ],
  [
    'a key',
    ({ request }) => (request.headers.authorization = 'Bearer x'),
    '/request/headers/authorization: the spec has no such header',
  ],
  [
    'an unknown source',
    ({ recorded }) => (recorded.source = 'hearsay'),
    '/recorded/source: must be equal to one of the allowed values (documentation, live, vendor-fake, synthetic)',
  ],
  ['no day', ({ recorded }) => (recorded.at = '2026-02-30'), '/recorded/at: must match format "date"'],
  ['nothing on its contract', ({ recorded }) => delete recorded.operationHash, '/recorded/operationHash: is missing'],
  [
    'an undocumented header',
    ({ response }) => (response.headers['x-powered-by'] = 'Seam'),
    '/response/headers/x-powered-by: the spec has no such header',
  ],
  [
    'a request body that the operation does not take',
    (recording) => Object.assign(recording.request, { path: '/keys/list_kinds' }),
    '/request/headers/content-type: the spec has no application/json',
  ],
])('a recording with %s is rejected, naming the path', (_, change, problem) => {
  const recording = createCard(change)
  expect(check(recording)).toContain(problem)
  expect(hyperjump(recording)).not.toEqual([])
})

const valid = createCard(({ request }) => delete request.body.ends_at).request.body

test.each<[string, Recording, string]>([
  [
    'a valid request that is rejected as invalid',
    createErrorRecording(400, 'invalid_input', ({ request }) => (request.body = valid)),
    '/request/body: is valid, though the response says that it is not',
  ],
  [
    'an invalid request that is rejected for something else',
    createErrorRecording(401, 'unauthorized', ({ request }) => (request.body = {})),
    "/request/body: must have required property 'kind'",
  ],
  [
    'JSON that is rejected as malformed',
    createErrorRecording(400, '', (recording) => {
      recording.request = { ...recording.request, body: undefined, text: '{}' }
      recording.response = { status: 400, headers: { 'content-type': 'text/plain' }, text: 'Invalid JSON' }
    }),
    '/request/text: is valid JSON, though the response says that it is not',
  ],
  [
    'a content type of the spec that is rejected',
    createErrorRecording(400, 'invalid_content_type'),
    '/request/headers/content-type: the spec has application/json, which the response rejects',
  ],
  [
    'a method of the spec that is rejected',
    createErrorRecording(405, 'method_not_allowed'),
    '/request/method: the spec has POST, which the response rejects',
  ],
  [
    'a method that the spec lacks and another error',
    createErrorRecording(401, 'unauthorized', ({ request }) => (request.method = 'GET')),
    '/request: the spec has no GET /keys/create',
  ],
  [
    'an empty error response',
    createErrorRecording(401, 'unauthorized', ({ response }) => {
      response.headers = {}
      delete response.body
    }),
    '/response/headers/content-type: the spec has no body without a content type',
  ],
])('a recording with %s is rejected', (_, recording, problem) => {
  const sent = JSON.parse(JSON.stringify(recording))
  expect(check(sent)).toContain(problem)
  expect(hyperjump(sent)).not.toEqual([])
})

test.each<[string, Recording]>([
  ['a success', createCard()],
  ['more of an owner than it needs', createCard(({ request }) => (request.body.system_id = request.body.user_id))],
  ['an unknown value of an open enum', createCard(({ response }) => (response.body.key.kind = 'door'))],
  [
    'a request rejected for its dates alone',
    createErrorRecording(400, 'invalid_input', ({ request }) => {
      request.body = { ...valid, starts_at: '2027-01-02T00:00:00Z', ends_at: '2027-01-01T00:00:00Z' }
    }),
  ],
  [
    'a request rejected for an end in the past',
    createErrorRecording(400, 'invalid_input', ({ request }) => {
      request.body = { ...valid, starts_at: undefined, ends_at: '2020-01-01T00:00:00Z' }
    }),
  ],
  [
    'the empty response of a proxy',
    createErrorRecording(503, 'unavailable', ({ response }) => {
      response.headers = {}
      delete response.body
    }),
  ],
])('a recording with %s is accepted', (_, recording) => {
  const sent = JSON.parse(JSON.stringify(recording))
  expect(check(sent)).toEqual([])
  expect(hyperjump(sent)).toEqual([])
})

test.each<[string, (schemas: Json, paths: Json) => void, string]>([
  ['drops a property', ({ key }) => delete key.properties.number, '/response/body/key/number: is not declared'],
  [
    'requires a property',
    ({ key }) => key.required.push('ends_in'),
    "/response/body/key: must have required property 'ends_in'",
  ],
  [
    'narrows a type',
    ({ key }) => (key.properties.metadata.properties.card_id.type = 'integer'),
    '/response/body/key/metadata/card_id: must be integer',
  ],
  [
    'drops an enum value',
    ({ kind }) => kind.enum.shift(),
    '/request/body/kind: must be equal to one of the allowed values (code)',
  ],
  [
    'drops a status',
    (_, paths) => delete paths['/keys/create'].post.responses[200],
    '/response/status: the spec has no 200 for POST /keys/create',
  ],
])('a spec that %s differs from a recording, naming the path', (_, change, problem) => {
  const document: Json = structuredClone(smallContract)
  change(document.components.schemas, document.paths)
  expect(createCheck(document)(createCard())).toContain(problem)
})

const file = 'keys_create/200-card.json'
const text = `${JSON.stringify(createCard(), null, 2)}\n`
const checkFile = createCheckFile(smallContract, check)

test.each<[string, string, string, string]>([
  [
    'names a property twice',
    file,
    text.replace(/( +"is_issued": )true,\n/, '$1false,\n$&'),
    'differs from what `JSON.stringify(recording, null, 2)` writes',
  ],
  ['ends early', file, text.slice(0, -3), 'the file is not JSON'],
  ['goes on after its end', file, `${text}{}`, 'the file is not JSON'],
  ['has half a character', file, text.replace('a page', '\\ud83d'), 'has half a character'],
  ['is named after another status', file.replace('200', '201'), text, 'the file has to be named keys_create/200-'],
  ['claims to be generated', file.replace('.json', '.gen.json'), text, '<slug>.json'],
])('a file that %s is rejected', (_, name, content, problem) => {
  expect(checkFile(file, text)).toEqual([])
  expect(checkFile(name, content).join()).toContain(problem)
})
