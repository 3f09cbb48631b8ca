import recording from '@seam-acs/contract-tests/recordings/acs_credentials_create/200-code-sample.json' with { type: 'json' }
import type { CreateAcsCredentialRequest } from '@seam-acs/client'

/** The exchange of every contender, which is the documentation's code sample. */
export const body = recording.request.body as CreateAcsCredentialRequest
export const credential = recording.response.body.acs_credential
export const responseText = JSON.stringify(recording.response.body)
export const responseHeaders = {
  'content-type': 'application/json',
  'content-length': String(Buffer.byteLength(responseText)),
}
