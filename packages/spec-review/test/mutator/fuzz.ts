import type { Json } from '../../src/change.ts'
import { compareDocuments } from '../../src/engine/index.ts'
import { findBreaks, selectDefects, type Defect } from '../../src/witness/index.ts'
import { editAtRandom } from './random-edit.ts'
import type { Random } from './random.ts'

export interface FuzzResult {
  edits: number
  /** Edits that the rules call major. */
  major: number
  /** Edits for which the search has a payload that proves a break, whatever the rules say. */
  proven: number
  /** Edits with a payload that proves a break which the rules missed. */
  defects: { base: Json; head: Json; defect: Defect }[]
}

/** Edits a document at random, one or two steps each, and lets rules and search judge; a third starts from an edit. */
export function fuzz(document: Json, edits: number, random: Random): FuzzResult {
  const result: FuzzResult = { edits, major: 0, proven: 0, defects: [] }
  for (let index = 0; index < edits; index++) {
    const base = random.below(3) === 0 ? editAtRandom(document, random) : document
    const steps = 1 + random.below(2)
    let head = base
    for (let step = 0; step < steps; step++) head = editAtRandom(head, random)
    const changes = compareDocuments(base, head)
    if (changes[0]?.level === 'major') result.major++
    const breaks = findBreaks(base, head)
    if (breaks.length > 0) result.proven++
    for (const defect of selectDefects(breaks, changes)) result.defects.push({ base, head, defect })
  }
  return result
}
