import type { Json } from '../../../change.ts'
import { toKey } from '../../../document/json.ts'
import { isListOnly, isNull, isPlain, isSimple } from './simple.ts'
import type { TypeName } from '../types.ts'
import type { Part, View } from '../view.ts'

/** What a union says beside the alternatives that remain of it. */
export interface Merged {
  parts: Part[]
  types: Set<TypeName>
  values: Json[] | undefined
  knownValues: Json[]
  knownPointer: string | undefined
}

/** `anyOf: [enum, string]`: the values are named, and any string will do. */
export function mergeOpenEnum(isExclusive: boolean, views: View[]): Merged | undefined {
  if (isExclusive) return undefined
  const free = views.find((view) => isPlain(view) && view.types.has('string'))
  if (!free || views.some((view) => view !== free && !isListed(view, free))) return undefined
  const listed = views.filter((view) => view !== free)
  return {
    parts: views.flatMap(({ parts }) => parts),
    types: free.types,
    values: undefined,
    knownValues: listed.flatMap(({ values }) => values ?? []),
    knownPointer: listed[0]?.valuesPointer,
  }
}

function isListed(view: View, free: View): boolean {
  return view.values !== undefined && isSimple(view) && view.types.isSubsetOf(free.types)
}

/** A union that only lists values is one list, for `oneOf` without those that two alternatives list. */
export function mergeValues(isExclusive: boolean, views: View[]): Merged | undefined {
  if (!views.every((view) => isSimple(view) && isListOnly(view))) return undefined
  const lists = views.map((view) => view.values ?? (isNull(view) ? [null] : []))
  const keys = lists.map((list) => new Set(list.map(toKey)))
  const listed = new Map(lists.flat().map((value) => [toKey(value), value]))
  const countOf = (key: string) => keys.filter((list) => list.has(key)).length
  const values = [...listed].flatMap(([key, value]) => (isExclusive && countOf(key) > 1 ? [] : [value]))
  const types = views.reduce((all, view) => all.union(view.types), new Set<TypeName>())
  return { parts: views.flatMap(({ parts }) => parts), types, values, knownValues: [], knownPointer: undefined }
}
