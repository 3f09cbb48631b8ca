import type { Json, Level, Side, Step, Usage } from '../../src/change.ts'
import { listDocumentMutants } from './document-mutants.ts'
import { listEnumMutants } from './enum-mutants.ts'
import { ANY_SIDE, type Kind, type Mutant, type Verdict } from './mutant.ts'
import type { Random } from './random.ts'
import { copyAround, extend, listReached, type Reached } from './reach.ts'
import { NULLABLE, SCHEMA_KINDS } from './schema-kinds.ts'
import { SPELLING_KINDS } from './spelling-kinds.ts'

/** Pairs of documents around one, each with the level that it needs by construction. */
export function listMutants(document: Json, random: Random): Mutant[] {
  const reached = [...listReached(document).values()]
  const ofSchemas = reached.flatMap((place) => [
    ...SCHEMA_KINDS.flatMap((kind) => mutate(document, place, kind, random, 'named')),
    ...SPELLING_KINDS.flatMap((kind) => mutate(document, place, kind, random, 'unnamed')),
  ])
  return [
    ...ofSchemas,
    ...reached.flatMap((place) => listEnumMutants(document, place)),
    ...listDocumentMutants(document),
  ]
}

const NOTHING = ANY_SIDE('patch')

function mutate(document: Json, place: Reached, kind: Kind, random: Random, naming: 'named' | 'unnamed'): Mutant[] {
  // A plain string beside an enum is one half of an open enum: an edit of it is an edit of the whole.
  if ([...place.isOpen.values()].some(Boolean)) return []
  const [head, schema] = copyAround(document, place.pointer)
  const segment = kind.edit(schema, random)
  if (segment === undefined) return []
  const isNothing = kind.name === NULLABLE && place.isNullRejected
  const [forward, backward] = isNothing ? [NOTHING, NOTHING] : [kind.forward, kind.backward]
  const isNamed = naming === 'named' && !isNothing
  const usages = isNamed ? place.usages.map((usage) => append(usage, segment)) : undefined
  const name = `${kind.name}: ${place.pointer} ${segment}`.trim()
  return [
    { name, base: document, head, usages, ...applyVerdict(forward, place.usages) },
    { name: `${name}, undone`, base: head, head: document, usages, ...applyVerdict(backward, place.usages) },
  ]
}

const LEVELS: Level[] = ['patch', 'minor', 'major']

/** The largest of what the sides need that see the place. */
function applyVerdict(verdict: Verdict, usages: Usage[]): { level: Level; breaks: Side[] } {
  const sides = [...new Set(usages.map(({ side }) => side))].toSorted()
  const level = sides
    .map((side) => verdict[side])
    .toSorted((one, other) => LEVELS.indexOf(other) - LEVELS.indexOf(one))[0]!
  return { level, breaks: sides.filter((side) => verdict[side] === 'major') }
}

/** Kinds write a step as a message does. */
const STEPS: Record<string, Step> = { '[]': { all: 'items' }, '(names)': { all: 'names' } }

function append(usage: Usage, segment: string): Usage {
  return segment === '' ? usage : extend(usage, STEPS[segment] ?? segment)
}
