import type { ErrorObject } from 'ajv/dist/2020.js'
import type { Json, Side } from '../change.ts'
import type { OpenApi } from '../document/document.ts'
import { toKey } from '../document/json.ts'
import { createCandidates } from './candidates.ts'
import { unique } from './generate.ts'
import { placesOf } from './problem-places.ts'
import { listNames, usesNewName } from './declared.ts'
import { toPlainSchema } from './plain-schema.ts'
import { createValidate } from './validator.ts'

export interface Found {
  value: Json
  /** Everything that the refusing side says. */
  errors: ErrorObject[]
}

/** Payloads that one version accepts and the other refuses, in the direction that breaks the side. */
export function search(documents: { base: OpenApi; head: OpenApi }, before: Json, after: Json, side: Side): Found[] {
  const base = prepare(toPlainSchema(documents.base, before, side))
  const head = prepare(toPlainSchema(documents.head, after, side))
  if (base.key === head.key) return []
  const from = side === 'request' ? base : head
  const to = side === 'request' ? head : base
  const accepts = from.validate()
  const refuses = to.validate()
  if (!accepts || !refuses) return []
  const best = new Map<string, Found>()
  for (const value of unique([...base.candidates(), ...head.candidates()], 6000)) {
    if (accepts(value).length > 0) continue
    const errors = refuses(value)
    if (errors.length === 0 || (side === 'request' && usesNewName(value, base.names(), head.names()))) continue
    // Of payloads that are refused for the same reasons the smallest will do.
    const key = [...new Set(errors.flatMap(placesOf).map(toPlaceKey))].toSorted().join(' ')
    const known = best.get(key)
    if (!known || sizeOf(value) < sizeOf(known.value)) best.set(key, { value, errors })
  }
  return [...best.values()]
}

/** Items are alike wherever they stand. */
const toPlaceKey = (keys: string[]) => JSON.stringify(keys.map((key) => (/^\d+$/.test(key) ? '0' : key)))

export function sizeOf(value: Json): number {
  return JSON.stringify(value).length
}

interface Prepared {
  key: string
  validate: () => ReturnType<typeof createValidate>
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
