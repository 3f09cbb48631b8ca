import type { Json, Level, Side, Usage } from '../../src/change.ts'
import type { Node } from './node.ts'
import type { Random } from './random.ts'

/** What a change needs by construction: read off the edit and the side, not computed from schemas. */
export type Verdict = Record<Side, Level>

/** A pair of documents that differ in one thing, and what that needs. */
export interface Mutant {
  name: string
  base: Json
  head: Json
  level: Level
  breaks: Side[]
  /** Where it shows; undefined for what belongs to no place of the API. */
  usages: Usage[] | undefined
}

/** An edit of the schema at a pointer, with what it needs and what undoing it needs. */
export interface Kind {
  name: string
  forward: Verdict
  backward: Verdict
  /** Edits the schema in place and returns what to append to the path; undefined where the edit does not apply. */
  edit: (schema: Node, random: Random) => string | undefined
}

export const ANY_SIDE = (level: Level): Verdict => ({ request: level, response: level })

/** Fewer values: rejected where they were sent, never seen where they were read. */
export const NARROWER: Verdict = { request: 'major', response: 'minor' }
/** More values: accepted where they were rejected, a surprise to whoever reads. */
export const WIDER: Verdict = { request: 'minor', response: 'major' }
