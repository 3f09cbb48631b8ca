import type { Schema } from '@cfworker/json-schema'

export type { Schema }

// oxlint-disable-next-line typescript/no-explicit-any -- before it is validated, a body has any shape
export type Json = any

/** What the mock knows of an API, as `toMockContract` of the package `codegen` makes it from an OpenAPI document. */
export interface Contract {
  readonly operations: readonly Operation[]
  /** By name, referring to each other as `#/$defs/<name>`. */
  readonly schemas: Record<string, Schema>
}

export interface Operation {
  readonly path: string
  readonly method: string
  /** The name of the schema of the request's body; absent for an operation that takes none. */
  readonly request?: string
  /** The status of a success, */
  readonly success: number
  /** the name of the schema of its body, absent for an empty body or one that is not JSON, */
  readonly response?: string
  /** and where in the body its result is. */
  readonly result: Result
  /** By status. */
  readonly answers: Readonly<Record<string, Answer>>
}

/** One object, a list or a page of them under `key`; several properties, or none, beside `ok`. */
export type Result =
  | { readonly kind: 'one' | 'list' | 'page'; readonly key: string }
  | { readonly kind: 'none' | 'object' }

export interface Answer {
  /** The documented headers with their examples. */
  readonly headers: Readonly<Record<string, string>>
  /** By name. The first one of a success in JSON fits its schema and has no `ok: false`. */
  readonly examples: Readonly<Record<string, Example>>
}

export interface Example {
  /** The media type. */
  readonly type: string
  readonly value: Json
}
