import type { ErrorObject } from 'ajv/dist/2020.js'
import type { Change, Json, Usage } from '../change.ts'
import { readBasePaths } from '../document/base-path.ts'
import { openDocument, type OpenApi } from '../document/document.ts'
import { splitPointer, valueAt } from '../document/pointer.ts'
import { keyOfMessage } from '../usage.ts'
import { graft, partsAt } from './graft.ts'
import { isAlong, placesOf } from './problem-places.ts'
import { registryOf } from './registry.ts'
import { search, sizeOf, type Found, type Search } from './search.ts'
import { listSites } from './sites.ts'

/** A payload that proves a break: accepted before and rejected now, or possible now and never sent before. */
export interface Witness {
  usage: Usage
  value: Json
  /** What the side that rejects it says, such as `/starts_at must be string`. */
  problem: string
}

/** A break that the rules did not call one. */
export interface Defect extends Witness {
  /** The largest change that the rules found at the place, undefined where they found none. */
  verdict: Change | undefined
}

/** A place at which there was no search, so that the rules alone judge it. */
export interface Unsearched {
  usage: Usage
  reason: string
}

/** For each cause that breaks someone the payload that shows it best, where the search finds one. */
export function findWitnesses(base: Json, head: Json, changes: Change[]): Map<Change, Witness> {
  const result = new Map<Change, Witness>()
  const { documents, places } = searchAll(base, head)
  const byMessage = new Map(places.map((place) => [keyOfMessage(place.usage), place]))
  for (const change of changes.filter(({ level, rule }) => level === 'major' && !OF_MESSAGES.test(rule))) {
    const tried = new Set<Search>()
    const affected = change.usages.filter(({ side }) => change.breaks.includes(side))
    for (const usage of affected.slice(0, MOST_USAGES)) {
      const place = byMessage.get(keyOfMessage(usage))
      if (!place || tried.has(place.outcome)) continue
      if (tried.size >= MOST_PLACES) break
      tried.add(place.outcome)
      const found = isBranch(change)
        ? proveBranch(documents, place.outcome, usage, change)
        : proveAt(place.outcome, usage, change)
      const best = pickClearest(found)
      if (!best) continue
      // The sentence names the first place, so that a payload of it is the easiest to follow.
      result.set(change, { usage: place.usage, value: best.value, problem: sayProblem(best.errors[0]!) })
      break
    }
  }
  return result
}

/** Rules on a message as a whole, about which the values in it say nothing. */
const OF_MESSAGES =
  /^(body|encoding|media-type|operation|parameter|required-body|required-parameter|response|security|server|stability)-/

/** One payload is enough, so not every place of a change is tried. */
const MOST_PLACES = 3
const MOST_USAGES = 50

/** The payloads that are rejected at the place of a change, those first that are rejected for what it is about. */
function proveAt({ found }: Search, { steps }: Usage, { rule }: Change): Found[] {
  const here = found.flatMap(({ value, errors }) => {
    const own = errors.filter((error) => placesOf(error).some((keys) => isAlong(keys, steps)))
    const kin = own.filter(({ keyword }) => isKin(rule, keyword))
    return own.length > 0 ? [{ value, errors: [...new Set([...kin, ...own, ...errors])], isKin: kin.length > 0 }] : []
  })
  const exact = here.filter((proof) => proof.isKin)
  return exact.length > 0 ? exact : here
}

/** Whether a validator's keyword is what a rule is about: `maxLength` and `max-length-lowered`. */
function isKin(rule: string, keyword: string): boolean {
  const words = keyword.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return rule.startsWith(words) || (keyword === 'type' && /null/.test(rule)) || rule.endsWith(words)
}

const isBranch = ({ rule }: Change) => rule === 'alternative-added' || rule === 'alternative-removed'

/** Payloads whose part is of the branch that is new or gone, and would not be rejected without it. */
function proveBranch(documents: Documents, place: Search, { side, steps }: Usage, change: Change): Found[] {
  const document = change.rule === 'alternative-added' ? documents.head : documents.base
  const branch = valueAt(document.root, splitPointer(change.pointer))
  if (branch === undefined) return []
  const registry = registryOf(side)
  const name = registry.read(document, branch)
  const { accepts: isOfBranch } = registry.validator(name)
  const inner = new Set(registry.reach(name))
  inner.delete(name)
  const parts = Iterator.from(registry.list(name, inner)).filter(isOfBranch).take(6).toArray()
  const wholes = [...place.accepted, ...place.found.map(({ value }) => value)].slice(0, 6)
  for (const part of parts) {
    for (const whole of wholes) {
      const value = graft(whole, steps, part)
      const errors = value === undefined ? undefined : place.test(value)
      if (errors) return [{ value: value!, errors }]
    }
  }
  return place.found.filter(({ value }) => partsAt(value, steps).some(isOfBranch))
}

/** Payloads that prove a break where no change says so: each is a defect of the rules. */
export function findDefects(base: Json, head: Json, changes: Change[]): Defect[] {
  return selectDefects(findBreaks(base, head), changes)
}

/** The places at which a search was impossible, each with the reason. */
export function findUnsearched(base: Json, head: Json): Unsearched[] {
  return searchAll(base, head).unsearched
}

/** The smallest payload that proves a break, for each body, parameter and header that has one. */
export function findBreaks(base: Json, head: Json): Witness[] {
  return searchAll(base, head).places.flatMap(({ usage, outcome }) => {
    const clearest = pickClearest(outcome.found)
    return clearest ? [{ usage, value: clearest.value, problem: sayProblem(clearest.errors[0]!) }] : []
  })
}

/** The breaks that some changes do not speak of. */
export function selectDefects(breaks: Witness[], changes: Change[]): Defect[] {
  const major = changes.filter(({ level }) => level === 'major')
  const known = new Set(
    major.flatMap(({ breaks: sides, usages }) => usages.filter(({ side }) => sides.includes(side)).map(keyOfMessage)),
  )
  return breaks.flatMap((proof) => {
    const key = keyOfMessage(proof.usage)
    if (known.has(key)) return []
    return [{ ...proof, verdict: changes.find(({ usages }) => usages.some((usage) => keyOfMessage(usage) === key)) }]
  })
}

interface Place {
  usage: Usage
  outcome: Search
}

interface Documents {
  base: OpenApi
  head: OpenApi
}

interface Searched {
  documents: Documents
  places: Place[]
  unsearched: Unsearched[]
}

/** What was found for two documents, which nobody edits in between: a review asks for defects and for payloads. */
const searched = new WeakMap<object, WeakMap<object, Searched>>()

function searchAll(base: Json, head: Json): Searched {
  const [before, after] = [Object(base), Object(head)]
  const known = searched.get(before)?.get(after)
  if (known) return known
  const documents = { base: openDocument(base), head: openDocument(head) }
  const basePaths = readBasePaths(documents.base, documents.head)
  const sites = listSites(documents.base, basePaths.base)
  const result: Searched = { documents, places: [], unsearched: [] }
  const outcomes = new Map<string, Search>()
  for (const [key, { usage, schema }] of listSites(documents.head, basePaths.head)) {
    const other = sites.get(key)
    if (!other) continue
    try {
      const outcome = search(documents, other.schema, schema, usage, outcomes)
      if (outcome) result.places.push({ usage, outcome })
      if (outcome?.isCut)
        result.unsearched.push({ usage, reason: 'its schemas lead to too many payloads to try them all' })
    } catch (error) {
      result.unsearched.push({ usage, reason: sayReason(error) })
    }
  }
  searched.set(before, (searched.get(before) ?? new WeakMap()).set(after, result))
  return result
}

function sayReason(error: unknown): string {
  if (error instanceof RangeError) return 'a validator of its schema never ends'
  return error instanceof Error ? error.message : String(error)
}

function sayProblem({ instancePath, message, keyword }: ErrorObject): string {
  return `${instancePath} ${message ?? keyword}`.trim()
}

/** The payload that is rejected for the fewest reasons, the smallest of these. */
function pickClearest(proofs: Found[]): Found | undefined {
  return proofs.toSorted(
    (one, other) => one.errors.length - other.errors.length || sizeOf(one.value) - sizeOf(other.value),
  )[0]
}
