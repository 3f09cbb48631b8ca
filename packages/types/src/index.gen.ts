// Generated from the spec by the `generate` verb.
// `unknown extends unknown` is always true. It makes compile errors about a composed type name its parts.

/**
 * A point in time: a string in ISO 8601 with an offset, a `Date` or a `Temporal.Instant`.
 * `JSON.stringify` turns each of them into the string that the API takes.
 */
export type DateTimeInput = string | Date | InstantLike;

/**
 * The part of a `Temporal.Instant` that is needed here, so that no declarations of Temporal are required.
 * A `Temporal.ZonedDateTime` does not compile, because the API rejects the time zone name in its JSON.
 * Pass its `toInstant()` instead.
 */
export interface InstantLike {
    /** The milliseconds since 1970-01-01T00:00Z. */
    readonly epochMilliseconds: number;
    /** A `Temporal.ZonedDateTime` has this property, but an instant does not. */
    readonly timeZoneId?: never;
    /** The instant in ISO 8601, in UTC. */
    toJSON(): string;
}

/**
 * The kind of credential, which is what the person uses to open a door.
 *
 * - `code`: A PIN code that the person types at a keypad.
 * - `card`: A plastic card or tag, which must be encoded before it opens a door.
 * - `mobile_key`: A key on a phone, which opens the lock over Bluetooth or NFC.
 * - `cloud_key`: A key in the manufacturer's cloud, which lets an app open the door remotely.
 */
export type AccessMethod = "code" | "card" | "mobile_key" | "cloud_key";
/**
 * How a new card affects the cards that already open a room.
 * Only for ASSA ABLOY Vostio.
 */
export interface RequestedAssaAbloyVostioMetadata {
    /** Whether Seam chooses between replacing the current cards of the guests (when none are valid) and joining them (when some are). */
    auto_join?: boolean;
    /** Whether the card joins the current cards at every guest entrance instead of replacing them. */
    join_all_guest_acs_entrances?: boolean;
    /** Whether the first use of the card makes the current cards invalid at every guest entrance. */
    override_all_guest_acs_entrances?: boolean;
    /** The IDs of the guest entrances at which the first use of the card makes the current cards invalid. */
    override_guest_acs_entrance_ids?: string[];
}
/**
 * How a new card affects the cards that already open a room.
 * Only for Hotek.
 * Seam's packages mark this object as in development, so expect it to change.
 */
export interface RequestedHotekMetadata {
    /** Whether Seam chooses between replacing the current cards (when none are valid) and joining them (when some are). */
    auto_join?: boolean;
    /** Whether the first use of the card makes the current cards of the room invalid. */
    override?: boolean;
}
/**
 * How the person gets the new key.
 * Only for Salto Space, where a user can have one card and one mobile key.
 * Some guides misspell `assign_new_key` as `assign_new_card`, which the server silently ignores.
 */
export interface RequestedSaltoSpaceMetadata {
    /** Whether to assign a first, new card to the person. */
    assign_new_key?: boolean;
    /**
     * Whether to update the card that the person already has.
     * Seam's packages say that it is not used, so leave it out.
     *
     * @deprecated
     */
    update_current_key?: boolean;
}
/**
 * How a new card or mobile key is created, and how it affects those that already open a room.
 * Only for Visionline.
 * Some guides misspell `card_format`, `card_function_type` and `joiner_acs_credential_ids` as `cardFormat`, `cardType` and `joiners`, which the server silently ignores.
 */
export interface RequestedVisionlineMetadata {
    /**
     * The ID of a phone at ASSA ABLOY's credential service.
     * Leave it out, and identify the owner instead.
     *
     * @format uuid
     * @deprecated
     */
    assa_abloy_credential_service_mobile_endpoint_id?: string;
    /** Whether Seam chooses between an override card (when no other card is valid for the doors) and a joiner card (when some are). */
    auto_join?: boolean;
    /**
     * The encoding of the card.
     * Ask whoever runs the Visionline system which one its locks read.
     *
     * - `TLCode`: The TLCode encoding of Visionline cards.
     * - `rfid48`: The rfid48 encoding of Visionline cards.
     */
    card_format?: "TLCode" | "rfid48";
    /**
     * The kind of person that the card is for.
     *
     * - `guest`: The card of a guest.
     * - `staff`: The card of an employee.
     *
     * @default "guest"
     */
    card_function_type?: "guest" | "staff";
    /**
     * The former name of `override`; use `override`.
     *
     * @deprecated
     */
    is_override_key?: boolean;
    /**
     * The IDs of the credentials whose doors the new one also opens.
     * They stay valid.
     */
    joiner_acs_credential_ids?: string[];
    /** Whether the first use of the card makes the current cards of the room invalid. */
    override?: boolean;
}
/** The properties of a new credential, except its owner. */
export interface CreateAcsCredentialOptions {
    /**
     * The kind of credential, which is what the person uses to open a door.
     *
     * - `code`: A PIN code that the person types at a keypad.
     * - `card`: A plastic card or tag, which must be encoded before it opens a door.
     * - `mobile_key`: A key on a phone, which opens the lock over Bluetooth or NFC.
     * - `cloud_key`: A key in the manufacturer's cloud, which lets an app open the door remotely.
     */
    access_method: AccessMethod;
    /**
     * The IDs of the entrances that the credential opens.
     * By default, the list is empty and names no entrance.
     * Order and duplicates have no meaning.
     * A Latch PIN code opens only one entrance, so create one credential for each entrance.
     *
     * @default []
     */
    allowed_acs_entrance_ids?: string[];
    /**
     * How a new card affects the cards that already open a room.
     * Only for ASSA ABLOY Vostio.
     */
    assa_abloy_vostio_metadata?: RequestedAssaAbloyVostioMetadata;
    /**
     * The PIN code to use, for the access method `code`.
     * If it is absent, the access control system chooses one if it can.
     * Digits only; the manufacturer can restrict the length and reject simple codes.
     * A system that cannot use it assigns another one and adds the warning `requested_code_unavailable`.
     * Leave it out for Salto KS and Latch, which always choose the code themselves.
     */
    code?: string;
    /**
     * The ID of the access control system that issues the credential, which is called the credential manager.
     * Leave it out if the system that controls the doors issues the credential itself.
     *
     * @format uuid
     */
    credential_manager_acs_system_id?: string;
    /**
     * When the credential stops opening doors, as an ISO 8601 date-time with an offset.
     * If it is absent, the credential is valid until it is deleted.
     * It must be in the future and after `starts_at`.
     *
     * @format date-time
     */
    ends_at?: DateTimeInput;
    /**
     * How a new card affects the cards that already open a room.
     * Only for Hotek.
     * Seam's packages mark this object as in development, so expect it to change.
     */
    hotek_metadata?: RequestedHotekMetadata;
    /**
     * Whether a mobile key appears on every phone of the person instead of only one.
     * Only for the access method `mobile_key`.
     *
     * @default false
     */
    is_multi_phone_sync_credential?: boolean;
    /**
     * How the person gets the new key.
     * Only for Salto Space, where a user can have one card and one mobile key.
     * Some guides misspell `assign_new_key` as `assign_new_card`, which the server silently ignores.
     */
    salto_space_metadata?: RequestedSaltoSpaceMetadata;
    /**
     * When the credential starts opening doors, as an ISO 8601 date-time with an offset.
     * If it is absent, the credential is valid immediately.
     *
     * @format date-time
     */
    starts_at?: DateTimeInput;
    /**
     * How a new card or mobile key is created, and how it affects those that already open a room.
     * Only for Visionline.
     * Some guides misspell `card_format`, `card_function_type` and `joiner_acs_credential_ids` as `cardFormat`, `cardType` and `joiners`, which the server silently ignores.
     */
    visionline_metadata?: RequestedVisionlineMetadata;
}
/** The owner, identified as a user of the access control system. */
export interface AcsUserOwner {
    /**
     * The ID of the access system user who gets the credential.
     *
     * @format uuid
     */
    acs_user_id: string;
}
/**
 * The owner, identified as a user identity, and the access control system that gets the credential.
 * A user identity is a person whom Seam knows across systems.
 * Seam links it to the system's user with the same email address or phone number, and creates that user if there is none.
 */
export interface UserIdentityOwner {
    /**
     * The ID of the access control system that gets the credential.
     * Required with `user_identity_id`; allowed with `acs_user_id` if it is the system of that user.
     *
     * @format uuid
     */
    acs_system_id: string;
    /**
     * The ID of the user identity that gets the credential.
     * Requires `acs_system_id`.
     *
     * @format uuid
     */
    user_identity_id: string;
}
/**
 * The credential to create, and its owner.
 * Identify the owner by `acs_user_id`, or by `user_identity_id` together with `acs_system_id`.
 * You can send all three.
 */
export type CreateAcsCredentialRequest = unknown extends unknown ? CreateAcsCredentialOptions & (AcsUserOwner | UserIdentityOwner) : never;
/**
 * What Akiles reports about the credential.
 * Absent for other manufacturers.
 */
export interface AkilesMetadata {
    /**
     * The ID of the PIN code at Akiles.
     * Absent until Akiles has created it.
     */
    member_pin_id?: string;
}
/**
 * What ASSA ABLOY Vostio reports about the credential.
 * Absent for other manufacturers.
 */
export interface AssaAbloyVostioMetadata {
    /**
     * Whether Seam chose between replacing the current cards and joining them.
     * Absent unless it was requested.
     */
    auto_join?: boolean;
    /**
     * The names of the doors that the credential opens, as in Vostio.
     * Absent until Vostio has reported them.
     */
    door_names?: string[];
    /**
     * The ID of the endpoint at Vostio that the key is for.
     * Absent until Vostio has reported it.
     */
    endpoint_id?: string;
    /**
     * The ID of the key at Vostio.
     * Absent until the key is issued.
     */
    key_id?: string;
    /**
     * The ID of the request by which Vostio issues the key.
     * Absent until issuing starts.
     */
    key_issuing_request_id?: string;
    /**
     * The IDs of the guest entrances at which the first use of the card makes the current cards invalid.
     * Absent unless they were requested.
     */
    override_guest_acs_entrance_ids?: string[];
}
/** A problem that prevents a credential from working. */
export interface AcsCredentialError {
    /**
     * When Seam first detected the problem.
     *
     * @format date-time
     */
    created_at: string;
    /**
     * The kind of problem, for programs.
     * Seam does not publish a list of the codes, so expect any string.
     */
    error_code: string;
    /** The problem in English, for users. */
    message: string;
}
/**
 * The kind of credential in the manufacturer's terms.
 * Absent when the manufacturer has no name of its own for this kind.
 * Seam adds and removes values without a new version, so do not fail on an unknown one, and show `external_type_display_name` to people.
 *
 * - `pti_card`: A card of PTI.
 * - `brivo_credential`: A credential of Brivo.
 * - `hid_credential`: A credential of HID.
 * - `visionline_card`: A card of ASSA ABLOY Visionline.
 * - `salto_ks_credential`: A PIN code or mobile key of Salto KS.
 * - `assa_abloy_vostio_key`: A key of ASSA ABLOY Vostio.
 * - `salto_space_key`: A key of Salto Space.
 * - `latch_access`: An access credential of Latch.
 * - `dormakaba_ambiance_credential`: A credential of dormakaba Ambiance.
 * - `hotek_card`: A card of Hotek.
 * - `salto_ks_tag`: A tag of Salto KS.
 * - `avigilon_alta_credential`: A credential of Avigilon Alta.
 * - `kisi_credential`: A credential of Kisi.
 * - `akiles_credential`: A credential of Akiles.
 */
export type ExternalType = ("pti_card" | "brivo_credential" | "hid_credential" | "visionline_card" | "salto_ks_credential" | "assa_abloy_vostio_key" | "salto_space_key" | "latch_access" | "dormakaba_ambiance_credential" | "hotek_card" | "salto_ks_tag" | "avigilon_alta_credential" | "kisi_credential" | "akiles_credential") | (string & {});
/**
 * What Visionline reports about the credential.
 * Absent for other manufacturers.
 */
export interface VisionlineMetadata {
    /**
     * Whether Seam chose between an override card and a joiner card.
     * Absent unless it was requested.
     */
    auto_join?: boolean;
    /**
     * The kind of person that the card is for.
     * Other values can appear.
     *
     * - `guest`: The card of a guest.
     * - `staff`: The card of an employee.
     */
    card_function_type?: ("guest" | "staff") | (string & {});
    /**
     * The ID of the card at Visionline.
     * Absent until the card is encoded.
     */
    card_id?: string;
    /**
     * The IDs of the shared entrances that the card opens, such as a lobby or a garage.
     * Absent when none are known.
     */
    common_acs_entrance_ids?: string[];
    /**
     * The ID of the credential at Visionline.
     * Absent until Visionline has created it.
     */
    credential_id?: string;
    /**
     * The IDs of the guest rooms that the card opens.
     * Absent when none are known.
     */
    guest_acs_entrance_ids?: string[];
    /**
     * Whether the credential is currently valid at Visionline.
     * Absent until Visionline has created it.
     */
    is_valid?: boolean;
    /**
     * The IDs of the credentials that this one joined.
     * Absent unless some were requested.
     */
    joiner_acs_credential_ids?: string[];
}
/** The properties that every warning has. */
export interface AcsCredentialWarningBase {
    /**
     * When Seam first detected the condition.
     *
     * @format date-time
     */
    created_at: string;
    /** The warning in English, for users. */
    message: string;
}
/**
 * The credential exists, but has not been encoded onto a card yet.
 * Encode it with a card encoder, or wait until the front desk has encoded it.
 */
export interface WaitingToBeIssuedWarning {
    /** Always `waiting_to_be_issued` for this warning. */
    warning_code: "waiting_to_be_issued";
}
/**
 * The period of a credential that was derived from this one was changed outside Seam.
 * Compare `starts_at` and `ends_at` with what you want, and update the credential if they differ.
 */
export interface ScheduleExternallyModifiedWarning {
    /** Always `schedule_externally_modified` for this warning. */
    warning_code: "schedule_externally_modified";
}
/**
 * Seam changed the period so that the credential does not start in the past.
 * Read `starts_at` and `ends_at` for the new period.
 */
export interface ScheduleModifiedWarning {
    /** Always `schedule_modified` for this warning. */
    warning_code: "schedule_modified";
}
/**
 * The credential is being deleted and stops working shortly.
 * Create a new one if the person still needs access.
 */
export interface BeingDeletedWarning {
    /** Always `being_deleted` for this warning. */
    warning_code: "being_deleted";
}
/**
 * Seam could not send the credential to the manufacturer's system for an unknown reason, and the credential may not work.
 * Look the credential up in the manufacturer's own software, and ask Seam's support if it does not open the door.
 */
export interface UnknownIssueWithAcsCredentialWarning {
    /** Always `unknown_issue_with_acs_credential` for this warning. */
    warning_code: "unknown_issue_with_acs_credential";
}
/**
 * The access of the credential has changed since it was encoded, so the card may not work.
 * Encode the card again.
 */
export interface NeedsToBeReissuedWarning {
    /** Always `needs_to_be_reissued` for this warning. */
    warning_code: "needs_to_be_reissued";
}
/**
 * The requested PIN code is in use or not allowed, so the system assigned another one.
 * Give the person `new_code`.
 */
export interface RequestedCodeUnavailableWarning {
    /** The PIN code that opens the door. */
    new_code: string;
    /** The PIN code that was requested, which does not open the door. */
    original_code: string;
    /** Always `requested_code_unavailable` for this warning. */
    warning_code: "requested_code_unavailable";
}
/**
 * A warning that this document does not describe.
 * Show its `message`.
 */
export interface UnlistedWarning {
    /** Any code that this document does not list. */
    warning_code: string;
}
/**
 * A condition of a credential that might need attention, such as a changed PIN code.
 * `warning_code` says which condition it is.
 * New codes can appear, so show `message` for one that you do not know.
 */
export type AcsCredentialWarning = AcsCredentialWarningBase & (WaitingToBeIssuedWarning | ScheduleExternallyModifiedWarning | ScheduleModifiedWarning | BeingDeletedWarning | UnknownIssueWithAcsCredentialWarning | NeedsToBeReissuedWarning | RequestedCodeUnavailableWarning | UnlistedWarning);
/**
 * A PIN code, card, mobile key or cloud key that lets one person open doors of one access control system.
 * It records what was requested, and whether the manufacturer's system has it yet.
 * A property that the manufacturer does not support is absent.
 */
export interface AcsCredential {
    /**
     * The kind of credential.
     * A response can have values that a request does not accept.
     *
     * - `code`: A PIN code that the person types at a keypad.
     * - `card`: A plastic card or tag, which must be encoded before it opens a door.
     * - `mobile_key`: A key on a phone, which opens the lock over Bluetooth or NFC.
     * - `cloud_key`: A key in the manufacturer's cloud, which lets an app open the door remotely.
     */
    access_method: AccessMethod | (string & {});
    /**
     * The ID of this credential.
     * Store it: you need it to read, change or delete the credential.
     *
     * @format uuid
     */
    acs_credential_id: string;
    /**
     * The ID of the pool that the credential was taken from.
     * Absent when the manufacturer does not use pools of prepared credentials.
     *
     * @format uuid
     */
    acs_credential_pool_id?: string;
    /**
     * The ID of the access control system that holds the credential.
     *
     * @format uuid
     */
    acs_system_id: string;
    /**
     * The ID of the access system user who owns the credential.
     * Absent when the credential has no owner.
     *
     * @format uuid
     */
    acs_user_id?: string;
    /**
     * What Akiles reports about the credential.
     * Absent for other manufacturers.
     */
    akiles_metadata?: AkilesMetadata;
    /**
     * What ASSA ABLOY Vostio reports about the credential.
     * Absent for other manufacturers.
     */
    assa_abloy_vostio_metadata?: AssaAbloyVostioMetadata;
    /**
     * The number of the card, in the manufacturer's format.
     * Absent if the credential is not a card.
     * Null until the number is known, so poll for it.
     */
    card_number?: string | null;
    /**
     * The PIN code that opens the door.
     * Absent if the credential is not a PIN code.
     * Null until the system has chosen a code, so poll for it.
     * It can differ from the requested code.
     * Show it only to its owner, and keep it out of logs.
     */
    code?: string | null;
    /**
     * The ID of the connected account through which Seam reaches the access control system.
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
    /** A name to show to users, based on the kind of credential or on its doors. */
    display_name: string;
    /**
     * When the credential stops opening doors, in ISO 8601.
     * Absent when the credential has no end.
     */
    ends_at?: string;
    /**
     * The problems that prevent the credential from working.
     * Empty when there are none.
     */
    errors: AcsCredentialError[];
    /**
     * The kind of credential in the manufacturer's terms.
     * Absent when the manufacturer has no name of its own for this kind.
     * Seam adds and removes values without a new version, so do not fail on an unknown one, and show `external_type_display_name` to people.
     *
     * - `pti_card`: A card of PTI.
     * - `brivo_credential`: A credential of Brivo.
     * - `hid_credential`: A credential of HID.
     * - `visionline_card`: A card of ASSA ABLOY Visionline.
     * - `salto_ks_credential`: A PIN code or mobile key of Salto KS.
     * - `assa_abloy_vostio_key`: A key of ASSA ABLOY Vostio.
     * - `salto_space_key`: A key of Salto Space.
     * - `latch_access`: An access credential of Latch.
     * - `dormakaba_ambiance_credential`: A credential of dormakaba Ambiance.
     * - `hotek_card`: A card of Hotek.
     * - `salto_ks_tag`: A tag of Salto KS.
     * - `avigilon_alta_credential`: A credential of Avigilon Alta.
     * - `kisi_credential`: A credential of Kisi.
     * - `akiles_credential`: A credential of Akiles.
     */
    external_type?: ExternalType;
    /**
     * The manufacturer's name for this kind of credential, to show to users.
     * Absent when `external_type` is absent.
     */
    external_type_display_name?: string;
    /**
     * Whether the credential has been encoded onto a card.
     * Absent for kinds of credential that need no encoding.
     */
    is_issued?: boolean;
    /**
     * Whether the manufacturer's system has the latest state of the credential.
     * Absent when the manufacturer's system does not report it.
     * Null while unknown.
     * Wait for `true` before you send the person to the door.
     */
    is_latest_desired_state_synced_with_provider?: boolean | null;
    /**
     * Always `true`, because Seam manages this credential.
     * A credential that was created in the manufacturer's own software is an object of another type, which has `false` here.
     */
    is_managed: true;
    /**
     * Whether the mobile key appears on every phone of the person.
     * Absent or `false` for other kinds of credential.
     */
    is_multi_phone_sync_credential?: boolean;
    /**
     * Whether the credential becomes invalid after one use.
     * Absent when the manufacturer's system does not report it.
     */
    is_one_time_use?: boolean;
    /**
     * When the credential was encoded onto a card.
     * Absent for kinds of credential that need no encoding.
     * Null until it is encoded.
     *
     * @format date-time
     */
    issued_at?: string | null;
    /**
     * When the manufacturer's system last received the latest state of the credential.
     * Absent when the manufacturer's system does not report it.
     * Null until it has received a state.
     *
     * @format date-time
     */
    latest_desired_state_synced_with_provider_at?: string | null;
    /**
     * The ID of the credential that this one was derived from.
     * Absent when the credential was not derived from another one.
     *
     * @format uuid
     */
    parent_acs_credential_id?: string;
    /**
     * When the credential starts opening doors, in ISO 8601.
     * Absent when the credential has no start.
     */
    starts_at?: string;
    /**
     * The ID of the user identity that owns the credential.
     * Absent when only the access control system knows the owner.
     *
     * @format uuid
     */
    user_identity_id?: string;
    /**
     * What Visionline reports about the credential.
     * Absent for other manufacturers.
     */
    visionline_metadata?: VisionlineMetadata;
    /**
     * Conditions that might need your attention, such as a changed PIN code.
     * Empty when there are none.
     */
    warnings: AcsCredentialWarning[];
    /**
     * The ID of the workspace that the credential belongs to, which is the workspace of the key that created it.
     *
     * @format uuid
     */
    workspace_id: string;
}
/** A successful response, with the new credential. */
export interface CreateAcsCredentialResponse {
    /**
     * A PIN code, card, mobile key or cloud key that lets one person open doors of one access control system.
     * It records what was requested, and whether the manufacturer's system has it yet.
     * A property that the manufacturer does not support is absent.
     */
    acs_credential: AcsCredential;
    /** Always `true` in this response; an error response has `false`. */
    ok: true;
}
/**
 * The kind of error, for programs.
 * New types can appear, so handle an unknown one by its status.
 *
 * - `invalid_input`: A property is missing or has a wrong value; `validation_errors` says which.
 * - `invalid_content_type`: The request does not say that its body is JSON; send the header `content-type` with `application/json`.
 * - `unauthorized`: The request has no key, or one that does not exist; check the `authorization` header.
 * - `access_token_used_for_api_key`: A personal access token came without its workspace; add the header `seam-workspace` or use an API key.
 * - `client_session_token_used_for_api_key`: A client session token was sent, which this call does not accept; use an API key on a server.
 * - `acs_system_not_found`: The workspace of the key has no access control system with this ID.
 * - `acs_user_not_found`: The workspace of the key has no access system user with this ID.
 * - `workspace_not_found`: There is no such workspace, or the token has no access to it.
 * - `api_key_not_found`: The key does not exist or was deleted.
 * - `method_not_allowed`: The path exists but does not support this HTTP method; use `POST`.
 * - `internal_server_error`: Seam failed to process the request. The credential can exist anyway, so check before you repeat the call.
 */
export type ErrorType = ("invalid_input" | "invalid_content_type" | "unauthorized" | "access_token_used_for_api_key" | "client_session_token_used_for_api_key" | "acs_system_not_found" | "acs_user_not_found" | "workspace_not_found" | "api_key_not_found" | "method_not_allowed" | "internal_server_error") | (string & {});
/**
 * The problems of the request, arranged like the request.
 * Absent unless `type` is `invalid_input`.
 * Each level has its own problems in `_errors`, and one entry for each property or array index that has problems inside.
 */
export interface ValidationErrors {
    /** The problems of this level, in English; empty if all problems are further inside. */
    _errors?: string[];
    [key: string]: ValidationErrors | string[] | undefined;
}
/** What went wrong. */
export interface ApiError {
    /**
     * More about the error, in a form that depends on `type`.
     * Usually absent.
     */
    data?: unknown;
    /**
     * The error in English, for developers.
     * It can repeat values of the request, so do not show or log it unchecked.
     */
    message: string;
    /**
     * The ID of the request, as in the header `seam-request-id`.
     * Often absent; use the header instead.
     *
     * @format uuid
     */
    request_id?: string;
    /**
     * The kind of error, for programs.
     * New types can appear, so handle an unknown one by its status.
     *
     * - `invalid_input`: A property is missing or has a wrong value; `validation_errors` says which.
     * - `invalid_content_type`: The request does not say that its body is JSON; send the header `content-type` with `application/json`.
     * - `unauthorized`: The request has no key, or one that does not exist; check the `authorization` header.
     * - `access_token_used_for_api_key`: A personal access token came without its workspace; add the header `seam-workspace` or use an API key.
     * - `client_session_token_used_for_api_key`: A client session token was sent, which this call does not accept; use an API key on a server.
     * - `acs_system_not_found`: The workspace of the key has no access control system with this ID.
     * - `acs_user_not_found`: The workspace of the key has no access system user with this ID.
     * - `workspace_not_found`: There is no such workspace, or the token has no access to it.
     * - `api_key_not_found`: The key does not exist or was deleted.
     * - `method_not_allowed`: The path exists but does not support this HTTP method; use `POST`.
     * - `internal_server_error`: Seam failed to process the request. The credential can exist anyway, so check before you repeat the call.
     */
    type: ErrorType;
    /**
     * The problems of the request, arranged like the request.
     * Absent unless `type` is `invalid_input`.
     * Each level has its own problems in `_errors`, and one entry for each property or array index that has problems inside.
     */
    validation_errors?: ValidationErrors;
}
/**
 * An error response, in the same form for every status.
 * Invalid JSON, an unknown path and an overloaded server have responses of another form, so check the status first.
 */
export interface ErrorResponse {
    /** What went wrong. */
    error: ApiError;
    /** Always `false` in this response; a successful one has `true`. */
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
         * Creates a PIN code, a card, a mobile key or a cloud key for one person.
         * Identify the person by `acs_user_id`, or by `user_identity_id` together with `acs_system_id`.
         *
         * - The response comes before the manufacturer's system has the credential: poll until `is_latest_desired_state_synced_with_provider` is `true`. A card must then be encoded (`is_issued`).
         * - There is no idempotency key, so a repeated call can create a second credential.
         * - Client session tokens and publishable keys are not accepted.
         * - To give a person access to a space, use Access Grants instead; this call manages single credentials.
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
         * The request is invalid and nothing was created; fix it before you send it again.
         * The response to invalid JSON is plain text without a request ID.
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
        /** The request has no API key or token that this call accepts. Nothing was created. */
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
         * Something that the request refers to does not exist in the key's workspace. Nothing was created.
         * The response to an unknown path is also a 404, with the plain text `404` as its body.
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
        /** The path does not support this HTTP method. Nothing was created. */
        method_not_allowed: {
            headers: {
                "seam-request-id": components["headers"]["seam_request_id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorResponse;
            };
        };
        /** Too many calls in a short time. Nothing was created, so it is safe to retry after the time in `Retry-After`. */
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
         * Seam failed to process the request.
         * The credential may have been created anyway, so check before you send the request again.
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
         * Seam is temporarily unavailable.
         * With the header `Retry-After`, nothing was created and a retry is safe. Without it, the credential may have been created, so check before you retry.
         * The body can be empty.
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
         * The ID of the request. Include it when you contact Seam's support.
         * Absent when the request could not be read, for example because it was invalid JSON.
         * @example 1b9a3e0d-443f-4063-b619-4ca7e2a97751
         */
        seam_request_id: string;
        /**
         * How long to wait before the next retry, as a number of seconds or as an HTTP date.
         * If it is absent, wait one second, and double the wait with each further retry.
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
        /** The owner and the kind of the credential, and optionally its period, its entrances and settings for specific manufacturers. */
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
