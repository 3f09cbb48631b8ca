import type { ErrorObject } from 'ajv/dist/2020.js'
import type { Change, Json, Usage } from '../change.ts'
import { openDocument } from '../document/document.ts'
import { search, sizeOf, type Found } from './search.ts'
import { isSameMessage } from '../usage.ts'
import { isAlong, placesOf } from './problem-places.ts'
import { listSites } from './sites.ts'

/** A payload that proves a break: accepted before and refused now, or possible now and never sent before. */
export interface Witness {
  usage: Usage
  value: Json
  /** What the side that refuses it says, such as `/starts_at must be string`. */
  problem: string
}

/** A break that the rules did not call one. */
export interface Defect extends Witness {
  /** The largest change that the rules found at the place, undefined where they found none. */
  verdict: Change | undefined
}

/** For each cause that breaks someone the payload that shows it best, where the search finds one. */
export function findWitnesses(base: Json, head: Json, changes: Change[]): Map<Change, Witness> {
  const result = new Map<Change, Witness>()
  const places = searchAll(base, head)
  for (const change of changes.filter(({ level }) => level === 'major')) {
    const proofs = places.flatMap(({ usage, found }) => {
      const ways = change.usages.filter((other) => isSameMessage(usage, other)).map(({ steps }) => steps)
      return found.flatMap(({ value, errors }) => {
        const error = errors.find((one) => placesOf(one).some((keys) => ways.some((steps) => isAlong(keys, steps))))
        return error ? [{ usage, value, errors, problem: sayProblem(error) }] : []
      })
    })
    const best = pickClearest(proofs)
    if (best) result.set(change, { usage: best.usage, value: best.value, problem: best.problem })
  }
  return result
}

/** Payloads that prove a break where no change says so: each is a defect of the rules. */
export function findDefects(base: Json, head: Json, changes: Change[]): Defect[] {
  return selectDefects(findBreaks(base, head), changes)
}

/** The smallest payload that proves a break, for each body, parameter and header that has one. */
export function findBreaks(base: Json, head: Json): Witness[] {
  return searchAll(base, head).map(({ usage, found }) => {
    const { value, errors } = pickClearest(found)!
    return { usage, value, problem: sayProblem(errors[0]!) }
  })
}

/** The breaks that some changes do not speak of. */
export function selectDefects(breaks: Witness[], changes: Change[]): Defect[] {
  return breaks.flatMap((proof) => {
    const here = changes.filter(({ usages }) => usages.some((other) => isSameMessage(proof.usage, other)))
    const isKnown = here.some((change) => change.level === 'major' && change.breaks.includes(proof.usage.side))
    return isKnown ? [] : [{ ...proof, verdict: here[0] }]
  })
}

interface Place {
  usage: Usage
  found: Found[]
}

/** What was found for two documents, which nobody edits in between: a review asks for defects and for payloads. */
const searched = new WeakMap<object, WeakMap<object, Place[]>>()

function searchAll(base: Json, head: Json): Place[] {
  const [before, after] = [Object(base), Object(head)]
  const known = searched.get(before)?.get(after)
  if (known) return known
  const documents = { base: openDocument(base), head: openDocument(head) }
  const sites = listSites(documents.base)
  const places = [...listSites(documents.head)].flatMap(([key, site]) => {
    const other = sites.get(key)
    const found = other ? search(documents, other.schema, site.schema, site.usage.side) : []
    return found.length > 0 ? [{ usage: site.usage, found }] : []
  })
  searched.set(before, (searched.get(before) ?? new WeakMap()).set(after, places))
  return places
}

function sayProblem({ instancePath, message, keyword }: ErrorObject): string {
  return `${instancePath} ${message ?? keyword}`.trim()
}

/** The payload that is refused for the fewest reasons, the smallest of these. */
function pickClearest<Proof extends Found>(proofs: Proof[]): Proof | undefined {
  return proofs.toSorted(
    (one, other) => one.errors.length - other.errors.length || sizeOf(one.value) - sizeOf(other.value),
  )[0]
}
