import type {
  AcsCredential,
  AcsCredentialWarning,
  ErrorResponse,
  ExternalType,
  RequestedVisionlineMetadata,
  ValidationErrors,
  VisionlineMetadata,
} from '@seam-acs/types'
import { expectTypeOf, test } from 'vitest'

test('an unknown value of an open enum is a string', () => {
  expectTypeOf<'a_new_type'>().toExtend<ExternalType>()
  expectTypeOf<'a_new_method'>().toExtend<AcsCredential['access_method']>()
  expectTypeOf<'a_new_error'>().toExtend<ErrorResponse['error']['type']>()
})

test('the known values of an open enum stay available for completion', () => {
  expectTypeOf<Extract<ExternalType, 'salto_ks_credential'>>().toEqualTypeOf<'salto_ks_credential'>()
  expectTypeOf<string>().not.toEqualTypeOf<ExternalType>()
})

test('nullable and optional properties have nullable and optional types', () => {
  expectTypeOf<AcsCredential['card_number']>().toEqualTypeOf<string | null | undefined>()
  expectTypeOf<AcsCredential['code']>().toEqualTypeOf<string | null | undefined>()
  expectTypeOf<AcsCredential['is_latest_desired_state_synced_with_provider']>().toEqualTypeOf<
    boolean | null | undefined
  >()
  expectTypeOf<AcsCredential['issued_at']>().toEqualTypeOf<string | null | undefined>()
  expectTypeOf<AcsCredential['latest_desired_state_synced_with_provider_at']>().toEqualTypeOf<
    string | null | undefined
  >()
  expectTypeOf<AcsCredential['starts_at']>().toEqualTypeOf<string | undefined>()
})

test('required properties are not optional', () => {
  type Required =
    | 'access_method'
    | 'acs_credential_id'
    | 'acs_system_id'
    | 'connected_account_id'
    | 'created_at'
    | 'display_name'
    | 'errors'
    | 'is_managed'
    | 'warnings'
    | 'workspace_id'
  type Present<T> = { [Name in keyof T]-?: undefined extends T[Name] ? never : Name }[keyof T]
  expectTypeOf<Present<AcsCredential>>().toEqualTypeOf<Required>()
})

test('a warning with any code has a message, and one about a reassigned PIN code has both codes', () => {
  expectTypeOf<AcsCredentialWarning['message']>().toEqualTypeOf<string>()
  const read = (warning: AcsCredentialWarning) => ('new_code' in warning ? warning.new_code : undefined)
  expectTypeOf(read).returns.toEqualTypeOf<string | undefined>()
  expectTypeOf<{ created_at: string; message: string; warning_code: 'a_new_code' }>().toExtend<AcsCredentialWarning>()
})

test('nested validation errors compile', () => {
  const errors: ValidationErrors = {
    _errors: [],
    visionline_metadata: { _errors: [], auto_join: { _errors: ['Required'] } },
  }
  expectTypeOf(errors).toExtend<ValidationErrors>()
})

test('metadata with the same name differs between request and response', () => {
  expectTypeOf<RequestedVisionlineMetadata>().toHaveProperty('card_format')
  expectTypeOf<VisionlineMetadata>().not.toHaveProperty('card_format')
})
