// Generated from the spec by the `generate` verb.

import type { Contract } from './contract.ts'

export const contract: Contract = {
  "operations": [
    {
      "path": "/acs/credentials/create",
      "method": "POST",
      "request": "create_acs_credential_request",
      "success": 200,
      "response": "create_acs_credential_response",
      "result": {
        "kind": "one",
        "key": "acs_credential"
      },
      "responses": {
        "200": {
          "headers": {},
          "examples": {
            "pin_code_for_user_identity": {
              "type": "application/json",
              "value": {
                "acs_credential": {
                  "access_method": "code",
                  "acs_credential_id": "73a0a199-024f-454d-a916-9bbda8502c12",
                  "acs_system_id": "7113de29-6130-4153-a6ea-1b7ca0fe3198",
                  "acs_user_id": "53f39f90-5113-4bdd-8432-acf328ce508c",
                  "code": "1234",
                  "connected_account_id": "1b9a3e0d-443f-4063-b619-4ca7e2a97751",
                  "created_at": "2025-06-16T16:54:17.946514Z",
                  "display_name": "Brivo Credential",
                  "ends_at": "2025-06-23T12:35:01.000Z",
                  "errors": [],
                  "external_type": "brivo_credential",
                  "external_type_display_name": "Brivo Credential",
                  "is_latest_desired_state_synced_with_provider": false,
                  "is_managed": true,
                  "is_multi_phone_sync_credential": false,
                  "is_one_time_use": false,
                  "latest_desired_state_synced_with_provider_at": null,
                  "starts_at": "2025-06-19T21:08:08.000Z",
                  "user_identity_id": "4b6ec19d-ba68-46ca-80fd-55247684c2bb",
                  "warnings": [],
                  "workspace_id": "005f1e54-5360-40db-8c31-4ef6baaad1fd"
                },
                "ok": true
              }
            },
            "pin_code_for_acs_user": {
              "type": "application/json",
              "value": {
                "acs_credential": {
                  "access_method": "code",
                  "acs_credential_id": "73a0a199-024f-454d-a916-9bbda8502c12",
                  "acs_system_id": "b1d03165-2759-474b-a342-e02223f27b39",
                  "acs_user_id": "0fc82df4-391b-4d00-a234-86378f1c3952",
                  "code": null,
                  "connected_account_id": "1b9a3e0d-443f-4063-b619-4ca7e2a97751",
                  "created_at": "2025-06-16T16:54:17.946514Z",
                  "display_name": "FRONT_DOOR",
                  "errors": [],
                  "external_type": "salto_ks_credential",
                  "external_type_display_name": "Salto KS Credential",
                  "is_latest_desired_state_synced_with_provider": false,
                  "is_managed": true,
                  "is_multi_phone_sync_credential": false,
                  "is_one_time_use": false,
                  "latest_desired_state_synced_with_provider_at": null,
                  "warnings": [],
                  "workspace_id": "005f1e54-5360-40db-8c31-4ef6baaad1fd"
                },
                "ok": true
              }
            },
            "visionline_card": {
              "type": "application/json",
              "value": {
                "acs_credential": {
                  "access_method": "card",
                  "acs_credential_id": "73a0a199-024f-454d-a916-9bbda8502c12",
                  "acs_system_id": "b1d03165-2759-474b-a342-e02223f27b39",
                  "acs_user_id": "0fc82df4-391b-4d00-a234-86378f1c3952",
                  "card_number": null,
                  "connected_account_id": "daba7bd0-edb6-4bb9-a70b-f9ae08a0e301",
                  "created_at": "2025-06-16T16:54:17.946514Z",
                  "display_name": "Guest Lock 1, Vingcard Lock 2",
                  "ends_at": "2025-07-12T16:54:17.946Z",
                  "errors": [],
                  "external_type": "visionline_card",
                  "external_type_display_name": "Visionline Card",
                  "is_issued": false,
                  "is_latest_desired_state_synced_with_provider": true,
                  "is_managed": true,
                  "is_multi_phone_sync_credential": false,
                  "issued_at": null,
                  "latest_desired_state_synced_with_provider_at": "2025-06-16T16:54:18.201377Z",
                  "starts_at": "2025-07-10T16:54:17.946Z",
                  "visionline_metadata": {
                    "auto_join": true,
                    "card_function_type": "guest",
                    "common_acs_entrance_ids": [
                      "5f4e3d2c-1b0a-9f8e-7d6c-5b4a3c2d1e0f"
                    ],
                    "credential_id": "15",
                    "guest_acs_entrance_ids": [
                      "a1b2c3d4-e5f6-4a3b-2c1d-0e9f8a7b6c5d"
                    ],
                    "is_valid": true
                  },
                  "warnings": [
                    {
                      "created_at": "2025-06-16T16:54:18.201377Z",
                      "message": "The credential is waiting for a card to be encoded.",
                      "warning_code": "waiting_to_be_issued"
                    }
                  ],
                  "workspace_id": "005f1e54-5360-40db-8c31-4ef6baaad1fd"
                },
                "ok": true
              }
            },
            "mobile_key": {
              "type": "application/json",
              "value": {
                "acs_credential": {
                  "access_method": "mobile_key",
                  "acs_credential_id": "73a0a199-024f-454d-a916-9bbda8502c12",
                  "acs_system_id": "b1d03165-2759-474b-a342-e02223f27b39",
                  "acs_user_id": "0fc82df4-391b-4d00-a234-86378f1c3952",
                  "connected_account_id": "1b9a3e0d-443f-4063-b619-4ca7e2a97751",
                  "created_at": "2025-06-16T16:54:17.946514Z",
                  "display_name": "Front Door",
                  "errors": [],
                  "is_managed": true,
                  "is_multi_phone_sync_credential": true,
                  "is_one_time_use": false,
                  "user_identity_id": "4b6ec19d-ba68-46ca-80fd-55247684c2bb",
                  "warnings": [],
                  "workspace_id": "005f1e54-5360-40db-8c31-4ef6baaad1fd"
                },
                "ok": true
              }
            },
            "cloud_key": {
              "type": "application/json",
              "value": {
                "acs_credential": {
                  "access_method": "cloud_key",
                  "acs_credential_id": "73a0a199-024f-454d-a916-9bbda8502c12",
                  "acs_system_id": "b1d03165-2759-474b-a342-e02223f27b39",
                  "acs_user_id": "0fc82df4-391b-4d00-a234-86378f1c3952",
                  "connected_account_id": "1b9a3e0d-443f-4063-b619-4ca7e2a97751",
                  "created_at": "2025-06-16T16:54:17.946514Z",
                  "display_name": "Front Door",
                  "errors": [],
                  "is_latest_desired_state_synced_with_provider": true,
                  "is_managed": true,
                  "is_multi_phone_sync_credential": false,
                  "is_one_time_use": false,
                  "latest_desired_state_synced_with_provider_at": "2025-06-16T16:54:19.300812Z",
                  "user_identity_id": "4b6ec19d-ba68-46ca-80fd-55247684c2bb",
                  "warnings": [],
                  "workspace_id": "005f1e54-5360-40db-8c31-4ef6baaad1fd"
                },
                "ok": true
              }
            },
            "credential_with_errors_and_warnings": {
              "type": "application/json",
              "value": {
                "acs_credential": {
                  "access_method": "code",
                  "acs_credential_id": "73a0a199-024f-454d-a916-9bbda8502c12",
                  "acs_system_id": "7113de29-6130-4153-a6ea-1b7ca0fe3198",
                  "acs_user_id": "53f39f90-5113-4bdd-8432-acf328ce508c",
                  "code": "8305",
                  "connected_account_id": "1b9a3e0d-443f-4063-b619-4ca7e2a97751",
                  "created_at": "2025-06-16T16:54:17.946514Z",
                  "display_name": "Salto KS Credential",
                  "ends_at": "2025-06-23T12:35:01.000Z",
                  "errors": [
                    {
                      "created_at": "2025-06-16T16:54:19.300812Z",
                      "error_code": "user_subscription_limit_reached",
                      "message": "The access system has no free place for another active user."
                    }
                  ],
                  "external_type": "salto_ks_credential",
                  "external_type_display_name": "Salto KS Credential",
                  "is_latest_desired_state_synced_with_provider": false,
                  "is_managed": true,
                  "is_multi_phone_sync_credential": false,
                  "is_one_time_use": false,
                  "latest_desired_state_synced_with_provider_at": null,
                  "starts_at": "2025-06-16T16:54:17.946514Z",
                  "warnings": [
                    {
                      "created_at": "2025-06-16T16:54:18.201377Z",
                      "message": "The system chooses every code itself, so it assigned another one.",
                      "new_code": "8305",
                      "original_code": "1234",
                      "warning_code": "requested_code_unavailable"
                    },
                    {
                      "created_at": "2025-06-16T16:54:18.201377Z",
                      "message": "The start was moved, because it was in the past.",
                      "warning_code": "schedule_modified"
                    }
                  ],
                  "workspace_id": "005f1e54-5360-40db-8c31-4ef6baaad1fd"
                },
                "ok": true
              }
            }
          }
        },
        "400": {
          "headers": {},
          "examples": {
            "invalid_input": {
              "type": "application/json",
              "value": {
                "error": {
                  "message": "2 Input Errors: Invalid for \"code\", Expected boolean, received string for \"visionline_metadata.auto_join\"",
                  "request_id": "3c90c3cc-0d44-4b50-8888-8dd25736052a",
                  "type": "invalid_input",
                  "validation_errors": {
                    "_errors": [],
                    "code": {
                      "_errors": [
                        "Invalid"
                      ]
                    },
                    "visionline_metadata": {
                      "_errors": [],
                      "auto_join": {
                        "_errors": [
                          "Expected boolean, received string"
                        ]
                      }
                    }
                  }
                },
                "ok": false
              }
            },
            "owner_missing": {
              "type": "application/json",
              "value": {
                "error": {
                  "message": "acs_user_id, or user_identity_id and acs_system_id, is required",
                  "type": "invalid_input",
                  "validation_errors": {
                    "_errors": [
                      "acs_user_id, or user_identity_id and acs_system_id, is required"
                    ]
                  }
                },
                "ok": false
              }
            },
            "invalid_content_type": {
              "type": "application/json",
              "value": {
                "error": {
                  "message": "POST requests must have Content-Type header with \"application/json\"",
                  "type": "invalid_content_type"
                },
                "ok": false
              }
            },
            "malformed_json": {
              "type": "text/plain",
              "value": "Invalid JSON"
            }
          }
        },
        "401": {
          "headers": {},
          "examples": {
            "unauthorized": {
              "type": "application/json",
              "value": {
                "error": {
                  "message": "API Key not found",
                  "type": "unauthorized"
                },
                "ok": false
              }
            },
            "access_token_used_for_api_key": {
              "type": "application/json",
              "value": {
                "error": {
                  "message": "An access token was used instead of an API key",
                  "type": "access_token_used_for_api_key"
                },
                "ok": false
              }
            },
            "client_session_token_used_for_api_key": {
              "type": "application/json",
              "value": {
                "error": {
                  "message": "A client session token was used instead of an API key",
                  "type": "client_session_token_used_for_api_key"
                },
                "ok": false
              }
            }
          }
        },
        "404": {
          "headers": {},
          "examples": {
            "acs_system_not_found": {
              "type": "application/json",
              "value": {
                "error": {
                  "message": "acs_system not found",
                  "type": "acs_system_not_found"
                },
                "ok": false
              }
            },
            "acs_user_not_found": {
              "type": "application/json",
              "value": {
                "error": {
                  "message": "acs_user not found",
                  "type": "acs_user_not_found"
                },
                "ok": false
              }
            }
          }
        },
        "405": {
          "headers": {},
          "examples": {
            "method_not_allowed": {
              "type": "application/json",
              "value": {
                "error": {
                  "message": "only POST accepted",
                  "type": "method_not_allowed"
                },
                "ok": false
              }
            }
          }
        },
        "429": {
          "headers": {
            "retry-after": "2"
          },
          "examples": {
            "too_many_requests": {
              "type": "application/json",
              "value": {
                "error": {
                  "message": "Too many requests",
                  "type": "rate_limit_exceeded"
                },
                "ok": false
              }
            }
          }
        },
        "500": {
          "headers": {},
          "examples": {
            "internal_server_error": {
              "type": "application/json",
              "value": {
                "error": {
                  "message": "Internal server error",
                  "type": "internal_server_error"
                },
                "ok": false
              }
            }
          }
        },
        "503": {
          "headers": {
            "retry-after": "2"
          },
          "examples": {
            "service_unavailable": {
              "type": "application/json",
              "value": {
                "error": {
                  "message": "Service unavailable",
                  "type": "service_unavailable"
                },
                "ok": false
              }
            }
          }
        }
      }
    }
  ],
  "schemas": {
    "create_acs_credential_request": {
      "allOf": [
        {
          "$ref": "#/$defs/create_acs_credential_options"
        },
        {
          "anyOf": [
            {
              "$ref": "#/$defs/acs_user_owner"
            },
            {
              "$ref": "#/$defs/user_identity_owner"
            }
          ]
        }
      ]
    },
    "create_acs_credential_options": {
      "type": "object",
      "required": [
        "access_method"
      ],
      "properties": {
        "access_method": {
          "$ref": "#/$defs/access_method"
        },
        "allowed_acs_entrance_ids": {
          "type": "array",
          "items": {
            "type": "string",
            "format": "uuid"
          },
          "default": []
        },
        "assa_abloy_vostio_metadata": {
          "$ref": "#/$defs/requested_assa_abloy_vostio_metadata"
        },
        "code": {
          "type": "string",
          "pattern": "^\\d+$"
        },
        "credential_manager_acs_system_id": {
          "type": "string",
          "format": "uuid"
        },
        "ends_at": {
          "type": "string",
          "format": "date-time",
          "pattern": "^\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:[0-5]\\d(\\.\\d+)?([Zz]|[+-]\\d\\d:\\d\\d)$"
        },
        "hotek_metadata": {
          "$ref": "#/$defs/requested_hotek_metadata"
        },
        "is_multi_phone_sync_credential": {
          "type": "boolean",
          "default": false
        },
        "salto_space_metadata": {
          "$ref": "#/$defs/requested_salto_space_metadata"
        },
        "starts_at": {
          "type": "string",
          "format": "date-time",
          "pattern": "^\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:[0-5]\\d(\\.\\d+)?([Zz]|[+-]\\d\\d:\\d\\d)$"
        },
        "visionline_metadata": {
          "$ref": "#/$defs/requested_visionline_metadata"
        }
      }
    },
    "access_method": {
      "type": "string",
      "enum": [
        "code",
        "card",
        "mobile_key",
        "cloud_key"
      ]
    },
    "requested_assa_abloy_vostio_metadata": {
      "type": "object",
      "properties": {
        "auto_join": {
          "type": "boolean"
        },
        "join_all_guest_acs_entrances": {
          "type": "boolean"
        },
        "override_all_guest_acs_entrances": {
          "type": "boolean"
        },
        "override_guest_acs_entrance_ids": {
          "type": "array",
          "items": {
            "type": "string",
            "format": "uuid"
          }
        }
      }
    },
    "requested_hotek_metadata": {
      "type": "object",
      "properties": {
        "auto_join": {
          "type": "boolean"
        },
        "override": {
          "type": "boolean"
        }
      }
    },
    "requested_salto_space_metadata": {
      "type": "object",
      "properties": {
        "assign_new_key": {
          "type": "boolean"
        },
        "update_current_key": {
          "type": "boolean"
        }
      }
    },
    "requested_visionline_metadata": {
      "type": "object",
      "properties": {
        "assa_abloy_credential_service_mobile_endpoint_id": {
          "type": "string",
          "format": "uuid"
        },
        "auto_join": {
          "type": "boolean"
        },
        "card_format": {
          "type": "string",
          "enum": [
            "TLCode",
            "rfid48"
          ]
        },
        "card_function_type": {
          "type": "string",
          "enum": [
            "guest",
            "staff"
          ],
          "default": "guest"
        },
        "is_override_key": {
          "type": "boolean"
        },
        "joiner_acs_credential_ids": {
          "type": "array",
          "items": {
            "type": "string",
            "format": "uuid"
          }
        },
        "override": {
          "type": "boolean"
        }
      }
    },
    "acs_user_owner": {
      "type": "object",
      "required": [
        "acs_user_id"
      ],
      "properties": {
        "acs_user_id": {
          "type": "string",
          "format": "uuid"
        }
      }
    },
    "user_identity_owner": {
      "type": "object",
      "required": [
        "acs_system_id",
        "user_identity_id"
      ],
      "properties": {
        "acs_system_id": {
          "type": "string",
          "format": "uuid"
        },
        "user_identity_id": {
          "type": "string",
          "format": "uuid"
        }
      }
    },
    "create_acs_credential_response": {
      "type": "object",
      "required": [
        "acs_credential",
        "ok"
      ],
      "properties": {
        "acs_credential": {
          "$ref": "#/$defs/acs_credential"
        },
        "ok": {
          "type": "boolean",
          "const": true
        }
      }
    },
    "acs_credential": {
      "type": "object",
      "required": [
        "access_method",
        "acs_credential_id",
        "acs_system_id",
        "connected_account_id",
        "created_at",
        "display_name",
        "errors",
        "is_managed",
        "warnings",
        "workspace_id"
      ],
      "properties": {
        "access_method": {
          "anyOf": [
            {
              "$ref": "#/$defs/access_method"
            },
            {
              "type": "string"
            }
          ]
        },
        "acs_credential_id": {
          "type": "string",
          "format": "uuid"
        },
        "acs_credential_pool_id": {
          "type": "string",
          "format": "uuid"
        },
        "acs_system_id": {
          "type": "string",
          "format": "uuid"
        },
        "acs_user_id": {
          "type": "string",
          "format": "uuid"
        },
        "akiles_metadata": {
          "$ref": "#/$defs/akiles_metadata"
        },
        "assa_abloy_vostio_metadata": {
          "$ref": "#/$defs/assa_abloy_vostio_metadata"
        },
        "card_number": {
          "type": [
            "string",
            "null"
          ]
        },
        "code": {
          "type": [
            "string",
            "null"
          ]
        },
        "connected_account_id": {
          "type": "string",
          "format": "uuid"
        },
        "created_at": {
          "type": "string",
          "format": "date-time",
          "pattern": "^\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:[0-5]\\d(\\.\\d+)?([Zz]|[+-]\\d\\d:\\d\\d)$"
        },
        "display_name": {
          "type": "string",
          "minLength": 1
        },
        "ends_at": {
          "type": "string"
        },
        "errors": {
          "type": "array",
          "items": {
            "$ref": "#/$defs/acs_credential_error"
          }
        },
        "external_type": {
          "$ref": "#/$defs/external_type"
        },
        "external_type_display_name": {
          "type": "string"
        },
        "is_issued": {
          "type": "boolean"
        },
        "is_latest_desired_state_synced_with_provider": {
          "type": [
            "boolean",
            "null"
          ]
        },
        "is_managed": {
          "type": "boolean",
          "const": true
        },
        "is_multi_phone_sync_credential": {
          "type": "boolean"
        },
        "is_one_time_use": {
          "type": "boolean"
        },
        "issued_at": {
          "type": [
            "string",
            "null"
          ],
          "format": "date-time",
          "pattern": "^\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:[0-5]\\d(\\.\\d+)?([Zz]|[+-]\\d\\d:\\d\\d)$"
        },
        "latest_desired_state_synced_with_provider_at": {
          "type": [
            "string",
            "null"
          ],
          "format": "date-time",
          "pattern": "^\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:[0-5]\\d(\\.\\d+)?([Zz]|[+-]\\d\\d:\\d\\d)$"
        },
        "parent_acs_credential_id": {
          "type": "string",
          "format": "uuid"
        },
        "starts_at": {
          "type": "string"
        },
        "user_identity_id": {
          "type": "string",
          "format": "uuid"
        },
        "visionline_metadata": {
          "$ref": "#/$defs/visionline_metadata"
        },
        "warnings": {
          "type": "array",
          "items": {
            "$ref": "#/$defs/acs_credential_warning"
          }
        },
        "workspace_id": {
          "type": "string",
          "format": "uuid"
        }
      }
    },
    "akiles_metadata": {
      "type": "object",
      "properties": {
        "member_pin_id": {
          "type": "string"
        }
      }
    },
    "assa_abloy_vostio_metadata": {
      "type": "object",
      "properties": {
        "auto_join": {
          "type": "boolean"
        },
        "door_names": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "endpoint_id": {
          "type": "string"
        },
        "key_id": {
          "type": "string"
        },
        "key_issuing_request_id": {
          "type": "string"
        },
        "override_guest_acs_entrance_ids": {
          "type": "array",
          "items": {
            "type": "string"
          }
        }
      }
    },
    "acs_credential_error": {
      "type": "object",
      "required": [
        "created_at",
        "error_code",
        "message"
      ],
      "properties": {
        "created_at": {
          "type": "string",
          "format": "date-time",
          "pattern": "^\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:[0-5]\\d(\\.\\d+)?([Zz]|[+-]\\d\\d:\\d\\d)$"
        },
        "error_code": {
          "type": "string"
        },
        "message": {
          "type": "string"
        }
      }
    },
    "external_type": {
      "anyOf": [
        {
          "type": "string",
          "enum": [
            "pti_card",
            "brivo_credential",
            "hid_credential",
            "visionline_card",
            "salto_ks_credential",
            "assa_abloy_vostio_key",
            "salto_space_key",
            "latch_access",
            "dormakaba_ambiance_credential",
            "hotek_card",
            "salto_ks_tag",
            "avigilon_alta_credential",
            "kisi_credential",
            "akiles_credential"
          ]
        },
        {
          "type": "string"
        }
      ]
    },
    "visionline_metadata": {
      "type": "object",
      "properties": {
        "auto_join": {
          "type": "boolean"
        },
        "card_function_type": {
          "anyOf": [
            {
              "type": "string",
              "enum": [
                "guest",
                "staff"
              ]
            },
            {
              "type": "string"
            }
          ]
        },
        "card_id": {
          "type": "string"
        },
        "common_acs_entrance_ids": {
          "type": "array",
          "items": {
            "type": "string",
            "format": "uuid"
          }
        },
        "credential_id": {
          "type": "string"
        },
        "guest_acs_entrance_ids": {
          "type": "array",
          "items": {
            "type": "string",
            "format": "uuid"
          }
        },
        "is_valid": {
          "type": "boolean"
        },
        "joiner_acs_credential_ids": {
          "type": "array",
          "items": {
            "type": "string",
            "format": "uuid"
          }
        }
      }
    },
    "acs_credential_warning": {
      "allOf": [
        {
          "$ref": "#/$defs/acs_credential_warning_base"
        },
        {
          "anyOf": [
            {
              "$ref": "#/$defs/waiting_to_be_issued_warning"
            },
            {
              "$ref": "#/$defs/schedule_externally_modified_warning"
            },
            {
              "$ref": "#/$defs/schedule_modified_warning"
            },
            {
              "$ref": "#/$defs/being_deleted_warning"
            },
            {
              "$ref": "#/$defs/unknown_issue_with_acs_credential_warning"
            },
            {
              "$ref": "#/$defs/needs_to_be_reissued_warning"
            },
            {
              "$ref": "#/$defs/requested_code_unavailable_warning"
            },
            {
              "$ref": "#/$defs/unlisted_warning"
            }
          ]
        }
      ]
    },
    "acs_credential_warning_base": {
      "type": "object",
      "required": [
        "created_at",
        "message"
      ],
      "properties": {
        "created_at": {
          "type": "string",
          "format": "date-time",
          "pattern": "^\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:[0-5]\\d(\\.\\d+)?([Zz]|[+-]\\d\\d:\\d\\d)$"
        },
        "message": {
          "type": "string"
        }
      }
    },
    "waiting_to_be_issued_warning": {
      "type": "object",
      "required": [
        "warning_code"
      ],
      "properties": {
        "warning_code": {
          "type": "string",
          "const": "waiting_to_be_issued"
        }
      }
    },
    "schedule_externally_modified_warning": {
      "type": "object",
      "required": [
        "warning_code"
      ],
      "properties": {
        "warning_code": {
          "type": "string",
          "const": "schedule_externally_modified"
        }
      }
    },
    "schedule_modified_warning": {
      "type": "object",
      "required": [
        "warning_code"
      ],
      "properties": {
        "warning_code": {
          "type": "string",
          "const": "schedule_modified"
        }
      }
    },
    "being_deleted_warning": {
      "type": "object",
      "required": [
        "warning_code"
      ],
      "properties": {
        "warning_code": {
          "type": "string",
          "const": "being_deleted"
        }
      }
    },
    "unknown_issue_with_acs_credential_warning": {
      "type": "object",
      "required": [
        "warning_code"
      ],
      "properties": {
        "warning_code": {
          "type": "string",
          "const": "unknown_issue_with_acs_credential"
        }
      }
    },
    "needs_to_be_reissued_warning": {
      "type": "object",
      "required": [
        "warning_code"
      ],
      "properties": {
        "warning_code": {
          "type": "string",
          "const": "needs_to_be_reissued"
        }
      }
    },
    "requested_code_unavailable_warning": {
      "type": "object",
      "required": [
        "new_code",
        "original_code",
        "warning_code"
      ],
      "properties": {
        "new_code": {
          "type": "string"
        },
        "original_code": {
          "type": "string"
        },
        "warning_code": {
          "type": "string",
          "const": "requested_code_unavailable"
        }
      }
    },
    "unlisted_warning": {
      "type": "object",
      "required": [
        "warning_code"
      ],
      "properties": {
        "warning_code": {
          "type": "string",
          "not": {
            "enum": [
              "waiting_to_be_issued",
              "schedule_externally_modified",
              "schedule_modified",
              "being_deleted",
              "unknown_issue_with_acs_credential",
              "needs_to_be_reissued",
              "requested_code_unavailable"
            ]
          }
        }
      }
    }
  }
}
