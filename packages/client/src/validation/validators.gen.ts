// Generated from the spec by the `generate` verb. schema.ts says what the short names mean.

import type { Schema } from './schema.ts'

const uuid: Schema = { t: 'a string', c: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i, m: 'be a uuid' }
const uuidArray: Schema = { t: 'an array', i: uuid }
const boolean: Schema = { t: 'a boolean' }
const dateTimeFormat: Schema['c'] = { test: (value: string) => /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])(:[0-5]\d){2}(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i.test(value) && (value.slice(8, 10) < '29' || new Date(value.slice(0, 10)).getUTCDate() > 28) }
const dateTime: Schema = { t: 'a string', c: dateTimeFormat, m: 'be a date-time' }
const string: Schema = { t: 'a string' }
const isManagedSchema: Schema = { t: 'a boolean', e: [true] }
const stringArray: Schema = { t: 'an array', i: string }
const stringOrNull: Schema = { t: 'a string or null' }
const dateTimeOrNull: Schema = { t: 'a string or null', c: dateTimeFormat, m: 'be a date-time' }

export const schemas: ReadonlyMap<string, readonly [request: Schema, response: Schema]> = new Map([
  ['/acs/credentials/create', [{
    t: 'an object',
    q: 1,
    p: {
      access_method: { t: 'a string', e: ['code', 'card', 'mobile_key', 'cloud_key'] },
      allowed_acs_entrance_ids: uuidArray,
      assa_abloy_vostio_metadata: {
        t: 'an object',
        p: {
          auto_join: boolean,
          join_all_guest_acs_entrances: boolean,
          override_all_guest_acs_entrances: boolean,
          override_guest_acs_entrance_ids: uuidArray,
        },
      },
      code: { t: 'a string', c: /^\d+$/u, m: 'match ^\\d+$' },
      credential_manager_acs_system_id: uuid,
      ends_at: dateTime,
      hotek_metadata: {
        t: 'an object',
        p: {
          auto_join: boolean,
          override: boolean,
        },
      },
      is_multi_phone_sync_credential: boolean,
      salto_space_metadata: {
        t: 'an object',
        p: {
          assign_new_key: boolean,
          update_current_key: boolean,
        },
      },
      starts_at: dateTime,
      visionline_metadata: {
        t: 'an object',
        p: {
          assa_abloy_credential_service_mobile_endpoint_id: uuid,
          auto_join: boolean,
          card_format: { t: 'a string', e: ['TLCode', 'rfid48'] },
          card_function_type: { t: 'a string', e: ['guest', 'staff'] },
          is_override_key: boolean,
          joiner_acs_credential_ids: uuidArray,
          override: boolean,
        },
      },
    },
    o: [{
      t: 'an object',
      q: 1,
      p: {
        acs_user_id: uuid,
      },
    }, {
      t: 'an object',
      q: 2,
      p: {
        acs_system_id: uuid,
        user_identity_id: uuid,
      },
    }],
    w: 'needs acs_user_id, or acs_system_id and user_identity_id',
  }, {
    t: 'an object',
    q: 2,
    p: {
      acs_credential: {
        t: 'an object',
        q: 10,
        p: {
          access_method: string,
          acs_credential_id: uuid,
          acs_system_id: uuid,
          connected_account_id: uuid,
          created_at: dateTime,
          display_name: { t: 'a string', c: /^.{1,}$/su, m: 'have a length of at least 1' },
          errors: { t: 'an array', i: {
            t: 'an object',
            q: 3,
            p: {
              created_at: dateTime,
              error_code: string,
              message: string,
            },
          } },
          is_managed: isManagedSchema,
          warnings: { t: 'an array', i: {
            t: 'an object',
            q: 3,
            p: {
              created_at: dateTime,
              message: string,
              warning_code: string,
            },
            a: [{
              g: ['warning_code', 'requested_code_unavailable'],
              q: 2,
              p: {
                new_code: string,
                original_code: string,
              },
            }],
          } },
          workspace_id: uuid,
          acs_credential_pool_id: uuid,
          acs_user_id: uuid,
          akiles_metadata: {
            t: 'an object',
            p: {
              member_pin_id: string,
            },
          },
          assa_abloy_vostio_metadata: {
            t: 'an object',
            p: {
              auto_join: boolean,
              door_names: stringArray,
              endpoint_id: string,
              key_id: string,
              key_issuing_request_id: string,
              override_guest_acs_entrance_ids: stringArray,
            },
          },
          card_number: stringOrNull,
          code: stringOrNull,
          ends_at: string,
          external_type: string,
          external_type_display_name: string,
          is_issued: boolean,
          is_latest_desired_state_synced_with_provider: { t: 'a boolean or null' },
          is_multi_phone_sync_credential: boolean,
          is_one_time_use: boolean,
          issued_at: dateTimeOrNull,
          latest_desired_state_synced_with_provider_at: dateTimeOrNull,
          parent_acs_credential_id: uuid,
          starts_at: string,
          user_identity_id: uuid,
          visionline_metadata: {
            t: 'an object',
            p: {
              auto_join: boolean,
              card_function_type: string,
              card_id: string,
              common_acs_entrance_ids: uuidArray,
              credential_id: string,
              guest_acs_entrance_ids: uuidArray,
              is_valid: boolean,
              joiner_acs_credential_ids: uuidArray,
            },
          },
        },
      },
      ok: isManagedSchema,
    },
  }]],
])
