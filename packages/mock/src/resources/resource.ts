import type { Json, Schema } from '../contract.ts'
import type { Issue } from '../request/input-errors.ts'
import type { Reply } from '../response/reply.ts'

/** What an operation does beyond its schema and its examples. */
export interface Behaviour {
  /** The problems of a body that its schema accepts. */
  findIssues?(body: Json): Issue[]
  run(call: ResourceCall): Outcome
  /** Stores the result of a success, which comes from `run` or from a requested example. */
  store?(result: Json): void
}

export interface ResourceCall {
  body: Json
  /** The body with the API's default values. */
  completed: Json
  /** The number of the request. */
  count: number
  workspaceId: string
}

/** The result, with its `pagination` if it is a page, or an error response. `schema` is one that accepts the result. */
export type Outcome =
  | { result: Json; pagination?: Json; schema?: Schema; failure?: never }
  | { failure: Reply; schema?: never }
