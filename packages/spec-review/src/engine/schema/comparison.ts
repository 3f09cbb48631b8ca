import type { Step } from '../../change.ts'
import type { Effect, Finding } from '../finding.ts'
import type { Place } from '../../document/document.ts'
import type { Scope } from './names.ts'
import type { Reader, View } from './view.ts'

/** A schema of the base and its counterpart in the head, with what differs in them and below them. */
export interface Pair extends Differences {
  key: string
  /** The same for copies of the two schemas, wherever they stand. */
  content: () => string
  /** False while the pair is being compared, which a circle can see. */
  isComplete: boolean
}

/** What differs, and the ways to what lies below. */
export interface Differences {
  findings: Finding[]
  edges: Edge[]
}

/** The way from a pair to one below it. */
export interface Edge {
  /** Undefined where it is the same value seen through a further schema. */
  step: Step | undefined
  effect: Effect
  pair: Pair
}

interface Descent {
  effect?: Effect
  isRequired?: boolean
  isCondition?: boolean
}

/** What a rule sees of one pair. */
export interface Comparison {
  base: View
  head: View
  readers: { base: Reader; head: Reader }
  /** The whole object, of which these views may be one branch. */
  scope: Scope
  /** Whether the value is always there, so that a default for its absence says nothing. */
  isRequired: boolean
  /** Whether values are written as text, where `true` and `5` are strings too. */
  isText: boolean
  report: (finding: Finding) => void
  /** Compares what lies below; without a step, it is the same value seen through a further schema. */
  descend: (base: Place[], head: Place[], step: Step | undefined, how?: Descent) => void
  /** What differs between two further schemas for the same value. */
  differ: (base: Place[], head: Place[]) => Pair
  /** Whether every value of the one is accepted by the other. */
  isCovered: (base: Place[], head: Place[], by: 'head' | 'base') => boolean
}

export interface SchemaComparer {
  readers: { base: Reader; head: Reader }
  compare: (base: Place[], head: Place[], isRequired: boolean) => Pair
}
