import type { Json, Schema } from '../contract.ts'
import type { Schemas } from '../schema/schemas.ts'
import type { SeededValues } from '../seeded.ts'
import type { Store } from './store.ts'

interface CreationContext {
  schemas: Schemas
  seeded: SeededValues
  /** The schema of a credential. */
  schema: Schema
  store: Store
  /** The number of the request. */
  count: number
  createdAt: string
  workspaceId: string
}

/** The new credential as the API would describe it, with further properties of the request. */
export function describeCredential(request: Json, context: CreationContext): Json {
  const { schemas, schema, seeded, store, count, createdAt, workspaceId } = context
  const properties = schemas.properties(schema)
  const body = Object.fromEntries(
    Object.entries(request).filter(
      ([name, value]) => !properties[name] || typeof value === 'object' || schemas.accepts(properties[name], value),
    ),
  ) as Json
  const { access_method: accessMethod, user_identity_id: userIdentityId } = body
  const acsSystemId =
    body.acs_system_id ??
    store.findWith('acs_user_id', body.acs_user_id)?.acs_system_id ??
    seeded.uuid('acs_system', body.acs_user_id)
  const externalType = chooseExternalType(body, context)
  const isCard = accessMethod === 'card'
  return {
    ...body,
    ...withEntrances(body, context),
    acs_credential_id: seeded.uuid('acs_credential', count),
    acs_system_id: acsSystemId,
    acs_user_id: body.acs_user_id ?? seeded.uuid('acs_user', userIdentityId, acsSystemId),
    card_number: isCard ? null : undefined,
    code: accessMethod === 'code' ? (body.code ?? seeded.digits(4, 'code', count)) : undefined,
    connected_account_id: seeded.uuid('connected_account', acsSystemId),
    created_at: createdAt,
    display_name: externalType ? toDisplayName(externalType) : `New ${accessMethod}`.replace('_', ' '),
    errors: [],
    external_type: externalType,
    external_type_display_name: externalType && toDisplayName(externalType),
    is_issued: isCard ? false : undefined,
    is_latest_desired_state_synced_with_provider: false,
    is_managed: true,
    is_one_time_use: false,
    issued_at: isCard ? null : undefined,
    latest_desired_state_synced_with_provider_at: null,
    warnings: isCard
      ? [
          {
            created_at: createdAt,
            message: 'The credential is waiting for a card to be encoded.',
            warning_code: 'waiting_to_be_issued',
          },
        ]
      : [],
    workspace_id: workspaceId,
  }
}

const usualTypes: Record<string, string> = {
  card: 'salto_ks_tag',
  cloud_key: 'avigilon_alta_credential',
  code: 'salto_ks_credential',
  mobile_key: 'salto_ks_credential',
}

/** `visionline_card` for `visionline_metadata`; without metadata, the usual type for the access method. */
function chooseExternalType(body: Json, { schemas, schema }: CreationContext): string | undefined {
  const { external_type: property = {} } = schemas.properties(schema)
  const types: string[] = schemas.parts(property).flatMap((part) => part.enum ?? [])
  const manufacturer = Object.keys(body)
    .find((name) => name.endsWith('_metadata'))
    ?.replace('metadata', '')
  return types.find((type) => (manufacturer ? type.startsWith(manufacturer) : type === usualTypes[body.access_method]))
}

/** `Salto KS Credential` for `salto_ks_credential`. */
function toDisplayName(type: string): string {
  return type
    .split('_')
    .map((word) =>
      /^(abloy|assa|hid|ks|pti)$/.test(word) ? word.toUpperCase() : word[0]!.toUpperCase() + word.slice(1),
    )
    .join(' ')
}

/** The metadata objects of the request, with the entrances added where a response has them. */
function withEntrances(body: Json, { schemas, schema }: CreationContext): Json {
  const properties = schemas.properties(schema)
  const entries = Object.keys(body)
    .filter((name) => name.endsWith('_metadata') && properties[name] && body.allowed_acs_entrance_ids?.length > 0)
    .map((name) => [name, { guest_acs_entrance_ids: body.allowed_acs_entrance_ids, ...body[name] }])
  return Object.fromEntries(entries)
}
