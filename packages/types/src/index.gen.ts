// Generated from the spec by `pnpm generate`.

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
         * @description Creates one means of entry for one person: a PIN code, a card, a mobile key or a cloud key.
         *     Name the person by `acs_user_id`, or by `user_identity_id` together with `acs_system_id`.
         *     The answer comes before the manufacturer's system has the credential: `is_latest_desired_state_synced_with_provider` tells when it has, and a card still has to be encoded (`is_issued`).
         *     There is no idempotency key, so a repeated call can create a second credential.
         *     Client session tokens and publishable keys are refused.
         *     Use Access Grants to give a person access to a space; this call is for managing single credentials.
         */
        post: operations["acs_credentials_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description The kind of credential, which is what the person holds up, types or carries to open a door.
         * @enum {string}
         */
        access_method: "code" | "card" | "mobile_key" | "cloud_key";
        /** @description How a new card relates to the cards that already open a room, for ASSA ABLOY Vostio only. */
        requested_assa_abloy_vostio_metadata: {
            /** @description Whether Seam decides by itself between replacing the guests' present cards (none are valid) and joining them (some are). */
            auto_join?: boolean;
            /** @description Whether the card joins the present cards at every guest entrance instead of replacing them. */
            join_all_guest_acs_entrances?: boolean;
            /** @description Whether the card's first use makes the present cards invalid at every guest entrance. */
            override_all_guest_acs_entrances?: boolean;
            /** @description The ids of the guest entrances at which the card's first use makes the present cards invalid. */
            override_guest_acs_entrance_ids?: string[];
        };
        /**
         * @description How a new card relates to the cards that already open a room, for Hotek only.
         *     Seam is still developing its Hotek support, so expect this object to change.
         */
        requested_hotek_metadata: {
            /** @description Whether Seam decides by itself between replacing the present cards (none are valid) and joining them (some are). */
            auto_join?: boolean;
            /** @description Whether the card's first use makes the present cards of the room invalid. */
            override?: boolean;
        };
        /**
         * @description How the new key reaches the person, for Salto Space only.
         *     Some guides misspell `assign_new_key` as `assign_new_card`, which the server drops without a word.
         */
        requested_salto_space_metadata: {
            /** @description Whether to assign a first, new card to the person. */
            assign_new_key?: boolean;
            /**
             * @deprecated
             * @description Whether to update the card that the person already has.
             *     The server ignores it, so leave it out.
             */
            update_current_key?: boolean;
        };
        /**
         * @description How a new card or mobile key is made and how it relates to those that already open a room, for Visionline only.
         *     Some guides misspell `card_format`, `card_function_type` and `joiner_acs_credential_ids` as `cardFormat`, `cardType` and `joiners`, which the server drops without a word.
         */
        requested_visionline_metadata: {
            /**
             * Format: uuid
             * @deprecated
             * @description The id of a phone at ASSA ABLOY's credential service; name the person instead and leave it out.
             */
            assa_abloy_credential_service_mobile_endpoint_id?: string;
            /** @description Whether Seam decides by itself between an override card (no other card is valid for the doors) and a joiner card (some are). */
            auto_join?: boolean;
            /**
             * @description The encoding of the card; ask whoever runs the Visionline system which one its locks read.
             * @enum {string}
             */
            card_format?: "TLCode" | "rfid48";
            /**
             * @description The kind of person whose card it is.
             * @default guest
             * @enum {string}
             */
            card_function_type?: "guest" | "staff";
            /**
             * @deprecated
             * @description The former name of `override`; use that one.
             */
            is_override_key?: boolean;
            /** @description The ids of the credentials whose doors the new one opens as well, leaving them valid. */
            joiner_acs_credential_ids?: string[];
            /** @description Whether the card's first use makes the present cards of the room invalid. */
            override?: boolean;
        };
        /** @description Everything about a new credential except whose it is. */
        create_acs_credential_options: {
            access_method: components["schemas"]["access_method"];
            /**
             * @description The ids of the entrances that the credential opens, as a set: order and repetition mean nothing.
             *     Empty by default, which names no entrance.
             * @default []
             */
            allowed_acs_entrance_ids?: string[];
            assa_abloy_vostio_metadata?: components["schemas"]["requested_assa_abloy_vostio_metadata"];
            /**
             * @description The PIN code that the person will type, for the access method `code`; without it, systems that can choose one do.
             *     Digits only; the manufacturer may restrict the length and refuse simple codes.
             *     A system that cannot take it assigns another one and says so in the warning `requested_code_unavailable`.
             */
            code?: string;
            /**
             * Format: uuid
             * @description The id of the credential manager: the ACS system that issues the credential, where that is not the system of the doors.
             */
            credential_manager_acs_system_id?: string;
            /**
             * Format: date-time
             * @description When the credential stops opening doors, as an ISO 8601 date-time with an offset.
             *     It has to lie in the future and after `starts_at`.
             *     Without it the credential is valid until it is deleted.
             */
            ends_at?: string;
            hotek_metadata?: components["schemas"]["requested_hotek_metadata"];
            /**
             * @description Whether a mobile key appears on every phone of the person instead of on one.
             *     It has a meaning for the access method `mobile_key` only.
             * @default false
             */
            is_multi_phone_sync_credential?: boolean;
            salto_space_metadata?: components["schemas"]["requested_salto_space_metadata"];
            /**
             * Format: date-time
             * @description When the credential starts opening doors, as an ISO 8601 date-time with an offset.
             *     Without it the credential is valid at once.
             */
            starts_at?: string;
            visionline_metadata?: components["schemas"]["requested_visionline_metadata"];
        };
        /** @description The owner as a user of the access control system. */
        acs_user_owner: {
            /**
             * Format: uuid
             * @description The id of the access system's user who gets the credential.
             */
            acs_user_id: string;
        };
        /**
         * @description The owner as a person whom Seam knows across systems, and the access control system to create the credential in.
         *     Seam links the person to the system's user with the same email address or phone number, and creates that user where there is none.
         */
        user_identity_owner: {
            /**
             * Format: uuid
             * @description The id of the access control system that gets the credential.
             *     Required with `user_identity_id`; allowed with `acs_user_id`, whose system it then has to be.
             */
            acs_system_id: string;
            /**
             * Format: uuid
             * @description The id of the user identity that gets the credential.
             *     It needs `acs_system_id` beside it.
             */
            user_identity_id: string;
        };
        /**
         * @description A new credential and the person it is for.
         *     Give `acs_user_id`, or `user_identity_id` together with `acs_system_id`; giving all three is allowed.
         */
        create_acs_credential_request: components["schemas"]["create_acs_credential_options"] & (components["schemas"]["acs_user_owner"] | components["schemas"]["user_identity_owner"]);
        /**
         * @description What Akiles knows of the credential.
         *     Absent for other manufacturers.
         */
        akiles_metadata: {
            /**
             * @description The id of the PIN code at Akiles.
             *     Absent until Akiles has it.
             */
            member_pin_id?: string;
        };
        /**
         * @description What ASSA ABLOY Vostio knows of the credential.
         *     Absent for other manufacturers.
         */
        assa_abloy_vostio_metadata: {
            /**
             * @description Whether Seam decided by itself between replacing and joining the present cards.
             *     Absent unless that was asked for.
             */
            auto_join?: boolean;
            /**
             * @description The names of the doors that the credential opens, as they are written in Vostio.
             *     Absent until Vostio has told them.
             */
            door_names?: string[];
            /**
             * @description The id of the endpoint at Vostio that the key is for.
             *     Absent until Vostio has told it.
             */
            endpoint_id?: string;
            /**
             * @description The id of the key at Vostio.
             *     Absent until the key is issued.
             */
            key_id?: string;
            /**
             * @description The id of the request by which Vostio issues the key.
             *     Absent until issuing starts.
             */
            key_issuing_request_id?: string;
            /**
             * @description The ids of the guest entrances at which the card's first use makes the present cards invalid.
             *     Absent unless they were asked for.
             */
            override_guest_acs_entrance_ids?: string[];
        };
        /** @description One thing that keeps a credential from working. */
        acs_credential_error: {
            /**
             * Format: date-time
             * @description When Seam first saw the problem.
             */
            created_at: string;
            /**
             * @description The kind of problem, for programs.
             *     Seam publishes no list of the codes, so expect any.
             */
            error_code: string;
            /** @description The problem in English, for people. */
            message: string;
        };
        /**
         * @description The kind of credential in the manufacturer's terms.
         *     The list grows and shrinks with the manufacturers that Seam connects: treat an unknown value as data, and show `external_type_display_name` to people.
         *     Absent where the manufacturer has no name of its own for it.
         */
        external_type: ("pti_card" | "brivo_credential" | "hid_credential" | "visionline_card" | "salto_ks_credential" | "assa_abloy_vostio_key" | "salto_space_key" | "latch_access" | "dormakaba_ambiance_credential" | "hotek_card" | "salto_ks_tag" | "avigilon_alta_credential" | "kisi_credential" | "akiles_credential") | (string & {});
        /**
         * @description What Visionline knows of the credential.
         *     Absent for other manufacturers.
         */
        visionline_metadata: {
            /**
             * @description Whether Seam decided by itself between an override card and a joiner card.
             *     Absent unless that was asked for.
             */
            auto_join?: boolean;
            /**
             * @description Whose card it is.
             *     The listed values are known; expect others.
             */
            card_function_type?: ("guest" | "staff") | (string & {});
            /**
             * @description The id of the card at Visionline.
             *     Absent until the card is encoded.
             */
            card_id?: string;
            /**
             * @description The ids of the shared entrances that the card opens, such as a lobby or a garage.
             *     Absent where none are known.
             */
            common_acs_entrance_ids?: string[];
            /**
             * @description The id of the credential at Visionline.
             *     Absent until Visionline has it.
             */
            credential_id?: string;
            /**
             * @description The ids of the guest rooms that the card opens.
             *     Absent where none are known.
             */
            guest_acs_entrance_ids?: string[];
            /**
             * @description Whether Visionline takes the credential as valid at present.
             *     Absent until Visionline has it.
             */
            is_valid?: boolean;
            /**
             * @description The ids of the credentials that this one joined.
             *     Absent unless some were asked for.
             */
            joiner_acs_credential_ids?: string[];
        };
        /** @description What every warning has. */
        acs_credential_warning_base: {
            /**
             * Format: date-time
             * @description When Seam first saw the reason for the warning.
             */
            created_at: string;
            /** @description The warning in English, for people. */
            message: string;
        };
        /**
         * @description The credential exists and waits to be encoded onto a card.
         *     Encode it with a card encoder, or wait until the front desk has.
         */
        waiting_to_be_issued_warning: {
            /**
             * @description Always `waiting_to_be_issued` in this shape.
             * @constant
             */
            warning_code: "waiting_to_be_issued";
        };
        /**
         * @description Somebody changed the period of one of the credential's children outside Seam.
         *     Compare `starts_at` and `ends_at` with what you want, and update the credential where they differ.
         */
        schedule_externally_modified_warning: {
            /**
             * @description Always `schedule_externally_modified` in this shape.
             * @constant
             */
            warning_code: "schedule_externally_modified";
        };
        /**
         * @description The period was changed, so that the credential does not start in the past.
         *     Read `starts_at` and `ends_at` for the period that holds.
         */
        schedule_modified_warning: {
            /**
             * @description Always `schedule_modified` in this shape.
             * @constant
             */
            warning_code: "schedule_modified";
        };
        /**
         * @description The credential is being deleted and stops working shortly.
         *     Create a new one if the person still needs access.
         */
        being_deleted_warning: {
            /**
             * @description Always `being_deleted` in this shape.
             * @constant
             */
            warning_code: "being_deleted";
        };
        /**
         * @description Bringing the credential to the manufacturer's system met a problem that Seam cannot name, and the credential may not work.
         *     Look the credential up in the manufacturer's own software, and ask Seam's support if it does not open the door.
         */
        unknown_issue_with_acs_credential_warning: {
            /**
             * @description Always `unknown_issue_with_acs_credential` in this shape.
             * @constant
             */
            warning_code: "unknown_issue_with_acs_credential";
        };
        /**
         * @description What the credential may open has changed since it was encoded, and the card may not work.
         *     Encode the card again.
         */
        needs_to_be_reissued_warning: {
            /**
             * @description Always `needs_to_be_reissued` in this shape.
             * @constant
             */
            warning_code: "needs_to_be_reissued";
        };
        /**
         * @description The PIN code that was asked for is taken or not allowed, so the system assigned another one.
         *     Tell the person `new_code`.
         */
        requested_code_unavailable_warning: {
            /** @description The PIN code that opens the door. */
            new_code: string;
            /** @description The PIN code that was asked for, which does not open the door. */
            original_code: string;
            /**
             * @description Always `requested_code_unavailable` in this shape.
             * @constant
             */
            warning_code: "requested_code_unavailable";
        };
        /**
         * @description A warning that this document does not know yet.
         *     Show its `message`, and go on.
         */
        unlisted_warning: {
            /** @description The kind of warning, for programs; none of the codes that have a shape of their own. */
            warning_code: string;
        };
        /**
         * @description One thing to know about a credential.
         *     `warning_code` tells which of the shapes it has; more codes may come, so let an unknown one fall through to `message`.
         */
        acs_credential_warning: components["schemas"]["acs_credential_warning_base"] & (components["schemas"]["waiting_to_be_issued_warning"] | components["schemas"]["schedule_externally_modified_warning"] | components["schemas"]["schedule_modified_warning"] | components["schemas"]["being_deleted_warning"] | components["schemas"]["unknown_issue_with_acs_credential_warning"] | components["schemas"]["needs_to_be_reissued_warning"] | components["schemas"]["requested_code_unavailable_warning"] | components["schemas"]["unlisted_warning"]);
        /**
         * @description One means by which one person opens doors of one access control system: a PIN code, a card, a mobile key or a cloud key.
         *     It records what was asked for and how far the manufacturer's system has followed.
         *     A property that the manufacturer does not support is absent.
         */
        acs_credential: {
            /**
             * @description The kind of credential.
             *     The values of a request are known; expect others.
             */
            access_method: components["schemas"]["access_method"] | (string & {});
            /**
             * Format: uuid
             * @description The id of this credential.
             *     Keep it: reading, changing and deleting the credential need it.
             */
            acs_credential_id: string;
            /**
             * Format: uuid
             * @description The id of the pool that the credential was taken from.
             *     Absent where the manufacturer has no stock of prepared credentials.
             */
            acs_credential_pool_id?: string;
            /**
             * Format: uuid
             * @description The id of the access control system that holds the credential.
             */
            acs_system_id: string;
            /**
             * Format: uuid
             * @description The id of the access system's user who owns the credential.
             *     Absent while the credential belongs to no user.
             */
            acs_user_id?: string;
            akiles_metadata?: components["schemas"]["akiles_metadata"];
            assa_abloy_vostio_metadata?: components["schemas"]["assa_abloy_vostio_metadata"];
            /**
             * @description The number of the card, as the manufacturer writes it.
             *     Absent for other kinds of credential; null until the card is known, and it may appear later.
             */
            card_number?: string | null;
            /**
             * @description The PIN code that opens the door, which may differ from the one that was asked for.
             *     Absent for other kinds of credential; null until the system has chosen one, and it may appear later.
             *     Show it to its owner only, and keep it out of logs.
             */
            code?: string | null;
            /**
             * Format: uuid
             * @description The id of the connected account through which Seam reaches the access control system.
             */
            connected_account_id: string;
            /**
             * Format: date-time
             * @description When Seam created the credential.
             */
            created_at: string;
            /** @description A name to show to people, made from the kind of credential or from its doors. */
            display_name: string;
            /**
             * @description When the credential stops opening doors, in ISO 8601.
             *     Absent while no end is set.
             */
            ends_at?: string;
            /**
             * @description What keeps the credential from working until somebody acts.
             *     Empty when nothing does.
             */
            errors: components["schemas"]["acs_credential_error"][];
            external_type?: components["schemas"]["external_type"];
            /**
             * @description The manufacturer's name for this kind of credential, to show to people.
             *     Absent together with `external_type`.
             */
            external_type_display_name?: string;
            /**
             * @description Whether the credential has been encoded onto a card.
             *     Absent for kinds that need no encoding.
             */
            is_issued?: boolean;
            /**
             * @description Whether the manufacturer's system has the credential as Seam last described it; wait for `true` before you send the person to the door.
             *     Null while that is unknown; absent where the manufacturer cannot tell.
             */
            is_latest_desired_state_synced_with_provider?: boolean | null;
            /**
             * @description Always `true`: Seam manages this credential.
             *     Credentials that were made in the manufacturer's own software are objects of another type, with `false` here.
             * @constant
             */
            is_managed: true;
            /**
             * @description Whether the mobile key appears on every phone of the person.
             *     Absent where the question does not arise.
             */
            is_multi_phone_sync_credential?: boolean;
            /**
             * @description Whether the credential opens a door only once and is invalid afterwards.
             *     Absent where the manufacturer cannot tell.
             */
            is_one_time_use?: boolean;
            /**
             * Format: date-time
             * @description When the credential was encoded onto a card.
             *     Null until that happens; absent for kinds that need no encoding.
             */
            issued_at?: string | null;
            /**
             * Format: date-time
             * @description When the manufacturer's system last took over the credential as Seam describes it.
             *     Null until that happens; absent where the manufacturer cannot tell.
             */
            latest_desired_state_synced_with_provider_at?: string | null;
            /**
             * Format: uuid
             * @description The id of the credential that this one was derived from.
             *     Absent where there is none.
             */
            parent_acs_credential_id?: string;
            /**
             * @description When the credential starts opening doors, in ISO 8601.
             *     Absent while no start is set.
             */
            starts_at?: string;
            /**
             * Format: uuid
             * @description The id of the user identity that owns the credential.
             *     Absent while the owner is known to the access control system only.
             */
            user_identity_id?: string;
            visionline_metadata?: components["schemas"]["visionline_metadata"];
            /**
             * @description What you should know about the credential although it works or will work.
             *     Empty when there is nothing.
             */
            warnings: components["schemas"]["acs_credential_warning"][];
            /**
             * Format: uuid
             * @description The id of the workspace that the credential lives in, which is the workspace of the key that created it.
             */
            workspace_id: string;
        };
        /** @description The answer to a credential's creation. */
        create_acs_credential_response: {
            acs_credential: components["schemas"]["acs_credential"];
            /**
             * @description Always `true` in this answer; a refusal has `false`.
             * @constant
             */
            ok: true;
        };
        /**
         * @description The kind of error, for programs.
         *     More types may come: decide by the status where the type is unknown.
         */
        error_type: ("invalid_input" | "invalid_content_type" | "unauthorized" | "access_token_used_for_api_key" | "client_session_token_used_for_api_key" | "acs_system_not_found" | "acs_user_not_found" | "workspace_not_found" | "api_key_not_found" | "method_not_allowed" | "internal_server_error") | (string & {});
        /**
         * @description What is wrong with the request, arranged like the request.
         *     Each level has its own problems in `_errors` and one entry for each property or array index that has problems inside.
         *     Absent unless `type` is `invalid_input`.
         */
        validation_errors: {
            /** @description The problems of this level itself, in English; empty where they all lie further inside. */
            _errors?: string[];
            [key: string]: components["schemas"]["validation_errors"] | string[] | undefined;
        };
        /** @description What went wrong. */
        api_error: {
            /**
             * @description Whatever else the server tells about the error, in a shape that depends on `type`.
             *     Usually absent.
             */
            data?: unknown;
            /**
             * @description The error in English, for developers.
             *     It may repeat values of the request, so think before you show or log it.
             */
            message: string;
            /**
             * Format: uuid
             * @description The id of this exchange, as in the header `seam-request-id`.
             *     Often absent: prefer the header.
             */
            request_id?: string;
            type: components["schemas"]["error_type"];
            validation_errors?: components["schemas"]["validation_errors"];
        };
        /**
         * @description Why a call was refused or failed, in one shape for every status.
         *     Malformed JSON, an unknown path and an overloaded server are answered without it: read the status first.
         */
        error_response: {
            error: components["schemas"]["api_error"];
            /**
             * @description Always `false` in this answer; a success has `true`.
             * @constant
             */
            ok: false;
        };
    };
    responses: {
        /**
         * @description The server refused the request and created nothing; change it before you send it again.
         *     Malformed JSON gets a plain text and no request id.
         */
        bad_request: {
            headers: {
                "seam-request-id": components["headers"]["seam_request_id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["error_response"];
                "text/plain": string;
            };
        };
        /** @description The request has no key that this call accepts, and nothing was created. */
        unauthorized: {
            headers: {
                "seam-request-id": components["headers"]["seam_request_id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["error_response"];
            };
        };
        /**
         * @description Something that the request names does not exist in the workspace of the key, and nothing was created.
         *     An unknown path is answered with 404 as well, with the plain text `404` instead of this body.
         */
        not_found: {
            headers: {
                "seam-request-id": components["headers"]["seam_request_id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["error_response"];
            };
        };
        /** @description The path takes another HTTP method, and nothing was created. */
        method_not_allowed: {
            headers: {
                "seam-request-id": components["headers"]["seam_request_id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["error_response"];
            };
        };
        /** @description Too many calls in a short time; nothing was created, so it is safe to try again after `Retry-After`. */
        too_many_requests: {
            headers: {
                "Retry-After": components["headers"]["retry_after"];
                "seam-request-id": components["headers"]["seam_request_id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["error_response"];
            };
        };
        /**
         * @description Something failed at Seam.
         *     The credential may have been created all the same, so look before you send the request again.
         */
        internal_server_error: {
            headers: {
                "seam-request-id": components["headers"]["seam_request_id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["error_response"];
            };
        };
        /**
         * @description Seam cannot answer at present.
         *     With `Retry-After` nothing was created and trying again is safe; without it the credential may have been created all the same.
         *     The body may be empty.
         */
        service_unavailable: {
            headers: {
                "Retry-After": components["headers"]["retry_after"];
                "seam-request-id": components["headers"]["seam_request_id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["error_response"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /**
         * @description The id of this exchange.
         *     Quote it when you ask Seam's support about a call.
         *     It is absent where the request was refused before it was read, such as on malformed JSON.
         * @example 1b9a3e0d-443f-4063-b619-4ca7e2a97751
         */
        seam_request_id: string;
        /**
         * @description How long to wait before the next try, as a number of seconds or as an HTTP date.
         *     It is not always sent; without it, wait a second and double the wait with each further try.
         * @example 2
         */
        retry_after: string;
    };
    pathItems: never;
}
export type AccessMethod = components['schemas']['access_method'];
export type RequestedAssaAbloyVostioMetadata = components['schemas']['requested_assa_abloy_vostio_metadata'];
export type RequestedHotekMetadata = components['schemas']['requested_hotek_metadata'];
export type RequestedSaltoSpaceMetadata = components['schemas']['requested_salto_space_metadata'];
export type RequestedVisionlineMetadata = components['schemas']['requested_visionline_metadata'];
export type CreateAcsCredentialOptions = components['schemas']['create_acs_credential_options'];
export type AcsUserOwner = components['schemas']['acs_user_owner'];
export type UserIdentityOwner = components['schemas']['user_identity_owner'];
export type CreateAcsCredentialRequest = components['schemas']['create_acs_credential_request'];
export type AkilesMetadata = components['schemas']['akiles_metadata'];
export type AssaAbloyVostioMetadata = components['schemas']['assa_abloy_vostio_metadata'];
export type AcsCredentialError = components['schemas']['acs_credential_error'];
export type ExternalType = components['schemas']['external_type'];
export type VisionlineMetadata = components['schemas']['visionline_metadata'];
export type AcsCredentialWarningBase = components['schemas']['acs_credential_warning_base'];
export type WaitingToBeIssuedWarning = components['schemas']['waiting_to_be_issued_warning'];
export type ScheduleExternallyModifiedWarning = components['schemas']['schedule_externally_modified_warning'];
export type ScheduleModifiedWarning = components['schemas']['schedule_modified_warning'];
export type BeingDeletedWarning = components['schemas']['being_deleted_warning'];
export type UnknownIssueWithAcsCredentialWarning = components['schemas']['unknown_issue_with_acs_credential_warning'];
export type NeedsToBeReissuedWarning = components['schemas']['needs_to_be_reissued_warning'];
export type RequestedCodeUnavailableWarning = components['schemas']['requested_code_unavailable_warning'];
export type UnlistedWarning = components['schemas']['unlisted_warning'];
export type AcsCredentialWarning = components['schemas']['acs_credential_warning'];
export type AcsCredential = components['schemas']['acs_credential'];
export type CreateAcsCredentialResponse = components['schemas']['create_acs_credential_response'];
export type ErrorType = components['schemas']['error_type'];
export type ValidationErrors = components['schemas']['validation_errors'];
export type ApiError = components['schemas']['api_error'];
export type ErrorResponse = components['schemas']['error_response'];
export type ResponseBadRequest = components['responses']['bad_request'];
export type ResponseUnauthorized = components['responses']['unauthorized'];
export type ResponseNotFound = components['responses']['not_found'];
export type ResponseMethodNotAllowed = components['responses']['method_not_allowed'];
export type ResponseTooManyRequests = components['responses']['too_many_requests'];
export type ResponseInternalServerError = components['responses']['internal_server_error'];
export type ResponseServiceUnavailable = components['responses']['service_unavailable'];
export type HeaderSeamRequestId = components['headers']['seam_request_id'];
export type HeaderRetryAfter = components['headers']['retry_after'];
export type $defs = Record<string, never>;
export interface operations {
    acs_credentials_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The person, the kind of credential and, as far as the manufacturer supports them, its period, doors and special features. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_acs_credential_request"];
            };
        };
        responses: {
            /** @description The credential was created. */
            200: {
                headers: {
                    "seam-request-id": components["headers"]["seam_request_id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["create_acs_credential_response"];
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
