/** The parts of an OpenAPI 3.1 document that this site renders; `keywords.ts` refuses all others. */
export interface OpenApi {
  openapi: string
  info: { title: string; version: string; summary?: string; description?: string; license?: License }
  servers: Server[]
  security?: SecurityRequirement[]
  tags?: Tag[]
  paths: Record<string, Partial<Record<string, Operation>>>
  components: {
    examples?: Record<string, Example>
    headers?: Record<string, Header>
    parameters?: Record<string, Parameter>
    requestBodies?: Record<string, RequestBody>
    responses?: Record<string, Response>
    schemas: Record<string, Schema>
    securitySchemes?: Record<string, SecurityScheme>
  }
}

export interface License {
  name: string
  identifier?: string
  url?: string
}

export interface Server {
  url: string
  description?: string
}

export interface Tag {
  name: string
  description?: string
}

export type SecurityRequirement = Record<string, string[]>

export interface SecurityScheme {
  type: string
  scheme?: string
  in?: string
  name?: string
  description?: string
}

export interface Operation {
  operationId: string
  tags?: string[]
  summary: string
  description?: string
  deprecated?: boolean
  security?: SecurityRequirement[]
  parameters?: Parameter[]
  requestBody?: RequestBody
  responses: Record<string, Response>
}

export interface Parameter extends Header {
  name: string
  in: string
}

export interface Header {
  $ref?: string
  description?: string
  required?: boolean
  deprecated?: boolean
  schema?: Schema
  example?: unknown
}

export interface RequestBody {
  $ref?: string
  description?: string
  required?: boolean
  content: Record<string, MediaType>
}

export interface Response {
  $ref?: string
  description: string
  headers?: Record<string, Header>
  content?: Record<string, MediaType>
}

export interface MediaType {
  schema?: Schema
  example?: unknown
  examples?: Record<string, Example>
}

export interface Example {
  $ref?: string
  summary?: string
  description?: string
  value?: unknown
}

export interface Schema {
  $ref?: string
  title?: string
  type?: string | string[]
  description?: string
  properties?: Record<string, Schema>
  patternProperties?: Record<string, Schema>
  additionalProperties?: Schema | boolean
  required?: string[]
  items?: Schema
  allOf?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  not?: Schema
  enum?: unknown[]
  const?: unknown
  default?: unknown
  format?: string
  pattern?: string
  minLength?: number
  deprecated?: boolean
  example?: unknown
  examples?: unknown[]
  'x-enumDescriptions'?: Record<string, string>
}
