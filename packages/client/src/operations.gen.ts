// Generated from the spec by `pnpm generate`.

import type { AcsCredential, CreateAcsCredentialRequest } from '@seam-acs/types'
import type { Call } from './call.ts'

export interface Operations {
  readonly acs: {
    readonly credentials: {
      /**
       * Creates one means of entry for one person: a PIN code, a card, a mobile key or a cloud key.
       * Name the person by `acs_user_id`, or by `user_identity_id` together with `acs_system_id`.
       * The answer comes before the manufacturer's system has the credential: `is_latest_desired_state_synced_with_provider` tells when it has, and a card still has to be encoded (`is_issued`).
       * There is no idempotency key, so a repeated call can create a second credential.
       * Client session tokens and publishable keys are refused.
       * Use Access Grants to give a person access to a space; this call is for managing single credentials.
       *
       * `POST /acs/credentials/create`
       *
       * @throws {SeamApiError} when the answer is not a 2xx.
       */
      create(body: CreateAcsCredentialRequest): Promise<AcsCredential>
    }
  }
}

export const createOperations = (call: Call): Operations => ({
  acs: {
    credentials: {
      create: (body) => call('/acs/credentials/create', body, 'acs_credential'),
    },
  },
})
