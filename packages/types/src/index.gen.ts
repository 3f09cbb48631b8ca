// Generated from the spec by the `generate` verb.
// `unknown extends unknown` always holds; with it an error about a composed type names the parts.

/**
 * A point in time: a string in ISO 8601 with an offset, a `Date` or a `Temporal.Instant`.
 * `JSON.stringify` turns each of them into the string that the API takes.
 */
export type DateTimeInput = string | Date | InstantLike;

/**
 * What a `Temporal.Instant` has; no declarations of Temporal are needed.
 * A `Temporal.ZonedDateTime` does not fit, for the API refuses the name of the time zone in its JSON: pass its `toInstant()`.
 */
export interface InstantLike {
    /** The milliseconds since 1970-01-01T00:00Z. */
    readonly epochMilliseconds: number;
    /** What a `Temporal.ZonedDateTime` has and an instant has not. */
    readonly timeZoneId?: never;
    /** The instant in ISO 8601, in UTC. */
    toJSON(): string;
}

/**
 * The kind of credential, which is what the person holds up, types or carries to open a door.
 *
 * - `code`: A PIN code that the person types at a keypad.
 * - `card`: A plastic card or tag, which has to be encoded before it opens a door.
 * - `mobile_key`: A key in a phone, which talks to the lock directly over Bluetooth or NFC.
 * - `cloud_key`: A key in the manufacturer's cloud, with which an app opens the door remotely.
 */
export type AccessMethod = "code" | "card" | "mobile_key" | "cloud_key";
/** How a new card relates to the cards that already open a room, for ASSA ABLOY Vostio only. */
export interface RequestedAssaAbloyVostioMetadata {
    /** Whether Seam decides by itself between replacing the guests' present cards (none are valid) and joining them (some are). */
    auto_join?: boolean;
    /** Whether the card joins the present cards at every guest entrance instead of replacing them. */
    join_all_guest_acs_entrances?: boolean;
    /** Whether the card's first use makes the present cards invalid at every guest entrance. */
    override_all_guest_acs_entrances?: boolean;
    /** The ids of the guest entrances at which the card's first use makes the present cards invalid. */
    override_guest_acs_entrance_ids?: string[];
}
/**
 * How a new card relates to the cards that already open a room, for Hotek only.
 * Seam is still developing its Hotek support, so expect this object to change.
 */
export interface RequestedHotekMetadata {
    /** Whether Seam decides by itself between replacing the present cards (none are valid) and joining them (some are). */
    auto_join?: boolean;
    /** Whether the card's first use makes the present cards of the room invalid. */
    override?: boolean;
}
/**
 * How the new key reaches the person, for Salto Space only.
 * Some guides misspell `assign_new_key` as `assign_new_card`, which the server drops without a word.
 */
export interface RequestedSaltoSpaceMetadata {
    /** Whether to assign a first, new card to the person. */
    assign_new_key?: boolean;
    /**
     * Whether to update the card that the person already has.
     * The server ignores it, so leave it out.
     *
     * @deprecated
     */
    update_current_key?: boolean;
}
/**
 * How a new card or mobile key is made and how it relates to those that already open a room, for Visionline only.
 * Some guides misspell `card_format`, `card_function_type` and `joiner_acs_credential_ids` as `cardFormat`, `cardType` and `joiners`, which the server drops without a word.
 */
export interface RequestedVisionlineMetadata {
    /**
     * The id of a phone at ASSA ABLOY's credential service; name the person instead and leave it out.
     *
     * @format uuid
     * @deprecated
     */
    assa_abloy_credential_service_mobile_endpoint_id?: string;
    /** Whether Seam decides by itself between an override card (no other card is valid for the doors) and a joiner card (some are). */
    auto_join?: boolean;
    /**
     * The encoding of the card; ask whoever runs the Visionline system which one its locks read.
     *
     * - `TLCode`: The TLCode encoding of Visionline cards.
     * - `rfid48`: The rfid48 encoding of Visionline cards.
     */
    card_format?: "TLCode" | "rfid48";
    /**
     * The kind of person whose card it is.
     *
     * - `guest`: The card of a guest.
     * - `staff`: The card of an employee.
     *
     * @default "guest"
     */
    card_function_type?: "guest" | "staff";
    /**
     * The former name of `override`; use that one.
     *
     * @deprecated
     */
    is_override_key?: boolean;
    /** The ids of the credentials whose doors the new one opens as well, leaving them valid. */
    joiner_acs_credential_ids?: string[];
    /** Whether the card's first use makes the present cards of the room invalid. */
    override?: boolean;
}
/** Everything about a new credential except whose it is. */
export interface CreateAcsCredentialOptions {
    /**
     * The kind of credential, which is what the person holds up, types or carries to open a door.
     *
     * - `code`: A PIN code that the person types at a keypad.
     * - `card`: A plastic card or tag, which has to be encoded before it opens a door.
     * - `mobile_key`: A key in a phone, which talks to the lock directly over Bluetooth or NFC.
     * - `cloud_key`: A key in the manufacturer's cloud, with which an app opens the door remotely.
     */
    access_method: AccessMethod;
    /**
     * The ids of the entrances that the credential opens, as a set: order and repetition mean nothing.
     * Empty by default, which names no entrance.
     *
     * @default []
     */
    allowed_acs_entrance_ids?: string[];
    /** How a new card relates to the cards that already open a room, for ASSA ABLOY Vostio only. */
    assa_abloy_vostio_metadata?: RequestedAssaAbloyVostioMetadata;
    /**
     * The PIN code that the person will type, for the access method `code`; without it, systems that can choose one do.
     * Digits only; the manufacturer may restrict the length and refuse simple codes.
     * A system that cannot take it assigns another one and says so in the warning `requested_code_unavailable`.
     */
    code?: string;
    /**
     * The id of the credential manager: the ACS system that issues the credential, where that is not the system of the doors.
     *
     * @format uuid
     */
    credential_manager_acs_system_id?: string;
    /**
     * When the credential stops opening doors, as an ISO 8601 date-time with an offset.
     * It has to lie in the future and after `starts_at`.
     * Without it the credential is valid until it is deleted.
     *
     * @format date-time
     */
    ends_at?: DateTimeInput;
    /**
     * How a new card relates to the cards that already open a room, for Hotek only.
     * Seam is still developing its Hotek support, so expect this object to change.
     */
    hotek_metadata?: RequestedHotekMetadata;
    /**
     * Whether a mobile key appears on every phone of the person instead of on one.
     * It has a meaning for the access method `mobile_key` only.
     *
     * @default false
     */
    is_multi_phone_sync_credential?: boolean;
    /**
     * How the new key reaches the person, for Salto Space only.
     * Some guides misspell `assign_new_key` as `assign_new_card`, which the server drops without a word.
     */
    salto_space_metadata?: RequestedSaltoSpaceMetadata;
    /**
     * When the credential starts opening doors, as an ISO 8601 date-time with an offset.
     * Without it the credential is valid at once.
     *
     * @format date-time
     */
    starts_at?: DateTimeInput;
    /**
     * How a new card or mobile key is made and how it relates to those that already open a room, for Visionline only.
     * Some guides misspell `card_format`, `card_function_type` and `joiner_acs_credential_ids` as `cardFormat`, `cardType` and `joiners`, which the server drops without a word.
     */
    visionline_metadata?: RequestedVisionlineMetadata;
}
/** The owner as a user of the access control system. */
export interface AcsUserOwner {
    /**
     * The id of the access system's user who gets the credential.
     *
     * @format uuid
     */
    acs_user_id: string;
}
/**
 * The owner as a person whom Seam knows across systems, and the access control system to create the credential in.
 * Seam links the person to the system's user with the same email address or phone number, and creates that user where there is none.
 */
export interface UserIdentityOwner {
    /**
     * The id of the access control system that gets the credential.
     * Required with `user_identity_id`; allowed with `acs_user_id`, whose system it then has to be.
     *
     * @format uuid
     */
    acs_system_id: string;
    /**
     * The id of the user identity that gets the credential.
     * It needs `acs_system_id` beside it.
     *
     * @format uuid
     */
    user_identity_id: string;
}
/**
 * A new credential and the person it is for.
 * Give `acs_user_id`, or `user_identity_id` together with `acs_system_id`; giving all three is allowed.
 */
export type CreateAcsCredentialRequest = unknown extends unknown ? CreateAcsCredentialOptions & (AcsUserOwner | UserIdentityOwner) : never;
/**
 * What Akiles knows of the credential.
 * Absent for other manufacturers.
 */
export interface AkilesMetadata {
    /**
     * The id of the PIN code at Akiles.
     * Absent until Akiles has it.
     */
    member_pin_id?: string;
}
/**
 * What ASSA ABLOY Vostio knows of the credential.
 * Absent for other manufacturers.
 */
export interface AssaAbloyVostioMetadata {
    /**
     * Whether Seam decided by itself between replacing and joining the present cards.
     * Absent unless that was asked for.
     */
    auto_join?: boolean;
    /**
     * The names of the doors that the credential opens, as they are written in Vostio.
     * Absent until Vostio has told them.
     */
    door_names?: string[];
    /**
     * The id of the endpoint at Vostio that the key is for.
     * Absent until Vostio has told it.
     */
    endpoint_id?: string;
    /**
     * The id of the key at Vostio.
     * Absent until the key is issued.
     */
    key_id?: string;
    /**
     * The id of the request by which Vostio issues the key.
     * Absent until issuing starts.
     */
    key_issuing_request_id?: string;
    /**
     * The ids of the guest entrances at which the card's first use makes the present cards invalid.
     * Absent unless they were asked for.
     */
    override_guest_acs_entrance_ids?: string[];
}
/** One thing that keeps a credential from working. */
export interface AcsCredentialError {
    /**
     * When Seam first saw the problem.
     *
     * @format date-time
     */
    created_at: string;
    /**
     * The kind of problem, for programs.
     * Seam publishes no list of the codes, so expect any.
     */
    error_code: string;
    /** The problem in English, for people. */
    message: string;
}
/**
 * The kind of credential in the manufacturer's terms.
 * The list grows and shrinks with the manufacturers that Seam connects: treat an unknown value as data, and show `external_type_display_name` to people.
 * Absent where the manufacturer has no name of its own for it.
 *
 * - `pti_card`: A card of PTI.
 * - `brivo_credential`: A credential of Brivo.
 * - `hid_credential`: A credential of HID.
 * - `visionline_card`: A card of ASSA ABLOY Visionline.
 * - `salto_ks_credential`: A PIN code or mobile key of Salto KS.
 * - `assa_abloy_vostio_key`: A key of ASSA ABLOY Vostio.
 * - `salto_space_key`: A key of Salto Space.
 * - `latch_access`: An access of Latch.
 * - `dormakaba_ambiance_credential`: A credential of dormakaba Ambiance.
 * - `hotek_card`: A card of Hotek.
 * - `salto_ks_tag`: A tag of Salto KS.
 * - `avigilon_alta_credential`: A credential of Avigilon Alta.
 * - `kisi_credential`: A credential of Kisi.
 * - `akiles_credential`: A credential of Akiles.
 */
export type ExternalType = ("pti_card" | "brivo_credential" | "hid_credential" | "visionline_card" | "salto_ks_credential" | "assa_abloy_vostio_key" | "salto_space_key" | "latch_access" | "dormakaba_ambiance_credential" | "hotek_card" | "salto_ks_tag" | "avigilon_alta_credential" | "kisi_credential" | "akiles_credential") | (string & {});
/**
 * What Visionline knows of the credential.
 * Absent for other manufacturers.
 */
export interface VisionlineMetadata {
    /**
     * Whether Seam decided by itself between an override card and a joiner card.
     * Absent unless that was asked for.
     */
    auto_join?: boolean;
    /**
     * Whose card it is.
     * The listed values are known; expect others.
     *
     * - `guest`: The card of a guest.
     * - `staff`: The card of an employee.
     */
    card_function_type?: ("guest" | "staff") | (string & {});
    /**
     * The id of the card at Visionline.
     * Absent until the card is encoded.
     */
    card_id?: string;
    /**
     * The ids of the shared entrances that the card opens, such as a lobby or a garage.
     * Absent where none are known.
     */
    common_acs_entrance_ids?: string[];
    /**
     * The id of the credential at Visionline.
     * Absent until Visionline has it.
     */
    credential_id?: string;
    /**
     * The ids of the guest rooms that the card opens.
     * Absent where none are known.
     */
    guest_acs_entrance_ids?: string[];
    /**
     * Whether Visionline takes the credential as valid at present.
     * Absent until Visionline has it.
     */
    is_valid?: boolean;
    /**
     * The ids of the credentials that this one joined.
     * Absent unless some were asked for.
     */
    joiner_acs_credential_ids?: string[];
}
/** What every warning has. */
export interface AcsCredentialWarningBase {
    /**
     * When Seam first saw the reason for the warning.
     *
     * @format date-time
     */
    created_at: string;
    /** The warning in English, for people. */
    message: string;
}
/**
 * The credential exists and waits to be encoded onto a card.
 * Encode it with a card encoder, or wait until the front desk has.
 */
export interface WaitingToBeIssuedWarning {
    /** Always `waiting_to_be_issued` in this shape. */
    warning_code: "waiting_to_be_issued";
}
/**
 * Somebody changed the period of one of the credential's children outside Seam.
 * Compare `starts_at` and `ends_at` with what you want, and update the credential where they differ.
 */
export interface ScheduleExternallyModifiedWarning {
    /** Always `schedule_externally_modified` in this shape. */
    warning_code: "schedule_externally_modified";
}
/**
 * The period was changed, so that the credential does not start in the past.
 * Read `starts_at` and `ends_at` for the period that holds.
 */
export interface ScheduleModifiedWarning {
    /** Always `schedule_modified` in this shape. */
    warning_code: "schedule_modified";
}
/**
 * The credential is being deleted and stops working shortly.
 * Create a new one if the person still needs access.
 */
export interface BeingDeletedWarning {
    /** Always `being_deleted` in this shape. */
    warning_code: "being_deleted";
}
/**
 * Bringing the credential to the manufacturer's system met a problem that Seam cannot name, and the credential may not work.
 * Look the credential up in the manufacturer's own software, and ask Seam's support if it does not open the door.
 */
export interface UnknownIssueWithAcsCredentialWarning {
    /** Always `unknown_issue_with_acs_credential` in this shape. */
    warning_code: "unknown_issue_with_acs_credential";
}
/**
 * What the credential may open has changed since it was encoded, and the card may not work.
 * Encode the card again.
 */
export interface NeedsToBeReissuedWarning {
    /** Always `needs_to_be_reissued` in this shape. */
    warning_code: "needs_to_be_reissued";
}
/**
 * The PIN code that was asked for is taken or not allowed, so the system assigned another one.
 * Tell the person `new_code`.
 */
export interface RequestedCodeUnavailableWarning {
    /** The PIN code that opens the door. */
    new_code: string;
    /** The PIN code that was asked for, which does not open the door. */
    original_code: string;
    /** Always `requested_code_unavailable` in this shape. */
    warning_code: "requested_code_unavailable";
}
/**
 * A warning that this document does not know yet.
 * Show its `message`, and go on.
 */
export interface UnlistedWarning {
    /** The kind of warning, for programs; none of the codes that have a shape of their own. */
    warning_code: string;
}
/**
 * One thing to know about a credential.
 * `warning_code` tells which of the shapes it has; more codes may come, so let an unknown one fall through to `message`.
 */
export type AcsCredentialWarning = AcsCredentialWarningBase & (WaitingToBeIssuedWarning | ScheduleExternallyModifiedWarning | ScheduleModifiedWarning | BeingDeletedWarning | UnknownIssueWithAcsCredentialWarning | NeedsToBeReissuedWarning | RequestedCodeUnavailableWarning | UnlistedWarning);
/**
 * One means by which one person opens doors of one access control system: a PIN code, a card, a mobile key or a cloud key.
 * It records what was asked for and how far the manufacturer's system has followed.
 * A property that the manufacturer does not support is absent.
 */
export interface AcsCredential {
    /**
     * The kind of credential.
     * The values of a request are known; expect others.
     *
     * - `code`: A PIN code that the person types at a keypad.
     * - `card`: A plastic card or tag, which has to be encoded before it opens a door.
     * - `mobile_key`: A key in a phone, which talks to the lock directly over Bluetooth or NFC.
     * - `cloud_key`: A key in the manufacturer's cloud, with which an app opens the door remotely.
     */
    access_method: AccessMethod | (string & {});
    /**
     * The id of this credential.
     * Keep it: reading, changing and deleting the credential need it.
     *
     * @format uuid
     */
    acs_credential_id: string;
    /**
     * The id of the pool that the credential was taken from.
     * Absent where the manufacturer has no stock of prepared credentials.
     *
     * @format uuid
     */
    acs_credential_pool_id?: string;
    /**
     * The id of the access control system that holds the credential.
     *
     * @format uuid
     */
    acs_system_id: string;
    /**
     * The id of the access system's user who owns the credential.
     * Absent while the credential belongs to no user.
     *
     * @format uuid
     */
    acs_user_id?: string;
    /**
     * What Akiles knows of the credential.
     * Absent for other manufacturers.
     */
    akiles_metadata?: AkilesMetadata;
    /**
     * What ASSA ABLOY Vostio knows of the credential.
     * Absent for other manufacturers.
     */
    assa_abloy_vostio_metadata?: AssaAbloyVostioMetadata;
    /**
     * The number of the card, as the manufacturer writes it.
     * Absent for other kinds of credential; null until the card is known, and it may appear later.
     */
    card_number?: string | null;
    /**
     * The PIN code that opens the door, which may differ from the one that was asked for.
     * Absent for other kinds of credential; null until the system has chosen one, and it may appear later.
     * Show it to its owner only, and keep it out of logs.
     */
    code?: string | null;
    /**
     * The id of the connected account through which Seam reaches the access control system.
     *
     * @format uuid
     */
    connected_account_id: string;
    /**
     * When Seam created the credential.
     *
     * @format date-time
     */
    created_at: string;
    /** A name to show to people, made from the kind of credential or from its doors. */
    display_name: string;
    /**
     * When the credential stops opening doors, in ISO 8601.
     * Absent while no end is set.
     */
    ends_at?: string;
    /**
     * What keeps the credential from working until somebody acts.
     * Empty when nothing does.
     */
    errors: AcsCredentialError[];
    /**
     * The kind of credential in the manufacturer's terms.
     * The list grows and shrinks with the manufacturers that Seam connects: treat an unknown value as data, and show `external_type_display_name` to people.
     * Absent where the manufacturer has no name of its own for it.
     *
     * - `pti_card`: A card of PTI.
     * - `brivo_credential`: A credential of Brivo.
     * - `hid_credential`: A credential of HID.
     * - `visionline_card`: A card of ASSA ABLOY Visionline.
     * - `salto_ks_credential`: A PIN code or mobile key of Salto KS.
     * - `assa_abloy_vostio_key`: A key of ASSA ABLOY Vostio.
     * - `salto_space_key`: A key of Salto Space.
     * - `latch_access`: An access of Latch.
     * - `dormakaba_ambiance_credential`: A credential of dormakaba Ambiance.
     * - `hotek_card`: A card of Hotek.
     * - `salto_ks_tag`: A tag of Salto KS.
     * - `avigilon_alta_credential`: A credential of Avigilon Alta.
     * - `kisi_credential`: A credential of Kisi.
     * - `akiles_credential`: A credential of Akiles.
     */
    external_type?: ExternalType;
    /**
     * The manufacturer's name for this kind of credential, to show to people.
     * Absent together with `external_type`.
     */
    external_type_display_name?: string;
    /**
     * Whether the credential has been encoded onto a card.
     * Absent for kinds that need no encoding.
     */
    is_issued?: boolean;
    /**
     * Whether the manufacturer's system has the credential as Seam last described it; wait for `true` before you send the person to the door.
     * Null while that is unknown; absent where the manufacturer cannot tell.
     */
    is_latest_desired_state_synced_with_provider?: boolean | null;
    /**
     * Always `true`: Seam manages this credential.
     * Credentials that were made in the manufacturer's own software are objects of another type, with `false` here.
     */
    is_managed: true;
    /**
     * Whether the mobile key appears on every phone of the person.
     * Absent where the question does not arise.
     */
    is_multi_phone_sync_credential?: boolean;
    /**
     * Whether the credential opens a door only once and is invalid afterwards.
     * Absent where the manufacturer cannot tell.
     */
    is_one_time_use?: boolean;
    /**
     * When the credential was encoded onto a card.
     * Null until that happens; absent for kinds that need no encoding.
     *
     * @format date-time
     */
    issued_at?: string | null;
    /**
     * When the manufacturer's system last took over the credential as Seam describes it.
     * Null until that happens; absent where the manufacturer cannot tell.
     *
     * @format date-time
     */
    latest_desired_state_synced_with_provider_at?: string | null;
    /**
     * The id of the credential that this one was derived from.
     * Absent where there is none.
     *
     * @format uuid
     */
    parent_acs_credential_id?: string;
    /**
     * When the credential starts opening doors, in ISO 8601.
     * Absent while no start is set.
     */
    starts_at?: string;
    /**
     * The id of the user identity that owns the credential.
     * Absent while the owner is known to the access control system only.
     *
     * @format uuid
     */
    user_identity_id?: string;
    /**
     * What Visionline knows of the credential.
     * Absent for other manufacturers.
     */
    visionline_metadata?: VisionlineMetadata;
    /**
     * What you should know about the credential although it works or will work.
     * Empty when there is nothing.
     */
    warnings: AcsCredentialWarning[];
    /**
     * The id of the workspace that the credential lives in, which is the workspace of the key that created it.
     *
     * @format uuid
     */
    workspace_id: string;
}
/** The answer to a credential's creation. */
export interface CreateAcsCredentialResponse {
    /**
     * One means by which one person opens doors of one access control system: a PIN code, a card, a mobile key or a cloud key.
     * It records what was asked for and how far the manufacturer's system has followed.
     * A property that the manufacturer does not support is absent.
     */
    acs_credential: AcsCredential;
    /** Always `true` in this answer; a refusal has `false`. */
    ok: true;
}
/**
 * The kind of error, for programs.
 * More types may come: decide by the status where the type is unknown.
 *
 * - `invalid_input`: A property is missing or has a wrong value; `validation_errors` says which.
 * - `invalid_content_type`: The request does not say that its body is JSON; send `content-type` with `application/json`.
 * - `unauthorized`: The request has no key, or one that does not exist; check the `authorization` header.
 * - `access_token_used_for_api_key`: A personal access token came without its workspace; add the header `seam-workspace` or use an API key.
 * - `client_session_token_used_for_api_key`: A client session token was used, which this call refuses; use an API key on a server.
 * - `acs_system_not_found`: The workspace of the key has no access control system with this id.
 * - `acs_user_not_found`: The workspace of the key has no access system user with this id.
 * - `workspace_not_found`: There is no such workspace, or the token has no access to it.
 * - `api_key_not_found`: The key does not exist or was deleted.
 * - `method_not_allowed`: The path exists and takes another HTTP method; use `POST`.
 * - `internal_server_error`: Something failed at Seam; the credential may exist all the same, so look before you repeat the call.
 */
export type ErrorType = ("invalid_input" | "invalid_content_type" | "unauthorized" | "access_token_used_for_api_key" | "client_session_token_used_for_api_key" | "acs_system_not_found" | "acs_user_not_found" | "workspace_not_found" | "api_key_not_found" | "method_not_allowed" | "internal_server_error") | (string & {});
/**
 * What is wrong with the request, arranged like the request.
 * Each level has its own problems in `_errors` and one entry for each property or array index that has problems inside.
 * Absent unless `type` is `invalid_input`.
 */
export interface ValidationErrors {
    /** The problems of this level itself, in English; empty where they all lie further inside. */
    _errors?: string[];
    [key: string]: ValidationErrors | string[] | undefined;
}
/** What went wrong. */
export interface ApiError {
    /**
     * Whatever else the server tells about the error, in a shape that depends on `type`.
     * Usually absent.
     */
    data?: unknown;
    /**
     * The error in English, for developers.
     * It may repeat values of the request, so think before you show or log it.
     */
    message: string;
    /**
     * The id of this exchange, as in the header `seam-request-id`.
     * Often absent: prefer the header.
     *
     * @format uuid
     */
    request_id?: string;
    /**
     * The kind of error, for programs.
     * More types may come: decide by the status where the type is unknown.
     *
     * - `invalid_input`: A property is missing or has a wrong value; `validation_errors` says which.
     * - `invalid_content_type`: The request does not say that its body is JSON; send `content-type` with `application/json`.
     * - `unauthorized`: The request has no key, or one that does not exist; check the `authorization` header.
     * - `access_token_used_for_api_key`: A personal access token came without its workspace; add the header `seam-workspace` or use an API key.
     * - `client_session_token_used_for_api_key`: A client session token was used, which this call refuses; use an API key on a server.
     * - `acs_system_not_found`: The workspace of the key has no access control system with this id.
     * - `acs_user_not_found`: The workspace of the key has no access system user with this id.
     * - `workspace_not_found`: There is no such workspace, or the token has no access to it.
     * - `api_key_not_found`: The key does not exist or was deleted.
     * - `method_not_allowed`: The path exists and takes another HTTP method; use `POST`.
     * - `internal_server_error`: Something failed at Seam; the credential may exist all the same, so look before you repeat the call.
     */
    type: ErrorType;
    /**
     * What is wrong with the request, arranged like the request.
     * Each level has its own problems in `_errors` and one entry for each property or array index that has problems inside.
     * Absent unless `type` is `invalid_input`.
     */
    validation_errors?: ValidationErrors;
}
/**
 * Why a call was refused or failed, in one shape for every status.
 * Malformed JSON, an unknown path and an overloaded server are answered without it: read the status first.
 */
export interface ErrorResponse {
    /** What went wrong. */
    error: ApiError;
    /** Always `false` in this answer; a success has `true`. */
    ok: false;
}
export interface paths {
    "/acs/credentials/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a credential
         *
         * Creates one means of entry for one person: a PIN code, a card, a mobile key or a cloud key.
         * Name the person by `acs_user_id`, or by `user_identity_id` together with `acs_system_id`.
         * The answer comes before the manufacturer's system has the credential: `is_latest_desired_state_synced_with_provider` tells when it has, and a card still has to be encoded (`is_issued`).
         * There is no idempotency key, so a repeated call can create a second credential.
         * Client session tokens and publishable keys are refused.
         * Use Access Grants to give a person access to a space; this call is for managing single credentials.
         */
        post: operations["acs_credentials_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        access_method: AccessMethod;
        requested_assa_abloy_vostio_metadata: RequestedAssaAbloyVostioMetadata;
        requested_hotek_metadata: RequestedHotekMetadata;
        requested_salto_space_metadata: RequestedSaltoSpaceMetadata;
        requested_visionline_metadata: RequestedVisionlineMetadata;
        create_acs_credential_options: CreateAcsCredentialOptions;
        acs_user_owner: AcsUserOwner;
        user_identity_owner: UserIdentityOwner;
        create_acs_credential_request: CreateAcsCredentialRequest;
        akiles_metadata: AkilesMetadata;
        assa_abloy_vostio_metadata: AssaAbloyVostioMetadata;
        acs_credential_error: AcsCredentialError;
        external_type: ExternalType;
        visionline_metadata: VisionlineMetadata;
        acs_credential_warning_base: AcsCredentialWarningBase;
        waiting_to_be_issued_warning: WaitingToBeIssuedWarning;
        schedule_externally_modified_warning: ScheduleExternallyModifiedWarning;
        schedule_modified_warning: ScheduleModifiedWarning;
        being_deleted_warning: BeingDeletedWarning;
        unknown_issue_with_acs_credential_warning: UnknownIssueWithAcsCredentialWarning;
        needs_to_be_reissued_warning: NeedsToBeReissuedWarning;
        requested_code_unavailable_warning: RequestedCodeUnavailableWarning;
        unlisted_warning: UnlistedWarning;
        acs_credential_warning: AcsCredentialWarning;
        acs_credential: AcsCredential;
        create_acs_credential_response: CreateAcsCredentialResponse;
        error_type: ErrorType;
        validation_errors: ValidationErrors;
        api_error: ApiError;
        error_response: ErrorResponse;
    };
    responses: {
        /**
         * The server refused the request and created nothing; change it before you send it again.
         * Malformed JSON gets a plain text and no request id.
         */
        bad_request: {
            headers: {
                "seam-request-id": components["headers"]["seam_request_id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorResponse;
                "text/plain": string;
            };
        };
        /** The request has no key that this call accepts, and nothing was created. */
        unauthorized: {
            headers: {
                "seam-request-id": components["headers"]["seam_request_id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorResponse;
            };
        };
        /**
         * Something that the request names does not exist in the workspace of the key, and nothing was created.
         * An unknown path is answered with 404 as well, with the plain text `404` instead of this body.
         */
        not_found: {
            headers: {
                "seam-request-id": components["headers"]["seam_request_id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorResponse;
            };
        };
        /** The path takes another HTTP method, and nothing was created. */
        method_not_allowed: {
            headers: {
                "seam-request-id": components["headers"]["seam_request_id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorResponse;
            };
        };
        /** Too many calls in a short time; nothing was created, so it is safe to try again after `Retry-After`. */
        too_many_requests: {
            headers: {
                "Retry-After": components["headers"]["retry_after"];
                "seam-request-id": components["headers"]["seam_request_id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorResponse;
            };
        };
        /**
         * Something failed at Seam.
         * The credential may have been created all the same, so look before you send the request again.
         */
        internal_server_error: {
            headers: {
                "seam-request-id": components["headers"]["seam_request_id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorResponse;
            };
        };
        /**
         * Seam cannot answer at present.
         * With `Retry-After` nothing was created and trying again is safe; without it the credential may have been created all the same.
         * The body may be empty.
         */
        service_unavailable: {
            headers: {
                "Retry-After": components["headers"]["retry_after"];
                "seam-request-id": components["headers"]["seam_request_id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorResponse;
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /**
         * The id of this exchange.
         * Quote it when you ask Seam's support about a call.
         * It is absent where the request was refused before it was read, such as on malformed JSON.
         * @example 1b9a3e0d-443f-4063-b619-4ca7e2a97751
         */
        seam_request_id: string;
        /**
         * How long to wait before the next try, as a number of seconds or as an HTTP date.
         * It is not always sent; without it, wait a second and double the wait with each further try.
         * @example 2
         */
        retry_after: string;
    };
    pathItems: never;
}
export interface operations {
    acs_credentials_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The person, the kind of credential and, as far as the manufacturer supports them, its period, doors and special features. */
        requestBody: {
            content: {
                "application/json": CreateAcsCredentialRequest;
            };
        };
        responses: {
            /** The credential was created. */
            200: {
                headers: {
                    "seam-request-id": components["headers"]["seam_request_id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": CreateAcsCredentialResponse;
                };
            };
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            404: components["responses"]["not_found"];
            405: components["responses"]["method_not_allowed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_server_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
}
