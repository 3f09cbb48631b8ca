import type { Exchange } from '@seam-acs/recorder/recording'
import type { Json, OpenApiDocument, Operation } from '@seam-acs/spec/model'
import type { Accepts } from '../ledger/accepts.ts'
import type { Body, Place } from '../ledger/bodies.ts'
import type { Obligation } from '../ledger/ledger.ts'
import type { BodyObligation } from '../ledger/obligations.ts'
import type { Validate } from '../validators/validate.ts'
import type { Tools } from './body-tools.ts'

/** What every function that synthesizes exchanges needs. */
export interface SynthesisContext {
  contract: OpenApiDocument
  accepts: Accepts
  validate: Validate
  tools: Tools
}

/** The synthesis for one operation: the unmet obligations, and how to add exchanges that meet them. */
export interface Synthesis extends SynthesisContext {
  operation: Operation
  /** The JSON body of the request; undefined if the operation takes none. */
  request: Body | undefined
  isUnmet(obligation: Obligation): boolean
  listUnmetOf(bodies: (Body | undefined)[]): BodyObligation[]
  /** Adds an exchange, and returns true, if the spec allows it and it meets an unmet obligation. */
  add(slug: string, exchange: Exchange, from: string, changes?: string[]): boolean
  createResponse(place: Place, content: string, value: Json, slug: string): Exchange['response']
}
