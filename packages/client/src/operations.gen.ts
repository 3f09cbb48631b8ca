// Generated from the spec by the `generate` verb.

import type { AcsCredential, ApiError, CreateAcsCredentialRequest } from '@seam-acs/types'
import type { SeamClient } from './client.ts'
import type { CallOptions } from './options/options.ts'
import type { Failure, Success, Unexpected, WithResponse } from './promise.ts'
import { readOne } from './result.ts'

/** What `acsCredentialsCreate(…).asResult()` resolves to, discriminated by `status`. */
export type AcsCredentialsCreateResult = Success<200, AcsCredential> | Failure<400, ApiError> | Failure<401, ApiError> | Failure<404, ApiError> | Failure<405, ApiError> | Failure<429, ApiError> | Failure<500, ApiError> | Failure<503, ApiError> | Unexpected

/** A call of `acsCredentialsCreate`. Awaited, it is the result itself, or throws. */
export interface AcsCredentialsCreatePromise extends Promise<AcsCredential> {
  /** The result with the response's `Response` and request ID; throws as the call does. */
  withResponse(): Promise<WithResponse<AcsCredential>>
  /** The response, whatever its status: discriminated by `status`; throws only when there is no response. */
  asResult(): Promise<AcsCredentialsCreateResult>
}

/**
 * Creates a PIN code, a card, a mobile key or a cloud key for one person.
 * Identify the person by `acs_user_id`, or by `user_identity_id` together with `acs_system_id`.
 *
 * - The response comes before the manufacturer's system has the credential: poll until `is_latest_desired_state_synced_with_provider` is `true`. A card must then be encoded (`is_issued`).
 * - There is no idempotency key, so a repeated call can create a second credential.
 * - Client session tokens and publishable keys are not accepted.
 * - To give a person access to a space, use Access Grants instead; this call manages single credentials.
 *
 * `POST /acs/credentials/create`
 *
 * @throws {SeamApiError} when the status of the response is not 2xx.
 * @throws {SeamError} of another class when there is no usable response.
 */
export const acsCredentialsCreate = (client: SeamClient, body: CreateAcsCredentialRequest, options?: CallOptions): AcsCredentialsCreatePromise =>
  client.call({ path: '/acs/credentials/create', read: readOne, key: 'acs_credential', statuses: [400, 401, 404, 405, 429, 500, 503] }, body, options)

export interface Operations {
  readonly acs: {
    readonly credentials: {
      /**
       * Creates a PIN code, a card, a mobile key or a cloud key for one person.
       * Identify the person by `acs_user_id`, or by `user_identity_id` together with `acs_system_id`.
       *
       * - The response comes before the manufacturer's system has the credential: poll until `is_latest_desired_state_synced_with_provider` is `true`. A card must then be encoded (`is_issued`).
       * - There is no idempotency key, so a repeated call can create a second credential.
       * - Client session tokens and publishable keys are not accepted.
       * - To give a person access to a space, use Access Grants instead; this call manages single credentials.
       *
       * `POST /acs/credentials/create`
       *
       * @throws {SeamApiError} when the status of the response is not 2xx.
       * @throws {SeamError} of another class when there is no usable response.
       */
      create(body: CreateAcsCredentialRequest, options?: CallOptions): AcsCredentialsCreatePromise
    }
  }
}

export const createOperations = (client: SeamClient): Operations => ({
  acs: {
    credentials: {
      create: (body, options) => acsCredentialsCreate(client, body, options),
    },
  },
})
