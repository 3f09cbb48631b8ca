import type { Exchange } from '@seam-acs/recorder/recording'
import type { Json, OpenApiDocument, Operation } from '@seam-acs/spec/model'
import type { Accepts } from '../ledger/accepts.ts'
import type { Body, Place } from '../ledger/bodies.ts'
import type { Obligation } from '../ledger/ledger.ts'
import type { BodyObligation } from '../ledger/obligations.ts'
import type { Validate } from '../validators/validate.ts'
import type { Tools } from './body-tools.ts'

/** What the makers of exchanges share. */
export interface SynthesisContext {
  contract: OpenApiDocument
  accepts: Accepts
  validate: Validate
  tools: Tools
}

/** What is still to be shown, and where an exchange that shows some of it goes. */
export interface Synthesis extends SynthesisContext {
  operation: Operation
  /** Of the operation; undefined where it takes no body in JSON. */
  request: Body | undefined
  isUnmet(obligation: Obligation): boolean
  listUnmetOf(bodies: (Body | undefined)[]): BodyObligation[]
  /** Keeps an exchange that the spec allows and that meets something new. */
  add(slug: string, exchange: Exchange, from: string, changes?: string[]): boolean
  createResponse(place: Place, content: string, value: Json, slug: string): Exchange['response']
}
