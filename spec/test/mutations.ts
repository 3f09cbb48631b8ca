/** A flaw in the spec, and the errors that the linter must report for it. No other rule may object. */
export interface Mutation {
  rule: string
  /** Completes "objects when …". */
  when: string
  /** File, text in it, and the replacement of its first occurrence; without these two, the text of a new file. */
  edits: [file: string, find: string, replacement?: string][]
  /**
   * Where the rule reports: at the first line with this text. Without it, where the first edit's replacement starts.
   */
  at?: Place
  /** The errors that other rules report about the same flaw. */
  also?: [rule: string, ...Place][]
}

export type Place = [file: string, text: string]

const root = 'openapi.yaml'
const operation = 'paths/acs_credentials_create.yaml'
const schema = (name: string) => `components/schemas/${name}.yaml`
const response = (name: string) => `components/responses/${name}.yaml`
const example = (name: string) => `components/examples/${name}.yaml`

const redoclyMutations: Mutation[] = [
  {
    rule: 'no-unresolved-refs',
    when: 'a $ref names a file that does not exist',
    edits: [[response('not_found'), 'seam_request_id.yaml', 'seam_request_ids.yaml']],
  },
  {
    rule: 'no-unresolved-refs',
    when: 'a file is not YAML',
    edits: [[schema('akiles_metadata'), 'properties:', 'properties: {']],
    at: [schema('akiles_metadata'), 'type: string'],
    also: [['no-unresolved-refs', schema('acs_credential'), '$ref: akiles_metadata.yaml']],
  },
  {
    rule: 'no-invalid-media-type-examples',
    when: 'an example has a value that its schema does not allow',
    edits: [[example('cloud_key_request'), 'access_method: cloud_key', 'access_method: cloud']],
  },
  {
    rule: 'no-invalid-media-type-examples',
    when: 'an example lacks a property that its schema requires',
    edits: [[example('unauthorized_response'), '    type: unauthorized\n', '']],
    at: [example('unauthorized_response'), 'message: API Key not found'],
  },
  {
    rule: 'struct',
    when: 'a schema has a keyword that OpenAPI 3.1 does not know, such as `nullable`',
    edits: [[schema('akiles_metadata'), '    type: string', '    type: string\n    nullable: true']],
    at: [schema('akiles_metadata'), 'nullable'],
    also: [['seam/schema-keywords', schema('akiles_metadata'), 'nullable']],
  },
  {
    rule: 'struct',
    when: 'the value of a field has a wrong type',
    edits: [[operation, 'required: true', 'required: always']],
  },
  {
    rule: 'security-defined',
    when: 'an operation accepts an undefined security scheme',
    edits: [[operation, '- api_key: []', '- api_keys: []']],
  },
  {
    rule: 'no-unused-components',
    when: 'nothing accepts a security scheme',
    edits: [
      [
        root,
        '  securitySchemes:\n',
        '  securitySchemes:\n    webhook_secret:\n      type: http\n      scheme: bearer\n      description: It signs webhooks.\n',
      ],
    ],
    at: [root, 'webhook_secret:'],
  },
  {
    rule: 'no-required-schema-properties-undefined',
    when: '`required` names a property that does not exist',
    edits: [[schema('akiles_metadata'), 'properties:\n', 'required:\n  - member_pin\nproperties:\n']],
    at: [schema('akiles_metadata'), '- member_pin\n'],
  },
  {
    rule: 'no-duplicated-enum-values',
    when: 'an enum has a value twice',
    edits: [[schema('access_method'), '  - card\n', '  - card\n  - card\n']],
    at: [schema('access_method'), '  - card\n  - mobile_key'],
  },
  {
    rule: 'operation-summary',
    when: 'an operation has no summary',
    edits: [[operation, '  summary: Create a credential\n', '']],
    at: [operation, 'post:'],
  },
  {
    rule: 'tag-description',
    when: 'a tag has no description',
    edits: [
      [
        root,
        '    description: Keys, cards, mobile keys and PIN codes of the people in an access control system.\n',
        '',
      ],
    ],
    at: [root, '- name: acs_credentials'],
  },
  {
    rule: 'info-license-strict',
    when: 'the license has no identifier',
    edits: [[root, '    identifier: MIT\n', '']],
    at: [root, 'license:'],
  },
]

const operationMutations: Mutation[] = [
  {
    rule: 'rule/path-snake-case',
    when: 'a segment of a path is in kebab-case',
    edits: [[root, '/acs/credentials/create:', '/acs/credentials-create:']],
    also: [
      ['seam/path-names', root, '/acs/credentials-create:'],
      ['seam/path-names', operation, 'operationId'],
    ],
  },
  {
    rule: 'rule/path-only-post',
    when: 'a path has a field beside `post`',
    edits: [[operation, 'post:', 'summary: Credentials\npost:']],
    at: [operation, 'summary: Credentials'],
  },
  {
    rule: 'seam/path-names',
    when: 'an operation is not named like its path',
    edits: [[operation, 'operationId: acs_credentials_create', 'operationId: create_acs_credential']],
  },
  {
    rule: 'rule/operation-summary',
    when: 'a summary ends with a full stop',
    edits: [[operation, 'summary: Create a credential', 'summary: Create a credential.']],
  },
  {
    rule: 'operation-description',
    when: 'an operation has no description',
    edits: [[operation, '  description: |-\n    Creates a PIN', '  x-description: |-\n    Creates a PIN']],
    at: [operation, 'post:'],
  },
  {
    rule: 'rule/operation-one-tag',
    when: 'an operation has two tags',
    edits: [[operation, '    - acs_credentials\n', '    - acs_credentials\n    - acs_credentials\n']],
    at: [operation, '- acs_credentials'],
  },
  {
    rule: 'operation-tag-defined',
    when: 'an operation has a tag that openapi.yaml does not list',
    edits: [[operation, '- acs_credentials', '- credentials']],
  },
  {
    rule: 'tags-alphabetical',
    when: 'the tags are not in alphabetical order',
    edits: [
      [
        root,
        '  - name: acs_credentials\n',
        '  - name: zones\n    description: The parts of a building.\n  - name: acs_credentials\n',
      ],
    ],
    at: [root, '- name: zones'],
  },
  {
    rule: 'rule/operation-security',
    when: 'an operation does not list its security',
    edits: [
      [operation, '  security:\n    - api_key: []\n    - personal_access_token: []\n      seam_workspace: []\n', ''],
    ],
    at: [operation, 'post:'],
  },
  {
    rule: 'rule/server-https',
    when: 'a server is reached without TLS',
    edits: [[root, '- url: https://', '- url: http://']],
  },
  {
    rule: 'rule/request-body-required',
    when: 'a request body is optional',
    edits: [[operation, '    required: true', '    required: false']],
  },
  {
    rule: 'request-mime-type',
    when: 'a request body is not JSON',
    edits: [
      [
        operation,
        '      application/json:\n        schema:\n          $ref: ../components/schemas/create_acs_credential_request.yaml',
        '      application/xml:\n        schema:\n          $ref: ../components/schemas/create_acs_credential_request.yaml',
      ],
    ],
  },
  {
    rule: 'response-contains-header',
    when: 'a response lacks `seam-request-id`',
    edits: [[response('not_found'), 'headers:\n  seam-request-id:\n    $ref: ../headers/seam_request_id.yaml\n', '']],
    at: [response('not_found'), 'description:'],
  },
  {
    rule: 'response-contains-header',
    when: 'a 429 lacks `Retry-After`',
    edits: [[response('too_many_requests'), '  Retry-After:\n    $ref: ../headers/retry_after.yaml\n', '']],
    at: [response('too_many_requests'), 'headers:'],
  },
  {
    rule: 'seam/success-bodies',
    when: 'a success response does not require `ok`',
    edits: [[schema('create_acs_credential_response'), '  - ok\n', '']],
    at: [schema('create_acs_credential_response'), 'type: object'],
  },
  {
    rule: 'seam/success-bodies',
    when: 'an operation has two success statuses',
    edits: [
      [
        operation,
        '    "400":\n',
        '    "201":\n      description: It was there already.\n      headers:\n        seam-request-id:\n          $ref: ../components/headers/seam_request_id.yaml\n    "400":\n',
      ],
    ],
    at: [operation, '"201":'],
    also: [['seam/success-bodies', operation, '"201":']],
  },
  {
    rule: 'seam/success-bodies',
    when: 'the items of a list have no schema file',
    edits: [
      [
        schema('create_acs_credential_response'),
        '  ok:\n',
        '  keys:\n    type: array\n    description: The copies that were made.\n    items:\n      type: object\n      description: One copy.\n      properties:\n        number:\n          type: string\n          description: What is printed on it.\n  ok:\n',
      ],
    ],
    at: [schema('create_acs_credential_response'), '  keys:'],
  },
  {
    rule: 'seam/request-bodies',
    when: 'a request body has no schema file',
    edits: [
      [
        operation,
        '          $ref: ../components/schemas/create_acs_credential_request.yaml',
        '          allOf:\n            - $ref: ../components/schemas/create_acs_credential_request.yaml\n            - $ref: ../components/schemas/create_acs_credential_options.yaml',
      ],
    ],
    at: [operation, 'allOf:'],
  },
  {
    rule: 'seam/error-bodies',
    when: 'an error response has its own shape',
    edits: [[response('not_found'), '$ref: ../schemas/error_response.yaml', 'type: object']],
  },
  {
    rule: 'seam/error-bodies',
    when: 'an error response other than 400 is plain text',
    edits: [
      [
        response('not_found'),
        'content:\n',
        'content:\n  text/plain:\n    schema:\n      type: string\n    examples:\n      malformed_json:\n        $ref: ../examples/malformed_json_response.yaml\n',
      ],
    ],
    at: [response('not_found'), 'text/plain:'],
  },
  {
    rule: 'rule/no-parameters',
    when: 'an operation has a parameter',
    edits: [
      [
        operation,
        '  requestBody:\n',
        '  parameters:\n    - in: query\n      name: page_size\n      description: How many to list.\n      schema:\n        type: integer\n  requestBody:\n',
      ],
    ],
    at: [operation, '  parameters:'],
  },
  {
    rule: 'rule/status-exact',
    when: 'a response stands for a range of statuses',
    edits: [[operation, '"405":', '4XX:']],
  },
]

const exampleMutations: Mutation[] = [
  {
    rule: 'rule/examples-named',
    when: 'a body has an example without a name',
    edits: [
      [
        response('not_found'),
        '    examples:\n      acs_system_not_found:\n        $ref: ../examples/acs_system_not_found_response.yaml\n      acs_user_not_found:\n        $ref: ../examples/acs_user_not_found_response.yaml\n',
        '    example:\n      error:\n        message: acs_user not found\n        type: acs_user_not_found\n      ok: false\n',
      ],
    ],
    at: [response('not_found'), 'application/json:'],
    also: [
      ['rule/examples-named', response('not_found'), 'example:'],
      ['seam/unused-files', root, 'openapi: 3.1.1'],
      ['seam/unused-files', root, 'openapi: 3.1.1'],
    ],
  },
  {
    rule: 'rule/example-names',
    when: 'the name of an example is in camelCase',
    edits: [[response('not_found'), 'acs_user_not_found:', 'acsUserNotFound:']],
  },
  {
    rule: 'rule/example-summary',
    when: 'an example has no summary',
    edits: [[example('cloud_key_response'), 'summary: Cloud key\n', '']],
    at: [example('cloud_key_response'), 'description:'],
  },
  {
    rule: 'seam/declared-examples',
    when: 'an example misspells the name of an optional property',
    edits: [[example('pin_code_for_user_identity_response'), 'is_one_time_use', 'is_onetime_use']],
  },
  {
    rule: 'seam/declared-examples',
    when: 'an example misspells a name inside an item of an array',
    edits: [
      [
        example('credential_with_errors_and_warnings_response'),
        'error_code: ',
        'eror_code: none\n        error_code: ',
      ],
    ],
  },
  {
    rule: 'seam/paired-examples',
    when: 'a request example has no success example with the same name',
    edits: [
      [
        operation,
        '            mobile_key:\n              $ref: ../components/examples/mobile_key_response.yaml',
        '            mobile:\n              $ref: ../components/examples/mobile_key_response.yaml',
      ],
    ],
    also: [['seam/paired-examples', operation, 'mobile_key:']],
  },
]

const fileMutations: Mutation[] = [
  {
    rule: 'rule/components-in-files',
    when: 'openapi.yaml holds a schema itself',
    edits: [
      [
        root,
        'components:\n',
        'components:\n  schemas:\n    door:\n      type: object\n      description: What a credential opens.\n',
      ],
    ],
    at: [root, '  schemas:'],
    also: [['no-unused-components', root, 'door:']],
  },
  {
    rule: 'component-name-unique',
    when: 'two files of one kind have the same name',
    edits: [
      [
        'components/schemas/deprecated/access_method.yaml',
        'type: string\ndescription: How the person opens the door.\n',
      ],
      [schema('create_acs_credential_options'), '$ref: access_method.yaml', '$ref: deprecated/access_method.yaml'],
    ],
    at: ['components/schemas/deprecated/access_method.yaml', 'type: string'],
    also: [['component-name-unique', schema('access_method'), 'type: string']],
  },
  {
    rule: 'seam/file-names',
    when: 'the name of a file is in PascalCase',
    edits: [
      [schema('AkilesMetadata'), 'type: object\ndescription: What Akiles tells.\n'],
      [schema('acs_credential'), '$ref: akiles_metadata.yaml', '$ref: AkilesMetadata.yaml'],
    ],
    at: [schema('acs_credential'), 'AkilesMetadata.yaml'],
    also: [['seam/unused-files', root, 'openapi: 3.1.1']],
  },
  {
    rule: 'seam/file-names',
    when: 'a $ref reaches into a file',
    edits: [
      [schema('akiles_metadata'), '    type: string\n', '    $ref: visionline_metadata.yaml#/properties/card_id\n'],
    ],
    at: [schema('akiles_metadata'), '$ref'],
  },
  {
    rule: 'seam/unused-files',
    when: 'nothing refers to a file',
    edits: [[schema('door'), 'type: object\ndescription: What a credential opens.\n']],
    at: [root, 'openapi: 3.1.1'],
  },
  {
    rule: 'spec-strict-refs',
    when: 'OpenAPI does not allow a $ref in a place',
    edits: [
      [
        response('not_found'),
        'headers:\n  seam-request-id:\n    $ref: ../headers/seam_request_id.yaml',
        'headers:\n  $ref: ../headers/all.yaml',
      ],
      ['components/headers/all.yaml', 'seam-request-id:\n  $ref: seam_request_id.yaml\n'],
    ],
    at: [response('not_found'), '$ref: ../headers/all.yaml'],
    also: [['response-contains-header', response('not_found'), 'headers:']],
  },
  {
    rule: 'rule/security-scheme-snake-case',
    when: 'the name of a security scheme is in camelCase',
    edits: [
      [
        root,
        '    api_key:\n',
        '    webhookSecret:\n      type: http\n      scheme: bearer\n      description: It signs webhooks.\n    api_key:\n',
      ],
      [root, '  - api_key: []', '  - webhookSecret: []\n  - api_key: []'],
    ],
    at: [root, 'webhookSecret:\n'],
  },
  {
    rule: 'rule/tag-snake-case',
    when: 'the name of a tag has spaces',
    edits: [
      [
        root,
        '  - name: acs_credentials\n',
        '  - name: ACS users\n    description: The people whom an access control system knows.\n  - name: acs_credentials\n',
      ],
    ],
    at: [root, '- name: ACS users'],
  },
]

const schemaMutations: Mutation[] = [
  {
    rule: 'rule/property-snake-case',
    when: 'a property is in camelCase',
    edits: [[schema('akiles_metadata'), 'member_pin_id:', 'memberPinId:']],
  },
  {
    rule: 'seam/alphabetical',
    when: 'the properties are not in alphabetical order',
    edits: [[schema('requested_hotek_metadata'), '  auto_join:', '  wait:']],
    at: [schema('requested_hotek_metadata'), '  override:'],
  },
  {
    rule: 'seam/alphabetical',
    when: 'the names under `required` are not in alphabetical order',
    edits: [[schema('api_error'), '  - message\n  - type\n', '  - type\n  - message\n']],
    at: [schema('api_error'), '  - message'],
  },
  {
    rule: 'rule/value-snake-case',
    when: 'a value of an enum is in upper case',
    edits: [
      [schema('access_method'), '  - card\n', '  - CARD\n'],
      [schema('access_method'), '  card: A plastic', '  CARD: A plastic'],
      [example('visionline_card_request'), 'access_method: card', 'access_method: CARD'],
    ],
    at: [schema('access_method'), 'enum:'],
  },
  {
    rule: 'rule/schema-open',
    when: 'a schema rejects unknown properties',
    edits: [[schema('akiles_metadata'), 'type: object\n', 'type: object\nadditionalProperties: false\n']],
    at: [schema('akiles_metadata'), 'additionalProperties'],
  },
  {
    rule: 'rule/schema-open',
    when: 'a schema rejects unevaluated properties',
    edits: [[schema('akiles_metadata'), 'type: object\n', 'type: object\nunevaluatedProperties: false\n']],
    at: [schema('akiles_metadata'), 'unevaluatedProperties'],
  },
  {
    rule: 'rule/schema-any-of',
    when: 'a schema allows exactly one of several shapes',
    edits: [[schema('create_acs_credential_request'), 'anyOf:', 'oneOf:']],
  },
  {
    rule: 'rule/schema-any-of',
    when: 'a schema has a discriminator',
    edits: [
      [
        schema('acs_credential_warning_base'),
        'type: object\n',
        'type: object\ndiscriminator:\n  propertyName: message\n',
      ],
    ],
    at: [schema('acs_credential_warning_base'), 'discriminator'],
  },
  {
    rule: 'rule/schema-any-of-apart',
    when: 'a schema has `properties` beside `anyOf`',
    edits: [
      [
        schema('akiles_metadata'),
        'type: object\n',
        'type: object\nanyOf:\n  - required:\n      - member_pin_id\n  - description: None.\n',
      ],
    ],
    at: [schema('akiles_metadata'), 'type: object'],
  },
  {
    rule: 'rule/no-json-schema-dialect',
    when: 'the document names a dialect of JSON Schema',
    edits: [
      [root, 'openapi: 3.1.1\n', 'openapi: 3.1.1\njsonSchemaDialect: https://json-schema.org/draft/2020-12/schema\n'],
    ],
    at: [root, 'jsonSchemaDialect'],
  },
  {
    rule: 'rule/deprecation-advice',
    when: 'a deprecated property does not say what to do instead',
    edits: [
      [
        schema('requested_visionline_metadata'),
        'The former name of `override`; use `override`.',
        'The former name of `override`.',
      ],
    ],
  },
  {
    rule: 'seam/enum-descriptions',
    when: 'a value of an enum has no description',
    edits: [
      [
        schema('access_method'),
        "  cloud_key: A key in the manufacturer's cloud, which lets an app open the door remotely.\n",
        '',
      ],
    ],
    at: [schema('access_method'), 'enum:'],
  },
  {
    rule: 'seam/enum-descriptions',
    when: 'a description has no value',
    edits: [
      [schema('access_method'), 'x-enumDescriptions:\n', 'x-enumDescriptions:\n  fob: A small tag on a key ring.\n'],
    ],
    at: [schema('access_method'), 'fob:'],
  },
  {
    rule: 'seam/open-enums',
    when: 'a response has a closed enum',
    edits: [
      [
        schema('visionline_metadata'),
        '          staff: The card of an employee.\n      - type: string\n',
        '          staff: The card of an employee.\n      - type: integer\n',
      ],
    ],
    at: [schema('visionline_metadata'), '      - type: string\n        enum:'],
  },
  {
    rule: 'seam/open-enums',
    when: 'a response has the closed enum of a request',
    edits: [
      [
        schema('acs_credential'),
        '    anyOf:\n      - $ref: access_method.yaml\n      - type: string\n',
        '    $ref: access_method.yaml\n',
      ],
    ],
    at: [schema('acs_credential'), '    description: |-\n      The kind of credential.'],
  },
  {
    rule: 'seam/schema-keywords',
    when: 'a schema has a keyword that not every stage supports',
    edits: [[schema('akiles_metadata'), 'type: object\n', 'type: object\nunevaluatedItems: true\n']],
    at: [schema('akiles_metadata'), 'unevaluatedItems'],
  },
  {
    rule: 'seam/schema-keywords',
    when: 'a schema has a format that not every stage supports',
    edits: [[schema('akiles_metadata'), '    type: string\n', '    type: string\n    format: hostname\n']],
    at: [schema('akiles_metadata'), 'hostname'],
  },
]

const proseMutations: Mutation[] = [
  {
    rule: 'seam/description-required',
    when: 'a property has no description',
    edits: [
      [schema('acs_user_owner'), '    description: The ID of the access system user who gets the credential.\n', ''],
    ],
    at: [schema('acs_user_owner'), '  acs_user_id:'],
  },
  {
    rule: 'seam/description-required',
    when: 'a schema has no description',
    edits: [
      [schema('acs_user_owner'), 'description: The owner, identified as a user of the access control system.\n', ''],
    ],
    at: [schema('acs_user_owner'), 'type: object'],
  },
  {
    rule: 'seam/description-required',
    when: 'a server has no description',
    edits: [
      [root, "    description: Production and sandbox. The key's workspace decides which one a call reaches.\n", ''],
    ],
    at: [root, '- url:'],
  },
  {
    rule: 'seam/description-sentences',
    when: 'a description starts with a lower-case letter',
    edits: [[schema('api_error'), 'description: What went wrong.', 'description: what went wrong.']],
  },
  {
    rule: 'seam/description-sentences',
    when: 'a line of a description ends without a full stop',
    edits: [[schema('api_error'), 'The error in English, for developers.', 'The error in English, for developers']],
    at: [schema('api_error'), '    description: |-\n      The error'],
  },
  {
    rule: 'seam/description-sentences',
    when: 'the description of a value is not a sentence',
    edits: [
      [
        schema('access_method'),
        'card: A plastic card or tag, which must be encoded before it opens a door.',
        'card: a plastic card',
      ],
    ],
  },
  {
    rule: 'seam/description-sentences',
    when: 'a description beside a $ref is not a sentence',
    edits: [
      [
        schema('acs_credential'),
        '    $ref: akiles_metadata.yaml\n',
        '    $ref: akiles_metadata.yaml\n    description: for Akiles\n',
      ],
    ],
    at: [schema('acs_credential'), 'for Akiles'],
  },
  {
    rule: 'seam/description-says-more',
    when: 'a description is a placeholder, such as "The is managed."',
    edits: [
      [
        schema('requested_hotek_metadata'),
        'description: Whether the first use of the card makes the current cards of the room invalid.',
        'description: The override.',
      ],
    ],
  },
  {
    rule: 'seam/key-order',
    when: 'an operation describes its responses before its security',
    edits: [
      [operation, '  security:\n    - api_key: []\n    - personal_access_token: []\n      seam_workspace: []\n', ''],
      [operation, 'service_unavailable.yaml\n', 'service_unavailable.yaml\n  security:\n    - api_key: []\n'],
    ],
    at: [operation, '  security:'],
  },
  {
    rule: 'seam/key-order',
    when: 'a schema describes itself after its properties',
    edits: [
      [
        schema('acs_user_owner'),
        'description: The owner, identified as a user of the access control system.\nrequired:\n  - acs_user_id\n',
        'required:\n  - acs_user_id\ndescription: The owner, identified as a user of the access control system.\n',
      ],
    ],
    at: [schema('acs_user_owner'), 'description: The owner'],
  },
]

export const mutations = [
  ...redoclyMutations,
  ...operationMutations,
  ...exampleMutations,
  ...fileMutations,
  ...schemaMutations,
  ...proseMutations,
]
