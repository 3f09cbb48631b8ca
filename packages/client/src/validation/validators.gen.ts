// Generated from the spec by the `generate` verb.

import { any, anyOf, array, object, oneOf, test, type, where, type Check, type Checks, type Test } from './checks.ts'

const uuid: Check = /* @__PURE__ */ (() => type('a string', test(/^[\da-f]{8}(-[\da-f]{4}){4}[\da-f]{8}$/i, 'be a uuid')))()
const uuidArray: Check = /* @__PURE__ */ (() => array(uuid))()
const boolean: Check = /* @__PURE__ */ (() => type('a boolean'))()
const dateTimeFormat: Test = /* @__PURE__ */ (() => ({ test: (value: string) => /^\d{4}-(0[1-9]|1[0-2])-(?!00)\d\dT([01]\d|2[0-3])(:[0-5]\d){2}(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i.test(value) && (value.slice(8, 10) < '29' || new Date(value.slice(0, 10)).getUTCDate() > 28) }))()
const dateTime: Check = /* @__PURE__ */ (() => type('a string', test(dateTimeFormat, 'be a date-time')))()
const string: Check = /* @__PURE__ */ (() => type('a string'))()
const isManagedSchema: Check = /* @__PURE__ */ (() => oneOf(true))()
const stringArray: Check = /* @__PURE__ */ (() => array(string))()
const stringOrNull: Check = /* @__PURE__ */ (() => type('a string or null'))()
const dateTimeOrNull: Check = /* @__PURE__ */ (() => type('a string or null', test(dateTimeFormat, 'be a date-time')))()

/** Of `POST /acs/credentials/create`, for `createValidator`. */
export const acsCredentialsCreateChecks: Checks = /* @__PURE__ */ (() => ['/acs/credentials/create', object({
  access_method: oneOf('code', 'card', 'mobile_key', 'cloud_key'),
  allowed_acs_entrance_ids: uuidArray,
  assa_abloy_vostio_metadata: object({
    auto_join: boolean,
    join_all_guest_acs_entrances: boolean,
    override_all_guest_acs_entrances: boolean,
    override_guest_acs_entrance_ids: uuidArray,
  }, 0, true),
  code: type('a string', test(/^\d+$/u, 'match ^\\d+$')),
  credential_manager_acs_system_id: uuid,
  ends_at: dateTime,
  hotek_metadata: object({
    auto_join: boolean,
    override: boolean,
  }, 0, true),
  is_multi_phone_sync_credential: boolean,
  salto_space_metadata: object({
    assign_new_key: boolean,
    update_current_key: boolean,
  }, 0, true),
  starts_at: dateTime,
  visionline_metadata: object({
    assa_abloy_credential_service_mobile_endpoint_id: uuid,
    auto_join: boolean,
    card_format: oneOf('TLCode', 'rfid48'),
    card_function_type: oneOf('guest', 'staff'),
    is_override_key: boolean,
    joiner_acs_credential_ids: uuidArray,
    override: boolean,
  }, 0, true),
  acs_user_id: any,
  acs_system_id: any,
  user_identity_id: any,
}, 1, true, anyOf([object({
  acs_user_id: uuid,
}, 1), object({
  acs_system_id: uuid,
  user_identity_id: uuid,
}, 2)], 'needs acs_user_id, or acs_system_id and user_identity_id')), object({
  acs_credential: object({
    access_method: string,
    acs_credential_id: uuid,
    acs_system_id: uuid,
    connected_account_id: uuid,
    created_at: dateTime,
    display_name: type('a string', test(/.{1}/su, 'have a length of at least 1')),
    errors: array(object({
      created_at: dateTime,
      error_code: string,
      message: string,
    }, 3)),
    is_managed: isManagedSchema,
    warnings: array(object({
      created_at: dateTime,
      message: string,
      warning_code: string,
    }, 3, false, where('warning_code', 'requested_code_unavailable', object({
      new_code: string,
      original_code: string,
    }, 2)))),
    workspace_id: uuid,
    acs_credential_pool_id: uuid,
    acs_user_id: uuid,
    akiles_metadata: object({
      member_pin_id: string,
    }),
    assa_abloy_vostio_metadata: object({
      auto_join: boolean,
      door_names: stringArray,
      endpoint_id: string,
      key_id: string,
      key_issuing_request_id: string,
      override_guest_acs_entrance_ids: stringArray,
    }),
    card_number: stringOrNull,
    code: stringOrNull,
    ends_at: string,
    external_type: string,
    external_type_display_name: string,
    is_issued: boolean,
    is_latest_desired_state_synced_with_provider: type('a boolean or null'),
    is_multi_phone_sync_credential: boolean,
    is_one_time_use: boolean,
    issued_at: dateTimeOrNull,
    latest_desired_state_synced_with_provider_at: dateTimeOrNull,
    parent_acs_credential_id: uuid,
    starts_at: string,
    user_identity_id: uuid,
    visionline_metadata: object({
      auto_join: boolean,
      card_function_type: string,
      card_id: string,
      common_acs_entrance_ids: uuidArray,
      credential_id: string,
      guest_acs_entrance_ids: uuidArray,
      is_valid: boolean,
      joiner_acs_credential_ids: uuidArray,
    }),
  }, 10),
  ok: isManagedSchema,
}, 2)])()

export const allChecks: readonly Checks[] = [
  acsCredentialsCreateChecks,
]
