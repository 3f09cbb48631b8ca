import { isOwnApi } from '../document/document.ts'
import type { DescribedOperation } from '../operations/operation.ts'

/** The heading of what has to happen after a response before its result works. */
export const afterwards = 'How long until it works?'

/** By operation, in Markdown. The facts are about other operations too, so no description of ours has a place for them. */
const guides: Record<string, string> = {
  acs_credentials_create: `The manufacturer's system must accept the credential first, and a card must be encoded.

1. **Poll** \`POST /acs/credentials/get\` with the \`acs_credential_id\` until \`is_latest_desired_state_synced_with_provider\` is \`true\` or \`errors\` has an entry. Seam documents no interval: start with 2 seconds and double it up to one minute. If the property is absent, the system does not report it.
2. **Read** \`code\` or \`card_number\`; until then, either can be \`null\`. If the PIN is not the requested one, the warning \`requested_code_unavailable\` contains both codes.
3. **Encode** a card: place it on an encoder and call \`POST /acs/encoders/encode_credential\` with the \`acs_credential_id\` and an \`acs_encoder_id\`. Then \`is_issued\` becomes \`true\`, which the event \`acs_credential.issued\` reports.`,
}

export const findGuide = ({ id }: DescribedOperation) => (isOwnApi ? guides[id] : undefined)
