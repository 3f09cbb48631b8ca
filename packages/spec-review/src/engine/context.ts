import type { Side, Usage } from '../change.ts'
import type { Collector, Note } from './collector.ts'
import type { SchemaComparer } from './schema/comparison.ts'
import { enter, enterEach, type OpenApi, type Place } from '../document/document.ts'
import { isSame, type JsonObject } from '../document/json.ts'

/** What the comparison of a part of two documents needs. */
export interface Context {
  base: OpenApi
  head: OpenApi
  schemas: Record<Side, SchemaComparer>
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

/** The children of a part by key, in the order of the base with the head's own last. */
export function enterAll({ base, head }: Context, both: Both, toName = (key: string) => key): Map<string, Child> {
  const [before, after] = [enterEach(base, both.base), enterEach(head, both.head)]
  const result = new Map<string, Child>()
  for (const [key, place] of before) {
    result.set(toName(key), { base: place, head: undefined, keys: { base: key, head: undefined } })
  }
  for (const [key, place] of after) {
    const other = result.get(toName(key))
    result.set(toName(key), { base: other?.base, head: place, keys: { base: other?.keys.base, head: key } })
  }
  return result
}

/** Compares the schemas of a parameter, header or media type; none accepts anything. */
export function compareSchema({ schemas, collector }: Context, both: Both, usage: Usage, isRequired = false): void {
  const [before, after] = [both.base, both.head].map((place) => {
    const node = place?.node['schema']
    return place && node !== undefined ? [{ node, pointer: `${place.pointer}/schema` }] : []
  })
  if (before!.length + after!.length === 0) return
  collector.walk(schemas[usage.side].compare(before!, after!, isRequired), usage)
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
    collector.note({ ...note, pointer, says: `has another \`${keyword}\``, before, after }, usage, name)
  }
}

/** The `x-` keywords of either. */
export function listExtensions({ base, head }: Both): string[] {
  const keys = [base, head].flatMap((place) => Object.keys(place?.node ?? {}))
  return [...new Set(keys)].filter((key) => key.startsWith('x-'))
}

/** What a document marks as `x-stability-level: draft` or `alpha` is no promise yet. */
export function isDraft(...places: (Place<JsonObject> | undefined)[]): boolean {
  const level = places.map((place) => place?.node['x-stability-level']).find((value) => value !== undefined)
  return level === 'draft' || level === 'alpha'
}
