import type { CreateAcsCredentialRequest } from '@seam-acs/types'
import { expectTypeOf, test } from 'vitest'

declare function create(body: CreateAcsCredentialRequest): void

const access_method = 'code'
const acs_system_id = '7113de29-6130-4153-a6ea-1b7ca0fe3198'
const acs_user_id = '53f39f90-5113-4bdd-8432-acf328ce508c'
const user_identity_id = '4b6ec19d-ba68-46ca-80fd-55247684c2bb'

test('the request has an object type, neither any nor unknown', () => {
  expectTypeOf<CreateAcsCredentialRequest>().toBeObject()
  expectTypeOf<CreateAcsCredentialRequest['access_method']>().toExtend<string>()
  expectTypeOf<string>().not.toExtend<CreateAcsCredentialRequest['access_method']>()
})

test("the documentation's call compiles", () => {
  create({
    credential_manager_acs_system_id: 'bccb0d23-5107-498b-87a6-6a8aa929eeb2',
    user_identity_id: '4b6ec19d-ba68-46ca-80fd-55247684c2bb',
    acs_system_id: '7113de29-6130-4153-a6ea-1b7ca0fe3198',
    access_method: 'code',
    code: '1234',
    allowed_acs_entrance_ids: ['21805570-4706-4c21-99fc-3ed873a5e014'],
    starts_at: '2025-06-19T21:08:08.000Z',
    ends_at: '2025-06-23T12:35:01.000Z',
  })
})

test('an ACS user can be the owner', () => create({ access_method, acs_user_id }))

test('a user identity with its system can be the owner', () =>
  create({ access_method, user_identity_id, acs_system_id }))

test('an ACS user with its system can be the owner', () => create({ access_method, acs_user_id, acs_system_id }))

test('all three IDs together can be the owner', () =>
  create({ access_method, acs_user_id, user_identity_id, acs_system_id }))

test('every metadata object compiles', () => {
  create({
    access_method,
    acs_user_id,
    assa_abloy_vostio_metadata: {
      auto_join: true,
      join_all_guest_acs_entrances: true,
      override_all_guest_acs_entrances: true,
      override_guest_acs_entrance_ids: [],
    },
    hotek_metadata: { auto_join: true, override: true },
    salto_space_metadata: { assign_new_key: true },
    visionline_metadata: {
      card_format: 'TLCode',
      card_function_type: 'staff',
      joiner_acs_credential_ids: [],
      override: true,
    },
  })
})

test('a request without an access method is an error', () => {
  // @ts-expect-error `access_method` is missing
  create({ acs_user_id })
})

test('a request without an owner is an error', () => {
  // @ts-expect-error an owner is missing
  create({ access_method })
})

test('a user identity without its system is an error', () => {
  // @ts-expect-error `acs_system_id` is missing
  create({ access_method, user_identity_id })
})

test('a system without a person is an error', () => {
  // @ts-expect-error `user_identity_id` is missing
  create({ access_method, acs_system_id })
})

test('an unknown enum value is an error', () => {
  // @ts-expect-error `key` is not an access method
  create({ access_method: 'key', acs_user_id })
  // @ts-expect-error `owner` is not a card function type
  create({ access_method, acs_user_id, visionline_metadata: { card_function_type: 'owner' } })
})

test('an unknown key is an error at every level', () => {
  // @ts-expect-error `pin` is unknown
  create({ access_method, acs_user_id, pin: '1234' })
  // @ts-expect-error `assign_new_card` is a misspelling of `assign_new_key`
  create({ access_method, acs_user_id, salto_space_metadata: { assign_new_card: true } })
})

test('a value of a wrong type is an error', () => {
  // @ts-expect-error `code` is a string
  create({ access_method, acs_user_id, code: 1234 })
  // @ts-expect-error null is not the same as absent
  create({ access_method, acs_user_id, starts_at: null })
})

test('a body that is not an object is an error', () => {
  // @ts-expect-error a number
  create(42)
  // @ts-expect-error a string
  create('code')
})
