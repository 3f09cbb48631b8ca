import type { Place } from '../../../document/document.ts'
import { overlaps } from './disjoint.ts'
import { mergeOpenEnum, mergeValues, type Merged } from './merge-union.ts'
import { isNull, isSimple, isUnionOnly } from './simple.ts'
import { keepTypes } from '../keyword-types.ts'
import { ALL_TYPES, listTypes, type TypeName } from '../types.ts'
import { OF_TYPES, toRealPointer, type Reader, type Union, type View } from '../view.ts'

/** An `anyOf` or `oneOf` as it stands. */
export interface RawUnion {
  branches: Place[]
  pointer: string
  isExclusive: boolean
}

/** What a union says, as far as one schema can say it, and the alternatives that remain. */
export interface NormalUnion {
  merged: Merged | undefined
  union: Union | undefined
  /** All types that the union lets through. */
  types: Set<TypeName>
}

/**
 * The one form in which unions are compared: nested ones are flat, null and types that one alternative has alone are said
 * beside them, and `oneOf` counts as such only where a value can satisfy two alternatives.
 */
export function normaliseUnion(reader: Reader, raw: RawUnion): NormalUnion {
  const { branches, pointer, isExclusive } = raw
  // A branch that leads back to the union is read while the union is: such a circle stays as it is.
  if (reader.openUnions.has(pointer)) {
    reader.circles++
    const types = new Set(ALL_TYPES)
    const union = { branches: branches.map((branch) => [branch]), pointer, isExclusive, types }
    return { merged: undefined, union, types }
  }
  reader.openUnions.add(pointer)
  const views = branches.map((branch) => reader.read([branch]))
  const merged = mergeOpenEnum(isExclusive, views) ?? mergeValues(isExclusive, views)
  const result = merged
    ? { merged, union: undefined, types: merged.types }
    : separate(reader, flatten(reader, raw, views))
  reader.openUnions.delete(pointer)
  return result
}

interface Alternatives {
  branches: Place[][]
  pointer: string
  isExclusive: boolean
}

/**
 * Flattened, alternatives of one nested union that overlap would be rejected by an outer `oneOf`, unless they are apart
 * from the others. A nested `oneOf` makes the whole one, where nothing else overlaps.
 */
function flatten(reader: Reader, { branches, pointer, isExclusive }: RawUnion, views: View[]): Alternatives {
  const plain = branches.map((branch) => [branch])
  const nested = views.map((view, index) => listAlternatives(view, branches[index]!))
  const exclusive = nested.filter((group) => group.isExclusive)
  const groups = nested.map((group) => group.branches)
  if (exclusive.length > 0) {
    const isFlat = exclusive.every((one) => nested.every((other) => one === other || areApart(reader, one, other)))
    const others = nested.filter((group) => !group.isExclusive).flatMap((group) => group.branches)
    if (isFlat && !overlaps(reader, others)) return { branches: groups.flat(), pointer, isExclusive: true }
    const kept = nested.flatMap((group, index) => (group.isExclusive ? [plain[index]!] : group.branches))
    return { branches: isExclusive ? plain : kept, pointer, isExclusive }
  }
  if (!isExclusive) return { branches: groups.flat(), pointer, isExclusive }
  const isNested = groups.some((group) => group.length > 1)
  if (!isNested) return { branches: plain, pointer, isExclusive: overlaps(reader, plain) }
  const isFlat = nested.every((one, index) => nested.every((other, at) => at <= index || areApart(reader, one, other)))
  return isFlat ? { branches: groups.flat(), pointer, isExclusive: false } : { branches: plain, pointer, isExclusive }
}

interface Group {
  branches: Place[][]
  isExclusive: boolean
}

const areApart = (reader: Reader, { branches: group }: Group, { branches: others }: Group) =>
  group.every((one) => others.every((other) => !overlaps(reader, [one, other])))

/** The alternatives of a branch that is nothing but a union, or the branch itself. */
function listAlternatives(view: View, branch: Place): Group {
  const [inner, ...more] = view.unions
  const isUnion = inner && more.length === 0 && !view.values && isUnionOnly(view)
  if (!isUnion || !inner.types.isSubsetOf(view.types)) return { branches: [[branch]], isExclusive: false }
  const rest = view.types.difference(inner.types)
  const branches = [...inner.branches, ...(rest.size > 0 ? [[restrict(branch.pointer, rest), branch]] : [])]
  return { branches, isExclusive: inner.isExclusive }
}

/** A schema that lets some types through only, at a place that no document has. */
export function restrict(pointer: string, types: Set<TypeName>): Place {
  return {
    node: { type: listTypes(types) },
    pointer: `${toRealPointer(pointer)}${OF_TYPES}${[...types].toSorted().join()}`,
  }
}

/** Says beside the union what can be said there. */
function separate(reader: Reader, { branches, pointer, isExclusive }: Alternatives): NormalUnion {
  const views = branches.map((branch) => reader.read(branch))
  const types = unite(views)
  const nullable = views.filter((view) => view.types.has('null'))
  const isNullSaid =
    nullable.length > 0 && nullable.every((view) => isSimple(view) && view.types.size < ALL_TYPES.length)
  if (isNullSaid && isExclusive && nullable.length > 1) types.delete('null')
  const present = isNullSaid ? branches.flatMap((branch, index) => withoutNull(branch, views[index]!)) : branches
  const left = present.map((branch) => ({ branch, view: reader.read(branch) }))
  const isAlone = ({ view }: { view: View }) => {
    const isApart = left.every((other) => other.view === view || other.view.types.isDisjointFrom(view.types))
    return isApart && isSimple(view) && !view.values
  }
  const rest = left.filter((one) => !isAlone(one))
  const beside = [...left.filter(isAlone).map(({ view }) => view), ...(isNullSaid ? nullable.filter(isNull) : [])]
  // Said beside the others, what it says about values that it does not accept would be said of theirs.
  const parts = beside.flatMap((view) =>
    view.parts.map((part) => ({ ...part, node: keepTypes(part.node, view.types) })),
  )
  return {
    merged: { parts, types, values: undefined, knownValues: [], knownPointer: undefined },
    union:
      rest.length > 0
        ? {
            branches: rest.map(({ branch }) => branch),
            pointer,
            // Without null they may not overlap any more.
            isExclusive: isExclusive && (!isNullSaid || overlaps(reader, present)),
            types: unite(rest.map(({ view }) => view)),
          }
        : undefined,
    types,
  }
}

const unite = (views: View[]) => views.reduce((all, view) => all.union(view.types), new Set<TypeName>())

function withoutNull(branch: Place[], view: View): Place[][] {
  if (!view.types.has('null')) return [branch]
  const types = view.types.difference(new Set(['null']))
  return types.size === 0 ? [] : [[restrict(branch.at(-1)!.pointer, types), ...branch]]
}
