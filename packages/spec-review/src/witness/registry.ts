import type { Json, Side } from '../change.ts'
import type { OpenApi } from '../document/document.ts'
import { isObject } from '../document/json.ts'
import { createCandidates } from './candidates/candidates.ts'
import { createDefinitions, createToPlain, type Definitions } from './plain-schema.ts'
import { createValidator, type Validator } from './validator.ts'

/** The schemas of both documents as one side sees them: each is read, compiled and tried once, however often it is used. */
export interface Registry {
  definitions: Definitions
  /** The name of a document's schema. */
  read: (document: OpenApi, schema: Json) => string
  validator: (name: string) => Validator
  /** Values near the edges of a schema; what is in `same` varies little. There can be too many to list them all. */
  list: (name: string, same: ReadonlySet<string>, onCut?: () => void) => Iterable<Json>
  /** All schemas that a schema leads to, itself among them. */
  reach: (name: string) => Set<string>
}

const MOST_KEPT = 3000
/** Enough for two values of which one is unusual. */
const MOST_TRIED = 200
const registries = new Map<Side, Registry>()

/** Kept from one comparison to the next, since many heads can be compared with one base, until there is too much in it. */
export function registryOf(side: Side): Registry {
  const known = registries.get(side)
  const registry = known && known.definitions.schemas.size < MOST_KEPT ? known : createRegistry(side)
  registries.set(side, registry)
  return registry
}

function createRegistry(side: Side): Registry {
  const definitions = createDefinitions(side)
  const readers = new WeakMap<OpenApi, (schema: Json) => string>()
  const validators = new Map<string, Validator>()
  const samples = new Map<string, Json[]>()
  const reached = new Map<string, Set<string>>()
  const compile = createValidator(definitions.schemas)
  const registry: Registry = { definitions, read, validator, list, reach }
  return registry

  function read(document: OpenApi, schema: Json): string {
    const toPlain = readers.get(document) ?? createToPlain(document, definitions)
    readers.set(document, toPlain)
    return toPlain(schema)
  }

  function validator(name: string): Validator {
    const known = validators.get(name) ?? compile(name)
    validators.set(name, known)
    return known
  }

  function list(name: string, same: ReadonlySet<string>, onCut = () => {}): Iterable<Json> {
    return createCandidates(definitions.schemas, name, (inner) => (same.has(inner) ? sample(inner) : undefined), onCut)
  }

  /** Two values that a schema accepts, where it is not what is compared. */
  function sample(name: string): Json[] {
    const known = samples.get(name)
    if (known) return known
    samples.set(name, [])
    const inner = new Set(reach(name))
    inner.delete(name)
    const found = Iterator.from(list(name, inner)).take(MOST_TRIED).filter(validator(name).accepts).toArray()
    samples.set(name, [...found.slice(0, 1), ...found.slice(1).slice(-1)])
    return samples.get(name)!
  }

  function reach(name: string): Set<string> {
    const known = reached.get(name)
    if (known) return known
    const all = new Set([name])
    for (const next of all) for (const other of listReferences(definitions.schemas.get(next))) all.add(other)
    reached.set(name, all)
    return all
  }
}

function* listReferences(node: Json | undefined): Generator<string> {
  if (typeof node !== 'object' || node === null) return
  if (isObject(node) && typeof node['$ref'] === 'string') yield node['$ref']
  for (const child of Object.values(node)) yield* listReferences(child as Json)
}
