// oxlint-disable-next-line typescript/no-explicit-any -- parsed JSON, whose shape only its reader knows
export type Json = any

/**
 * The objects of a bundled OpenAPI 3.1 document.
 * @see https://spec.openapis.org/oas/v3.1.1.html#schema-0
 */
export interface OpenApiDocument {
  openapi: string
  info: Info
  servers?: Server[]
  security?: SecurityRequirement[]
  tags?: Tag[]
  paths?: Record<string, PathItem>
  components?: Components
}

export interface Info {
  title: string
  version: string
  summary?: string
  description?: string
  license?: { name: string; identifier?: string; url?: string }
}

export interface Server {
  url: string
  description?: string
}

export interface Tag {
  name: string
  description?: string
}

/** The security schemes that a request needs together, each with its scopes. */
export type SecurityRequirement = Record<string, string[]>

export interface Components {
  examples?: Record<string, Example>
  headers?: Record<string, Header>
  parameters?: Record<string, Parameter>
  pathItems?: Record<string, PathItem>
  requestBodies?: Record<string, RequestBody>
  responses?: Record<string, Response>
  schemas?: Record<string, Schema>
  securitySchemes?: Record<string, SecurityScheme>
}

/** Any object that a `$ref` can replace. The summary and description beside the `$ref` replace those of the target. */
export interface Referable {
  $ref?: string
  summary?: string
  description?: string
}

export interface SecurityScheme extends Referable {
  type: string
  scheme?: string
  in?: string
  name?: string
}

export interface PathItem extends Referable {
  parameters?: Parameter[]
  servers?: Server[]
  get?: OperationObject
  put?: OperationObject
  post?: OperationObject
  delete?: OperationObject
  options?: OperationObject
  head?: OperationObject
  patch?: OperationObject
  trace?: OperationObject
}

export interface OperationObject {
  operationId?: string
  tags?: string[]
  summary?: string
  description?: string
  deprecated?: boolean
  security?: SecurityRequirement[]
  servers?: Server[]
  parameters?: Parameter[]
  requestBody?: RequestBody
  responses?: Record<string, Response>
}

export interface Header extends Referable {
  required?: boolean
  deprecated?: boolean
  schema?: Schema
  content?: Record<string, MediaType>
  example?: unknown
  examples?: Record<string, Example>
}

export interface Parameter extends Header {
  name: string
  in: string
  style?: string
  explode?: boolean
}

export interface RequestBody extends Referable {
  required?: boolean
  content: Record<string, MediaType>
}

export interface Response extends Referable {
  headers?: Record<string, Header>
  content?: Record<string, MediaType>
}

export interface MediaType {
  schema?: Schema
  example?: unknown
  examples?: Record<string, Example>
}

export interface Example extends Referable {
  value?: unknown
}

/** A JSON Schema of draft 2020-12. Boolean schemas occur only in `additionalProperties` and similar keywords. */
export interface Schema {
  $ref?: string
  title?: string
  description?: string
  deprecated?: boolean
  default?: unknown
  example?: unknown
  examples?: unknown[]
  readOnly?: boolean
  writeOnly?: boolean
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  'x-enumDescriptions'?: Record<string, string>
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  exclusiveMaximum?: number
  multipleOf?: number
  properties?: Record<string, Schema>
  patternProperties?: Record<string, Schema>
  additionalProperties?: Schema | boolean
  propertyNames?: Schema
  required?: string[]
  minProperties?: number
  maxProperties?: number
  items?: Schema
  minItems?: number
  maxItems?: number
  uniqueItems?: boolean
  allOf?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  not?: Schema
}
