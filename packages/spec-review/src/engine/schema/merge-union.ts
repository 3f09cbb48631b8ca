import type { Json } from '../../change.ts'
import { readKeyword, type Part, type Reader, type Union, type View } from './view.ts'
import type { TypeName } from './types.ts'

interface Merged {
  parts: Part[]
  types: Set<TypeName>
  values: Json[] | undefined
  knownValues: Json[]
  knownPointer: string | undefined
}

/** Keywords that look at a value of any type, so that they would leak from one branch to the other. */
const CROSS_TYPE = ['not', 'if', '$dynamicRef', 'x-extensible-enum']

/**
 * A union whose branches differ in type, or that only lists values, said as one schema:
 * `anyOf: [X, {type: null}]` is a nullable X. Undefined where only a union says it.
 */
export function mergeDisjoint(union: Union, reader: Reader): Merged | undefined {
  // A branch that leads back to the union is read while the union is: such a circle stays a union.
  if (reader.openUnions.has(union.pointer)) return undefined
  reader.openUnions.add(union.pointer)
  const views = union.branches.map((branch) => reader.read([branch]))
  reader.openUnions.delete(union.pointer)
  return mergeOpenEnum(union, views) ?? mergeTypes(union, views)
}

function mergeOpenEnum(union: Union, views: View[]): Merged | undefined {
  if (union.isExclusive) return undefined
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

function mergeTypes(union: Union, views: View[]): Merged | undefined {
  if (!views.every(isSimple)) return undefined
  const isFinite = views.every((view) => isBare(view, VALUES) && (view.values || isNull(view)))
  const values = isFinite ? views.flatMap((view) => view.values ?? (view.types.has('null') ? [null] : [])) : undefined
  const isRepeated = new Set(values?.map((value) => JSON.stringify(value))).size < (values?.length ?? 0)
  const areApart = views.every((view, index) =>
    views.every((other, place) => place <= index || view.types.isDisjointFrom(other.types)),
  )
  if (values ? union.isExclusive && isRepeated : !areApart || views.some((view) => view.values)) return undefined
  const types = views.reduce((all, view) => all.union(view.types), new Set<TypeName>())
  return { parts: views.flatMap(({ parts }) => parts), types, values, knownValues: [], knownPointer: undefined }
}

function isSimple(view: View): boolean {
  return (
    view.unions.length === 0 &&
    view.knownValues.length === 0 &&
    CROSS_TYPE.every((keyword) => readKeyword(view, keyword).length === 0)
  )
}

const ANNOTATIONS = [
  '$comment',
  '$ref',
  'allOf',
  'deprecated',
  'description',
  'example',
  'examples',
  'externalDocs',
  'title',
  'type',
]
const VALUES = [...ANNOTATIONS, 'anyOf', 'const', 'enum', 'oneOf']

function isNull({ types }: View): boolean {
  return types.size === 1 && types.has('null')
}

/** A type and nothing else. */
function isPlain(view: View): boolean {
  return isSimple(view) && view.values === undefined && isBare(view, ANNOTATIONS)
}

function isBare({ parts }: View, keywords: string[]): boolean {
  return parts.every(({ node }) => Object.keys(node).every((key) => keywords.includes(key) || key.startsWith('x-')))
}
