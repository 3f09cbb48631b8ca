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
  /** The parameter, or the header of a response; absent for a body. */
  parameter?: Parameter
  /** The way from the body or the parameter to the part; empty for the whole. */
  steps: Step[]
}

export interface Parameter {
  in: 'cookie' | 'header' | 'path' | 'query'
  name: string
}

/** One step into a value: to the member of a name, to the item at a position, or to all of a kind. */
export type Step = string | { index: number } | { all: 'contained' | 'content' | 'items' | 'members' | 'names' }

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
  /** What has changed, where it is not part of a value: an operation, a status, a server. */
  name?: string
  /** The rest of a sentence that starts with the name or the first place. */
  says: string
  /** Absent where the thing is new. */
  before?: unknown
  /** Absent where the thing was removed. */
  after?: unknown
  /** Every operation and side that reaches the cause; empty for what belongs to the document as a whole. */
  usages: Usage[]
}
