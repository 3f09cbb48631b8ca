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
  const externalType = chooseExternalType(body, store.findWith('acs_system_id', acsSystemId)?.external_type, context)
  const isCard = accessMethod === 'card'
  const chosen = accessMethod === 'code' ? chooseCode(body.code, externalType, context) : undefined
  return {
    ...body,
    ...withEntrances(body, context),
    acs_credential_id: seeded.uuid('acs_credential', count),
    acs_system_id: acsSystemId,
    acs_user_id: body.acs_user_id ?? seeded.uuid('acs_user', userIdentityId, acsSystemId),
    card_number: isCard ? null : undefined,
    code: chosen?.code,
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
      : (chosen?.warnings ?? []),
    workspace_id: workspaceId,
  }
}

const usualTypes: Record<string, string> = {
  card: 'salto_ks_tag',
  cloud_key: 'avigilon_alta_credential',
  code: 'brivo_credential',
  mobile_key: 'salto_ks_credential',
}

/** Manufacturers whose systems choose every PIN code themselves, according to Seam's guides. */
const choosesCodes = /^(latch|salto_ks)_/

/** The requested code, or one that the system chooses: with a warning if it refuses the requested one. */
function chooseCode(requested: string | undefined, externalType: string | undefined, context: CreationContext) {
  const { seeded, count, createdAt } = context
  if (requested !== undefined && !choosesCodes.test(externalType ?? '')) return { code: requested, warnings: [] }
  const first = seeded.digits(4, 'code', count)
  const code = first === requested ? seeded.digits(4, 'code', count, 'other') : first
  if (requested === undefined) return { code, warnings: [] }
  const warning = {
    created_at: createdAt,
    message: 'The system chooses every code itself, so it assigned another one.',
    new_code: code,
    original_code: requested,
    warning_code: 'requested_code_unavailable',
  }
  return { code, warnings: [warning] }
}

/**
 * `visionline_card` for `visionline_metadata`. Without metadata, a type of the manufacturer whose credential the system
 * already has, or the usual type for the access method.
 */
function chooseExternalType(
  body: Json,
  earlier: string | undefined,
  { schemas, schema }: CreationContext,
): string | undefined {
  const { external_type: property = {} } = schemas.properties(schema)
  const types: string[] = schemas.parts(property).flatMap((part) => part.enum ?? [])
  const usual = types.find((type) => type === usualTypes[body.access_method])
  const ofMetadata = Object.keys(body)
    .find((name) => name.endsWith('_metadata'))
    ?.replace('metadata', '')
  const manufacturer = ofMetadata ?? earlier?.replace(/[a-z]+$/, '')
  if (manufacturer === undefined || usual?.startsWith(manufacturer)) return usual
  return types.find((type) => type.startsWith(manufacturer)) ?? (ofMetadata === undefined ? usual : undefined)
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
