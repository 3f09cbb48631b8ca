import type { ErrorObject } from 'ajv/dist/2020.js'
import type { Json, Side, Usage } from '../change.ts'
import type { OpenApi } from '../document/document.ts'
import { toKey } from '../document/json.ts'
import { createCandidates } from './candidates/candidates.ts'
import { listNames, usesNewName } from './declared.ts'
import { unique } from './candidates/generate.ts'
import { toPlainSchema } from './plain-schema.ts'
import { placesOf } from './problem-places.ts'
import { readingsOf } from './readings.ts'
import { createValidate, type Validate } from './validator.ts'

export interface Found {
  value: Json
  /** Everything that the refusing side says. */
  errors: ErrorObject[]
}

/** What a search at one place of the API yields. */
export interface Search {
  /** Payloads that one version accepts and the other refuses, in the direction that breaks the side: the smallest of each kind. */
  found: Found[]
  /** Some payloads that are accepted where they come from, to build others on. */
  accepted: Json[]
  /** What is wrong with a payload that only one version accepts; undefined where that proves no break. */
  test: (value: Json) => ErrorObject[] | undefined
}

const MOST_CANDIDATES = 6000
const MOST_OF_KIND = 4
const MOST_ACCEPTED = 12

/** Searches for payloads without rules. Undefined where the two are the same; throws where a search is impossible. */
export function search(
  documents: { base: OpenApi; head: OpenApi },
  before: Json,
  after: Json,
  { side, parameter }: Usage,
): Search | undefined {
  const base = prepare(toPlainSchema(documents.base, before, side))
  const head = prepare(toPlainSchema(documents.head, after, side))
  if (base.key === head.key) return undefined
  const [from, to] = side === 'request' ? [base, head] : [head, base]
  const accepts = from.validate()
  const refuses = parameter && side === 'request' ? readLeniently(to.validate()) : to.validate()
  const test = (value: Json) => {
    if (accepts(value).length > 0) return undefined
    const errors = refuses(value)
    const isNoProof = errors.length === 0 || (side === 'request' && usesNewName(value, base.names(), head.names()))
    return isNoProof ? undefined : errors
  }
  const kinds = new Map<string, Found[]>()
  const accepted: Json[] = []
  for (const value of unique([...base.candidates(), ...head.candidates()], MOST_CANDIDATES)) {
    const errors = test(value)
    if (errors) keepSmallest(kinds, { value, errors })
    else if (accepted.length < MOST_ACCEPTED && accepts(value).length === 0) accepted.push(value)
  }
  return { found: [...kinds.values()].flat(), accepted, test }
}

/** Of payloads that are refused for the same reasons the smallest will do. */
function keepSmallest(kinds: Map<string, Found[]>, found: Found): void {
  const key = [...new Set(found.errors.flatMap(placesOf).map(toPlaceKey))].toSorted().join(' ')
  const kind = [...(kinds.get(key) ?? []), found].toSorted((one, other) => sizeOf(one.value) - sizeOf(other.value))
  kinds.set(key, kind.slice(0, MOST_OF_KIND))
}

/** Items are alike wherever they stand. */
const toPlaceKey = (keys: string[]) => JSON.stringify(keys.map((key) => (/^\d+$/.test(key) ? '0' : key)))

/** Text is refused where each way to read it is. */
function readLeniently(validate: Validate): Validate {
  return (value) => {
    const errors = validate(value)
    return errors.length === 0 || readingsOf(value).some((reading) => validate(reading).length === 0) ? [] : errors
  }
}

export function sizeOf(value: Json): number {
  return JSON.stringify(value).length
}

interface Prepared {
  key: string
  validate: () => Validate
  candidates: () => Json[]
  names: () => ReturnType<typeof listNames>
}

const prepared = new Map<string, Prepared>()
const MOST_PREPARED = 200

/** What is made of a schema, made when first asked for and kept, since reviews compare many heads with one base. */
function prepare(schema: ReturnType<typeof toPlainSchema>): Prepared {
  const key = toKey(schema)
  const known = prepared.get(key)
  if (known) {
    prepared.delete(key)
    prepared.set(key, known)
    return known
  }
  const result: Prepared = {
    key,
    validate: once(() => createValidate(schema)),
    candidates: once(() => createCandidates(schema)),
    names: once(() => listNames(schema)),
  }
  if (prepared.size >= MOST_PREPARED) prepared.delete(prepared.keys().next().value!)
  prepared.set(key, result)
  return result
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined
  return () => (made ??= { value: make() }).value
}

/** Validates a part of a document's schema, as one side sees it. */
export function createAccepts(document: OpenApi, schema: Json, side: Side): (value: Json) => boolean {
  const validate = prepare(toPlainSchema(document, schema, side)).validate()
  return (value) => validate(value).length === 0
}

/** Values near the edges of a part of a document's schema. */
export const listCandidates = (document: OpenApi, schema: Json, side: Side) =>
  prepare(toPlainSchema(document, schema, side)).candidates()
