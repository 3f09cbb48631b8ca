import type { Side, Usage } from '../change.ts'
import type { Collector, Note } from './collector.ts'
import type { SchemaComparer } from './schema/comparison.ts'
import type { SchemeNames } from './api/security/scheme-names.ts'
import type { BasePaths } from '../document/base-path.ts'
import { enter, enterEach, type OpenApi, type Place } from '../document/document.ts'
import { isSame, type JsonObject } from '../document/json.ts'

/** What the comparison of a part of two documents needs. */
export interface Context {
  base: OpenApi
  head: OpenApi
  schemas: Record<Side, SchemaComparer>
  /** For what is written as text: parameters. */
  texts: Record<Side, SchemaComparer>
  basePaths: BasePaths
  schemeNames: SchemeNames
  collector: Collector
}

/** The same part of the two documents, undefined where one lacks it. */
export interface Both {
  base: Place<JsonObject> | undefined
  head: Place<JsonObject> | undefined
}

export function enterBoth({ base, head }: Context, both: Both, ...keys: string[]): Both {
  return { base: enter(base, both.base, ...keys), head: enter(head, both.head, ...keys) }
}

/** A child of both, with the key under which each has it. */
export interface Child extends Both {
  keys: { base: string | undefined; head: string | undefined }
}

type NameChild = (key: string, version: 'base' | 'head') => string

/** The children of a part by key, in the order of the base with the head's own last. */
export function enterAll({ base, head }: Context, both: Both, toName: NameChild = (key) => key): Map<string, Child> {
  const [before, after] = [enterEach(base, both.base), enterEach(head, both.head)]
  const result = new Map<string, Child>()
  for (const [key, place] of before) {
    result.set(toName(key, 'base'), { base: place, head: undefined, keys: { base: key, head: undefined } })
  }
  for (const [key, place] of after) {
    const other = result.get(toName(key, 'head'))
    result.set(toName(key, 'head'), { base: other?.base, head: place, keys: { base: other?.keys.base, head: key } })
  }
  return result
}

/** The schema of a parameter, header or media type; none accepts anything. */
export function schemaOf(place: Place<JsonObject> | undefined): Place[] {
  const schema = place?.node['schema']
  return place && schema !== undefined ? [{ node: schema, pointer: `${place.pointer}/schema` }] : []
}

/** Compares the schemas of a parameter, header or media type. */
export function compareSchema(
  { schemas, collector }: Context,
  both: Both,
  usage: Usage,
  isRequired = false,
  comparers = schemas,
): void {
  const [before, after] = [schemaOf(both.base), schemaOf(both.head)]
  if (before.length + after.length === 0) return
  collector.walk(comparers[usage.side].compare(before, after, isRequired), usage)
}

/** Notes which of some keywords differ, each as a change that needs the same. */
export function compareKeywords(
  { collector }: Context,
  both: Both,
  keywords: string[],
  note: Pick<Note, 'rule' | 'level'>,
  usage: Usage | undefined,
  name?: string,
): void {
  if (!both.base || !both.head) return
  for (const keyword of keywords) {
    const before = both.base.node[keyword]
    const after = both.head.node[keyword]
    if (isSame(before, after)) continue
    const place = after === undefined ? both.base : both.head
    const pointer = `${place.pointer}/${keyword}`
    collector.note({ ...note, pointer, says: `has a different \`${keyword}\``, before, after }, usage, name)
  }
}

/** The `x-` keywords of either. */
export function listExtensions({ base, head }: Both): string[] {
  const keys = [base, head].flatMap((place) => Object.keys(place?.node ?? {}))
  return [...new Set(keys)].filter((key) => key.startsWith('x-'))
}

/** What a document marks as `x-stability-level: draft` or `alpha` is not a promise yet. */
export function isDraft(...places: (Place<JsonObject> | undefined)[]): boolean {
  const level = places.map((place) => place?.node['x-stability-level']).find((value) => value !== undefined)
  return level === 'draft' || level === 'alpha'
}
