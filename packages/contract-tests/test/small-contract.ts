import type { Recording } from '@seam-acs/recorder/recording'
import type { Json, OpenApiDocument, Schema } from '@seam-acs/spec/model'

const text: Schema = { type: 'string' }
const uuid: Schema = { type: 'string', format: 'uuid' }
const dateTime: Schema = { type: 'string', format: 'date-time' }
const object = (properties: Record<string, Schema>, required = Object.keys(properties)): Schema => ({
  type: 'object',
  properties,
  required,
})
const to = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const ok: Schema = { type: 'boolean', const: true }
const json = (schema: Schema, examples: Record<string, Json> = {}) => ({
  'application/json': {
    schema,
    examples: Object.fromEntries(Object.entries(examples).map(([name, value]) => [name, { value }])),
  },
})
const note = (code: string, properties: Record<string, Schema> = {}) =>
  object({ note_code: { type: 'string', const: code }, ...properties })
const request = (schema: Schema, examples?: Record<string, Json>) => ({
  requestBody: { required: true, content: json(schema, examples) },
})

const schemas: Record<string, Schema> = {
  kind: { type: 'string', enum: ['card', 'code'] },
  key_options: object({ kind: to('kind'), starts_at: dateTime, ends_at: dateTime, metadata: to('asked_metadata') }, [
    'kind',
  ]),
  asked_metadata: object({ size: { type: 'string', enum: ['small', 'large'], default: 'small' } }, []),
  user_owner: object({ user_id: uuid }),
  person_owner: object({ person_id: uuid, system_id: uuid }),
  create_key_request: { allOf: [to('key_options'), { anyOf: [to('user_owner'), to('person_owner')] }] },
  key: object(
    {
      key_id: uuid,
      created_at: dateTime,
      ends_at: text,
      is_issued: { type: 'boolean' },
      kind: { anyOf: [to('kind'), text] },
      metadata: object({ card_id: text, doors: { type: 'array', items: uuid } }, []),
      notes: { type: 'array', items: to('note') },
      number: { type: ['string', 'null'] },
      starts_at: text,
    },
    ['created_at', 'key_id', 'kind', 'notes'],
  ),
  note: { allOf: [object({ message: text }), { anyOf: [to('lost_note'), to('replaced_note'), to('unlisted_note')] }] },
  lost_note: note('lost'),
  replaced_note: note('replaced', { new_number: text }),
  unlisted_note: object({ note_code: { type: 'string', not: { enum: ['lost', 'replaced'] } } }),
  error: object(
    {
      message: text,
      request_id: uuid,
      type: { anyOf: [{ type: 'string', enum: ['invalid_input', 'invalid_content_type', 'user_not_found'] }, text] },
    },
    ['message', 'type'],
  ),
  error_response: object({ error: to('error'), ok: { type: 'boolean', const: false } }),
}

const fail = (type: string) => ({ error: { type, message: 'No.' }, ok: false })
const headers = { 'x-request-id': { schema: uuid } }
const failing = (...types: string[]) => ({
  description: 'Refused.',
  headers,
  content: json(to('error_response'), Object.fromEntries(types.map((type) => [type, fail(type)]))),
})
const bad = failing('invalid_input', 'invalid_content_type')
const plain = { 'text/plain': { schema: text, examples: { malformed: { value: 'Invalid JSON' } } } }
const failures = {
  400: { ...bad, content: { ...bad.content, ...plain } },
  401: failing('unauthorized'),
  404: failing('user_not_found'),
  405: failing('method_not_allowed'),
  503: failing('unavailable'),
}

const operation = (operationId: string, asked: object, result: Schema, example?: Json) => ({
  post: {
    operationId,
    ...asked,
    responses: { 200: { description: 'Done.', headers, content: json(result, example && { example }) }, ...failures },
  },
})

const asked = {
  kind: 'card',
  user_id: '0fc82df4-391b-4d00-a234-86378f1c3952',
  starts_at: '2025-07-10T16:54:17Z',
  ends_at: '2025-07-12T16:54:17Z',
}
const given = {
  key_id: '73a0a199-024f-454d-a916-9bbda8502c12',
  created_at: '2025-06-16T16:54:17Z',
  is_issued: true,
  kind: 'card',
  metadata: { card_id: '5', doors: ['5f4e3d2c-1b0a-9f8e-7d6c-5b4a3c2d1e0f'] },
  notes: [],
  number: '12',
  starts_at: '2025-07-10T16:54:17Z',
  ends_at: '2025-07-12T16:54:17Z',
}

const document: OpenApiDocument = {
  openapi: '3.1.1',
  info: { title: 'Keys', version: '1.0.0' },
  servers: [{ url: 'https://keys.invalid' }],
  paths: {
    '/keys/create': operation(
      'keys_create',
      request(to('create_key_request'), { example: asked }),
      object({ key: to('key'), ok }),
      { key: given, ok: true },
    ),
    '/keys/list': operation(
      'keys_list',
      request(object({ limit: { type: 'integer', minimum: 1 }, user_id: uuid }, [])),
      object({
        keys: { type: 'array', items: to('key') },
        pagination: object({ has_next_page: { type: 'boolean' } }),
        ok,
      }),
    ),
    '/keys/delete': operation('keys_delete', request(object({ key_id: uuid })), object({ ok })),
    '/keys/list_kinds': operation('keys_list_kinds', {}, object({ kinds: { type: 'array', items: to('kind') }, ok })),
    '/keys/count': operation(
      'keys_count',
      request(object({}, [])),
      object({ count: { type: 'integer' }, limit: text, ok }),
    ),
  },
  components: { schemas },
}

/** A contract with every kind of result, which stays as it is while the API's grows. No two parts of it are one object. */
export const smallContract: OpenApiDocument = JSON.parse(JSON.stringify(document))

/** A recording of the small contract, which a test may change. */
export function createCard(change: (recording: Json) => void = () => {}): Recording {
  const recording: Recording = {
    recorded: { source: 'documentation', from: 'a page', at: '2026-11-21', operationHash: '0123456789abcdef' },
    request: { method: 'POST', path: '/keys/create', headers: { 'content-type': 'application/json' }, body: asked },
    response: {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: { key: given, ok: true },
    },
  }
  const copy = structuredClone(recording)
  change(copy)
  return copy
}

/** A recording in which the server rejects the request with an error. */
export const createErrorRecording = (
  status: number,
  type: string,
  change: (recording: Json) => void = () => {},
): Recording =>
  createCard((recording) => {
    recording.response.status = status
    recording.response.body = fail(type)
    change(recording)
  })
