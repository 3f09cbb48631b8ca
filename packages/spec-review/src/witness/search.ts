import type { ErrorObject } from 'ajv/dist/2020.js'
import type { Json, Usage } from '../change.ts'
import type { OpenApi } from '../document/document.ts'
import { textOf, unique } from './candidates/generate.ts'
import { listNames, usesNewName } from './declared.ts'
import { placesOf } from './problem-places.ts'
import { readingsOf } from './readings.ts'
import { registryOf, type Registry } from './registry.ts'
import type { Validate } from './validator.ts'

export interface Found {
  value: Json
  /** Everything that the rejecting side says. */
  errors: ErrorObject[]
}

/** What a search at one place of the API yields. */
export interface Search {
  /** Payloads that one version accepts and the other rejects, in the direction that breaks the side: the smallest of each kind. */
  found: Found[]
  /** Some payloads that are accepted where they come from, to build others on. */
  accepted: Json[]
  /** Whether there were too many payloads to try them all. */
  isCut: boolean
  /** What is wrong with a payload that only one version accepts; undefined where that proves no break. */
  test: (value: Json) => ErrorObject[] | undefined
}

const MOST_CANDIDATES = 6000
const MOST_OF_KIND = 4
const MOST_ACCEPTED = 12

/**
 * Searches for payloads without rules. Undefined where the two are the same; throws where a search is impossible.
 *
 * @param known What was found for the same two schemas elsewhere.
 */
export function search(
  documents: { base: OpenApi; head: OpenApi },
  before: Json,
  after: Json,
  { side, parameter }: Usage,
  known: Map<string, Search>,
): Search | undefined {
  const registry = registryOf(side)
  const [base, head] = [registry.read(documents.base, before), registry.read(documents.head, after)]
  if (base === head) return undefined
  const isText = parameter !== undefined && side === 'request'
  const key = [side, isText, base, head].join(' ')
  const outcome = known.get(key) ?? searchPair(registry, base, head, isText)
  known.set(key, outcome)
  return outcome
}

function searchPair(registry: Registry, base: string, head: string, isText: boolean): Search {
  const { side } = registry.definitions
  const [from, to] = side === 'request' ? [base, head] : [head, base]
  const { accepts } = registry.validator(from)
  const { validate } = registry.validator(to)
  const rejects = isText ? readLeniently(validate) : validate
  const namesOf = once(() => [base, head].map((name) => listNames(registry.definitions.schemas, name)))
  const test = (value: Json) => {
    if (!accepts(value)) return undefined
    const errors = rejects(value)
    const isNoProof = errors.length === 0 || (side === 'request' && usesNewName(value, namesOf()[0], namesOf()[1]))
    return isNoProof ? undefined : errors
  }
  let isCut = false
  const onCut = () => void (isCut = true)
  const same = registry.reach(base).intersection(registry.reach(head))
  const kinds = new Map<string, Found[]>()
  const accepted: Json[] = []
  for (const value of unique(
    [...registry.list(base, same, onCut), ...registry.list(head, same, onCut)],
    MOST_CANDIDATES,
  )) {
    const errors = test(value)
    if (errors) keepSmallest(kinds, { value, errors })
    else if (accepted.length < MOST_ACCEPTED && accepts(value)) accepted.push(value)
  }
  return { found: [...kinds.values()].flat(), accepted, isCut, test }
}

/** Of payloads that are rejected for the same reasons the smallest will do. */
function keepSmallest(kinds: Map<string, Found[]>, found: Found): void {
  const key = [...new Set(found.errors.flatMap(placesOf).map(toPlaceKey))].toSorted().join(' ')
  const kind = [...(kinds.get(key) ?? []), found]
  const isFull = kind.length > MOST_OF_KIND
  const kept = isFull ? kind.toSorted((one, other) => sizeOf(one.value) - sizeOf(other.value)).slice(0, -1) : kind
  kinds.set(key, kept)
}

/** Items are alike wherever they stand. */
const toPlaceKey = (keys: string[]) => JSON.stringify(keys.map((key) => (/^\d+$/.test(key) ? '0' : key)))

/** Text is rejected where each way to read it is. */
function readLeniently(validate: Validate): Validate {
  return (value) => {
    const errors = validate(value)
    return errors.length === 0 || readingsOf(value).some((reading) => validate(reading).length === 0) ? [] : errors
  }
}

export const sizeOf = (value: Json) => (typeof value === 'string' ? value.length : textOf(value).length)

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined
  return () => (made ??= { value: make() }).value
}
