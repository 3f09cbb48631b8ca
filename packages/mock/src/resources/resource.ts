import type { Json } from '../contract.ts'
import type { Issue } from '../request/input-errors.ts'
import type { Reply } from '../response/reply.ts'

/** What an operation does, where its examples and its schema are not all that there is to say. */
export interface Behaviour {
  /** What is wrong with a body that its schema accepts. */
  findIssues?(body: Json): Issue[]
  run(call: Call): Outcome
  /** Stores the result of a success, be it that of `run` or of an example that was asked for. */
  store?(result: Json): void
}

export interface Call {
  body: Json
  /** The body with the values that the API puts where it has none. */
  completed: Json
  /** The number of the request. */
  count: number
  workspaceId: string
}

/** The result, of a page with where the next one is; or another response. */
export type Outcome = { result: Json; pagination?: Json; failure?: never } | { failure: Reply }
