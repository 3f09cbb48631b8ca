import type { Schema } from '@cfworker/json-schema'

export type { Schema }

// oxlint-disable-next-line typescript/no-explicit-any -- before it is validated, a body has any shape
export type Json = any

/** What the mock knows about an API. `toMockContract` of the package `codegen` makes it from an OpenAPI document. */
export interface Contract {
  readonly operations: readonly Operation[]
  /** The schemas by name. They refer to each other as `#/$defs/<name>`. */
  readonly schemas: Record<string, Schema>
}

export interface Operation {
  readonly path: string
  readonly method: string
  /** The name of the request body's schema; absent if the operation takes no body. */
  readonly request?: string
  /** The status of a success. */
  readonly success: number
  /** The name of the schema of a success; absent if its body is empty or not JSON. */
  readonly response?: string
  /** Where the result is in the body of a success. */
  readonly result: Result
  /** The headers and examples of each response, by status. */
  readonly responses: Readonly<Record<string, DocumentedResponse>>
}

/**
 * `key` is the property with the object, the list or the page. The other kinds have several properties or none beside
 * `ok`.
 */
export type Result =
  | { readonly kind: 'one' | 'list' | 'page'; readonly key: string }
  | { readonly kind: 'none' | 'object' }

export interface DocumentedResponse {
  /** The documented headers with their examples. */
  readonly headers: Readonly<Record<string, string>>
  /** The examples by name. The first JSON example of a success is valid and does not have `ok: false`. */
  readonly examples: Readonly<Record<string, Example>>
}

export interface Example {
  /** The media type. */
  readonly type: string
  readonly value: Json
}
