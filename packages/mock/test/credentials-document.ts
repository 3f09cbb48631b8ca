import { createDocument, dateTime, object, text, to, uuid } from './documents.ts'

const boolean = { type: 'boolean' }
const ok = { const: true }
const nullable = { type: ['string', 'null'] }
const byId = object({ acs_credential_id: uuid })
const filters = {
  'acs_system_id?': uuid,
  'acs_user_id?': uuid,
  'user_identity_id?': uuid,
  'created_before?': dateTime,
  'is_multi_phone_sync_credential?': boolean,
  'search?': text,
  'limit?': { type: 'integer', minimum: 1 },
  'page_cursor?': nullable,
}

/** The five operations on credentials, with fewer properties than the API's. */
export const credentialsDocument = createDocument(
  {
    '/acs/credentials/create': {
      request: object({
        access_method: { type: 'string', enum: ['card', 'code'] },
        acs_user_id: uuid,
        'acs_system_id?': uuid,
        'code?': { type: 'string', pattern: String.raw`^\d+$` },
        'ends_at?': dateTime,
        'is_multi_phone_sync_credential?': { type: 'boolean', default: false },
        'starts_at?': dateTime,
        'user_identity_id?': uuid,
      }),
      response: object({ acs_credential: to('acs_credential'), ok }),
    },
    '/acs/credentials/get': { request: byId, response: object({ acs_credential: to('acs_credential'), ok }) },
    '/acs/credentials/list': {
      request: object(filters),
      response: object({
        acs_credentials: { type: 'array', items: to('acs_credential') },
        ok,
        pagination: object({ has_next_page: boolean, next_page_cursor: nullable, next_page_url: nullable }),
      }),
    },
    '/acs/credentials/update': {
      request: object({
        acs_credential_id: uuid,
        'code?': { type: 'string', pattern: String.raw`^\d+$` },
        'ends_at?': dateTime,
      }),
      response: object({ acs_credential: to('acs_credential'), ok }),
    },
    '/acs/credentials/delete': { request: byId, response: object({ ok }) },
  },
  {
    acs_credential: object({
      access_method: text,
      acs_credential_id: uuid,
      acs_system_id: uuid,
      'acs_user_id?': uuid,
      'card_number?': nullable,
      'code?': nullable,
      created_at: dateTime,
      display_name: { type: 'string', minLength: 1 },
      'ends_at?': text,
      'is_multi_phone_sync_credential?': boolean,
      'starts_at?': text,
      'user_identity_id?': uuid,
      workspace_id: uuid,
    }),
  },
)
