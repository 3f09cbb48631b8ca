import type { OpenApiDocument, Schema } from '@seam-acs/spec/model'

const text: Schema = { type: 'string' }
const uuid: Schema = { type: 'string', format: 'uuid' }
const dateTime: Schema = { type: 'string', format: 'date-time' }
const open = (...values: string[]): Schema => ({ anyOf: [{ type: 'string', enum: values }, { type: 'string' }] })
const object = (properties: Record<string, Schema>): Schema => ({ type: 'object', properties })
const list = (properties: Record<string, Schema>): Schema => ({ type: 'array', items: object(properties) })
const to = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const json = (name: string) => ({ 'application/json': { schema: to(name) } })
const note = { created_at: dateTime, message: text }

const credential = object({
  access_method: open('code', 'card', 'mobile_key'),
  acs_credential_id: uuid,
  acs_system_id: uuid,
  acs_user_id: uuid,
  card_number: { type: ['string', 'null'] },
  code: { type: ['string', 'null'] },
  connected_account_id: uuid,
  created_at: dateTime,
  display_name: text,
  ends_at: text,
  errors: list({ ...note, error_code: text }),
  external_type: open('pti_card', 'visionline_card'),
  external_type_display_name: text,
  is_issued: { type: 'boolean' },
  is_latest_desired_state_synced_with_provider: { type: ['boolean', 'null'] },
  is_managed: { type: 'boolean', const: true },
  is_multi_phone_sync_credential: { type: 'boolean' },
  issued_at: { ...dateTime, type: ['string', 'null'] },
  latest_desired_state_synced_with_provider_at: dateTime,
  starts_at: text,
  visionline_metadata: object({
    card_function_type: open('guest', 'staff'),
    card_id: text,
    common_acs_entrance_ids: { type: 'array', items: uuid },
    credential_id: text,
    guest_acs_entrance_ids: { type: 'array', items: uuid },
    is_valid: { type: 'boolean' },
  }),
  warnings: list({ ...note, warning_code: text }),
  workspace_id: uuid,
})

const error = object({
  data: {},
  message: text,
  request_id: uuid,
  type: open('invalid_input', 'unauthorized', 'acs_user_not_found'),
  validation_errors: to('validation_errors'),
})

const headers = { 'seam-request-id': { schema: uuid }, 'Retry-After': { schema: text } }
const refused = { description: 'Refused.', headers, content: json('error_response') }

/** A contract that stays as it is while the API's grows. */
export const contract: OpenApiDocument = {
  openapi: '3.1.1',
  info: { title: 'Small contract', version: '1.0.0' },
  servers: [{ url: 'https://connect.getseam.com' }],
  paths: {
    '/acs/credentials/create': {
      post: {
        operationId: 'acs_credentials_create',
        requestBody: { required: true, content: json('create_acs_credential_request') },
        responses: {
          200: { description: 'Created.', headers, content: json('create_acs_credential_response') },
          ...Object.fromEntries(['400', '401', '404', '429', '503'].map((status) => [status, refused])),
        },
      },
    },
  },
  components: {
    schemas: {
      acs_credential: credential,
      create_acs_credential_request: object({
        access_method: { type: 'string', enum: ['code', 'card', 'mobile_key'] },
        acs_user_id: uuid,
        code: text,
        ends_at: dateTime,
        starts_at: dateTime,
        visionline_metadata: object({ card_function_type: { type: 'string', enum: ['guest', 'staff'] } }),
      }),
      create_acs_credential_response: object({ acs_credential: to('acs_credential'), ok: { const: true } }),
      error_response: object({ error, ok: { const: false } }),
      validation_errors: {
        type: 'object',
        properties: { _errors: { type: 'array', items: text } },
        patternProperties: { '^(?!_errors$)': to('validation_errors') },
      },
    },
  },
}
