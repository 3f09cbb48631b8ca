import type { Place } from '../../../document/document.ts'
import { overlaps } from './disjoint.ts'
import { restrict } from './normal-union.ts'
import { readTypes, type TypeName } from '../types.ts'
import { toRealPointer, WITHOUT_UNION, type Part, type Reader, type View } from '../view.ts'

/** All that a view accepts of some types, as alternatives of which each is whole: what stands beside a union is in each branch. */
export interface Alternatives {
  branches: Place[][]
  pointer: string
  isExclusive: boolean
}

export function spread(reader: Reader, view: View, types: Set<TypeName>): Alternatives {
  const [union] = view.unions
  const pointer = union?.pointer ?? view.parts[0]?.pointer ?? ''
  const shared = view.types.intersection(types)
  if (!union) return { branches: [narrow(reader, view.places, shared)], pointer, isExclusive: false }
  const beside = view.parts.flatMap((part) => withoutUnion(part, shared))
  const rest = shared.difference(union.types)
  const branches = union.branches.map((branch) => narrow(reader, [...beside, ...branch], shared))
  return {
    branches: rest.size > 0 ? [...branches, [restrict(pointer, rest), ...beside]] : branches,
    pointer,
    // What stands beside them, such as a tag that it requires, can tell them apart.
    isExclusive: union.isExclusive && overlaps(reader, branches),
  }
}

/** A part says what it says without the parts that the view has of their own. What was merged speaks of its own types. */
function withoutUnion({ node, pointer, isMerged }: Part, types: Set<TypeName>): Place[] {
  if (isMerged && node['type'] !== undefined && readTypes(node['type']).isDisjointFrom(types)) return []
  const { $ref: _$ref, allOf: _allOf, anyOf: _anyOf, oneOf: _oneOf, ...rest } = node
  const { type: _type, ...typeless } = rest
  const own = isMerged ? typeless : rest
  const isOwner = node['anyOf'] !== undefined || node['oneOf'] !== undefined
  if (Object.keys(own).length === 0 && !isOwner) return []
  // Spread out again, it stays what it is, so that a schema that leads back to itself comes to an end.
  return [{ node: own, pointer: toRealPointer(pointer) === pointer ? `${pointer}${WITHOUT_UNION}` : pointer }]
}

function narrow(reader: Reader, places: Place[], types: Set<TypeName>): Place[] {
  if (reader.read(places).types.isSubsetOf(types)) return places
  return [restrict(places[0]?.pointer ?? '', types), ...places]
}
