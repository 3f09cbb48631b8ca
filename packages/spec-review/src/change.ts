/** What a change needs of the version number, smallest last. */
export type Level = 'major' | 'minor' | 'patch'

/** `request`: what callers send, the server reads. `response`: what the server sends, callers read. */
export type Side = 'request' | 'response'

/** A value of a JSON document. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** One place of the API at which the cause of a change shows. */
export interface Usage {
  /** Method and path as the document writes them, such as `POST /acs/credentials/create`. */
  operation: string
  side: Side
  /** The status of the response, absent on the request side. */
  status?: string
  /** Absent for parameters and headers. */
  mediaType?: string
  /** `acs_credential.is_issued`, `` for the body itself, `header seam-request-id`, `query limit`. */
  path: string
}

/** One cause, however many operations share it. */
export interface Change {
  /** Stable id, such as `property-became-nullable`. */
  rule: string
  /** What the change needs. */
  level: Level
  /** Whose code breaks: that which sends (`request`), that which reads (`response`). Empty unless major. */
  breaks: Side[]
  /** JSON pointer of the cause in the head document, or in the base document where it was removed. */
  pointer: string
  /** Readable, such as `acs_credential.is_issued`; the name of the part where it is no property. */
  path: string
  /** One sentence in plain words. */
  message: string
  /** Absent where the thing is new. */
  before?: unknown
  /** Absent where the thing was removed. */
  after?: unknown
  /** Every operation and side that reaches the cause; empty for what belongs to the document as a whole. */
  usages: Usage[]
}
