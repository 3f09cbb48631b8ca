import type { Schema } from '@cfworker/json-schema'

export type { Schema }

// oxlint-disable-next-line typescript/no-explicit-any -- before it is validated, a body has any shape
export type Json = any

/** What the mock knows of the API, as the package `codegen` writes it. */
export interface Contract {
  readonly operations: readonly Operation[]
  /** By name, referring to each other as `#/$defs/<name>`. */
  readonly schemas: Record<string, Schema>
}

export interface Operation {
  readonly path: string
  readonly method: string
  /** The name of the body's schema. */
  readonly request?: string
  /** The status of a success, */
  readonly success: number
  /** and the name of its body's schema. */
  readonly response?: string
  /** By status. */
  readonly answers: Readonly<Record<string, Answer>>
}

export interface Answer {
  /** The documented headers with their examples. */
  readonly headers: Readonly<Record<string, string>>
  readonly examples: Readonly<Record<string, Example>>
}

export interface Example {
  /** The media type. */
  readonly type: string
  readonly value: Json
}
