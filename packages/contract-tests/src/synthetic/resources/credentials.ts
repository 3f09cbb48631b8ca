import type { Json } from '@seam-acs/spec/model'
import { assign } from '../echo.ts'
import { writeTitle } from '../example-value.ts'
import type { Repair, Resource, Rule } from '../rule.ts'
import {
  assignAnotherCode,
  drop,
  issue,
  later,
  listUsedOptions,
  metadataOf,
  moveStart,
  remove,
  set,
  setKind,
  unissue,
  warns,
  removeFirstOption,
  removeLastOption,
} from './credential-repairs.ts'

/** The rules for credentials that no schema expresses. */
export const credentials: Resource = {
  component: 'acs_credential',
  createdWith: 'access_method',
  createRules: (listValues) => createRules(listValues('external_type')),
  listExcused({ access_method: kind, warnings = [] }) {
    const codes = new Set(warnings.map((warning: Json) => warning.warning_code))
    return [
      ...(codes.has('requested_code_unavailable') ? ['code'] : []),
      ...(codes.has('schedule_modified') ? ['starts_at', 'ends_at'] : []),
      // A kind that no request knows yet.
      ...(String(kind).endsWith('_of_tomorrow') ? ['access_method'] : []),
    ]
  },
}

/** The kinds of credential that have a property; the others do not. */
const kinds: Record<string, string[]> = {
  akiles_metadata: ['code'],
  card_number: ['card'],
  code: ['code'],
  is_issued: ['card'],
  issued_at: ['card'],
  visionline_metadata: ['card', 'mobile_key'],
}

/** By the last word of `external_type`. */
const kindsOfExternalTypes: Record<string, string[]> = {
  card: ['card'],
  tag: ['card'],
  key: ['mobile_key', 'card', 'cloud_key'],
}

/** The rules about a credential, given the values of `external_type` that the document lists. */
const createRules = (externalTypes: string[]): Rule[] => [
  // The kind of credential, and what only that kind has.
  (request, credential) => {
    const suitable = kindsOfExternalTypes[credential.external_type?.split('_').at(-1)]
    return keep(!suitable || isKind(credential, suitable), (suitable ?? []).map(setKind))
  },
  ...Object.entries(kinds).map(
    ([name, suitable]): Rule =>
      (_, credential) =>
        keep(!(name in credential) || isKind(credential, suitable), [remove(name), ...suitable.map(setKind)]),
  ),
  (request) => keep(!('code' in request) || isKind(request, ['code']), [remove('code'), setKind('code')]),
  (_, credential) =>
    keep(!credential.is_multi_phone_sync_credential || isKind(credential, ['mobile_key']), [
      set('is_multi_phone_sync_credential', false),
      setKind('mobile_key'),
    ]),

  // One manufacturer, with its name for the kind.
  (request, credential) => {
    const [first, ...others] = listManufacturers(request, credential)
    return keep(
      others.length === 0,
      [first!, ...others].map((name) => remove(`${name}_metadata`)),
    )
  },
  (request, credential) => {
    const [manufacturer] = listManufacturers(request, credential)
    const { external_type: type } = credential
    const own = externalTypes.filter((each) => each.startsWith(manufacturer!))
    const isOwn = type ? type.startsWith(manufacturer) : own.length === 0
    return keep(!manufacturer || isOwn, [
      ...own.map((each) => set('external_type', each)),
      remove('external_type'),
      remove(`${manufacturer}_metadata`),
    ])
  },
  (_, { external_type: type, external_type_display_name: name }) =>
    keep(name === (type && writeTitle(type)), [
      (__, credential) => assign(credential, 'external_type_display_name', type && writeTitle(type)),
      remove('external_type'),
    ]),

  // A credential is not named after another external type.
  (_, { display_name: name, external_type: type }) => {
    const isBorrowed = externalTypes.some((each) => each !== type && writeTitle(each) === name)
    return keep(!type || !isBorrowed, [set('display_name', type && writeTitle(type))])
  },

  // A request uses one option of the manufacturer at most.
  (request) =>
    keep(
      metadataOf(request).every((metadata) => listUsedOptions(metadata).length < 2),
      [removeFirstOption, removeLastOption],
    ),

  // Only an issued credential has a time of issue and a number.
  (_, { is_issued: isIssued, issued_at: at }) =>
    keep((at === undefined || isIssued !== undefined) && (isIssued !== true || at !== null) && (isIssued || !at), [
      (__, credential) => assign(credential, 'is_issued', at !== null),
      (__, credential) => assign(credential, 'issued_at', isIssued ? later(credential, 2) : null),
      remove('issued_at'),
    ]),
  (_, { is_issued: isIssued, card_number: number }) =>
    keep(!number || isIssued !== false, [set('card_number', null), remove('card_number'), issue]),
  (_, { is_issued: isIssued, visionline_metadata: metadata }) =>
    keep(!metadata?.card_id || isIssued !== false, [
      (__, credential) => assign(credential.visionline_metadata, 'card_id', undefined),
      issue,
    ]),
  ({ visionline_metadata: metadata }) =>
    keep(!metadata?.assa_abloy_credential_service_mobile_endpoint_id || !metadata.card_format, [
      (request) => assign(request.visionline_metadata, 'card_format', undefined),
    ]),

  // Only a synced credential has a time of its last sync.
  (_, credential) => {
    const isSynced = credential.is_latest_desired_state_synced_with_provider
    const at = credential.latest_desired_state_synced_with_provider_at
    return keep(isSynced === undefined ? at === undefined : Boolean(isSynced) === Boolean(at), [
      set('latest_desired_state_synced_with_provider_at', isSynced ? later(credential, 1) : isSynced && null),
      set('is_latest_desired_state_synced_with_provider', Boolean(at)),
    ])
  },

  // Warnings match the rest of the credential.
  (_, credential) =>
    keep(!warns(credential, 'waiting_to_be_issued') || credential.is_issued === false, [unissue, drop]),
  (_, credential) => keep(!warns(credential, 'needs_to_be_reissued') || credential.is_issued === true, [issue, drop]),
  (request, credential) => {
    const warning = warns(credential, 'requested_code_unavailable')
    const isTold = warning?.original_code === request.code && warning?.new_code === credential.code
    return keep(!warning || (isKind(credential, ['code']) && isTold && request.code !== credential.code), [
      assignAnotherCode,
    ])
  },
  (request, credential) =>
    keep(!warns(credential, 'schedule_modified') || request.starts_at !== credential.starts_at, [moveStart]),
  (_, credential) => keep((credential.warnings ?? []).length < 3, [drop]),

  // The order of times.
  (_, { created_at: createdAt, starts_at: start, ends_at: end }) =>
    keep(!end || (end > createdAt && !(end <= start)), [(__, credential) => assign(credential, 'ends_at', undefined)]),
]

const keep = (isKept: boolean, repairs: Repair[]) => (isKept ? undefined : repairs)

const isKind = ({ access_method: kind }: Json, suitable: string[]) => suitable.includes(kind)

function listManufacturers(...bodies: Json[]): string[] {
  const names = bodies.flatMap((body) => Object.keys(body)).filter((name) => name.endsWith('_metadata'))
  return [...new Set(names)].map((name) => name.replace(/_metadata$/, ''))
}
