import type { Json, Side } from '../../change.ts'
import { findTarget, follow, type OpenApi, type Place } from '../../document/document.ts'
import { asArray, asObject, isObject, isSame, toKey } from '../../document/json.ts'
import { below } from '../../document/pointer.ts'
import { normaliseUnion, type RawUnion } from './union/normal-union.ts'
import { toUsualForm } from './usual-form.ts'
import { ALL_TYPES, readTypes, typeOf, type TypeName } from './types.ts'
import { WITHOUT_UNION, type Reader, type Union, type View } from './view.ts'

export function createReader(document: OpenApi, side: Side): Reader {
  const views = new Map<string, View>()
  const provisional = new Set<View>()
  const reader: Reader = {
    document,
    side,
    openUnions: new Set(),
    circles: 0,
    read(given) {
      const places = given.map((place) => skipReferences(document, place))
      const key = places.map(({ pointer }) => pointer).join(' ')
      const isWithin = reader.openUnions.size > 0
      const known = views.get(key)
      if (known && !provisional.has(known)) return known
      if (known && isWithin) {
        reader.circles++
        return known
      }
      const { circles } = reader
      const view = buildView(reader, places, key)
      views.set(key, view)
      // What met a union that is still being read is good enough for that union only.
      if (isWithin && reader.circles > circles) provisional.add(view)
      return view
    },
  }
  return reader
}

/** What is a reference and nothing else is what it refers to, so that every use of a component is one view. */
function skipReferences(document: OpenApi, place: Place): Place {
  const keys = Object.keys(asObject(place.node))
  if (keys.length !== 1 || keys[0] !== '$ref') return place
  return follow(document, place) ?? place
}

function buildView(reader: Reader, places: Place[], key: string): View {
  const view: View = {
    key,
    places,
    parts: [],
    types: new Set(ALL_TYPES),
    typePointer: undefined,
    values: undefined,
    valuesPointer: undefined,
    knownValues: [],
    knownPointer: undefined,
    unions: [],
  }
  const seen = new Set<string>()
  for (const place of places) addPlace(reader, view, place, seen, [])
  return settleTypes(view)
}

/** Adds what a schema says; `above` are the schemas that include it. */
function addPlace(
  reader: Reader,
  view: View,
  { node: given, pointer }: Place,
  seen: Set<string>,
  above: string[],
): void {
  // What is read without its union has been read, and leads back to itself through a branch.
  if (seen.has(pointer) || seen.has(`${pointer}${WITHOUT_UNION}`)) return
  seen.add(pointer)
  if (given === false) restrictTypes(view, new Set(), pointer)
  if (!isObject(given)) return
  const { node, beside } = toUsualForm({ node: given, pointer })
  const way = [...above, pointer]
  if (typeof node['$ref'] === 'string') {
    const target = findTarget(reader.document, node['$ref'])
    if (target) addPlace(reader, view, target, seen, way)
  }
  view.parts.push({ node, pointer })
  if (node['type'] !== undefined) restrictTypes(view, readTypes(node['type']), below(pointer, 'type'))
  if (Array.isArray(node['enum'])) restrictValues(view, node['enum'], below(pointer, 'enum'))
  if (node['const'] !== undefined) restrictValues(view, [node['const']], below(pointer, 'const'))
  for (const value of asArray(node['x-extensible-enum'])) addKnown(view, [value], below(pointer, 'x-extensible-enum'))
  for (const place of beside) addPlace(reader, view, place, seen, way)
  asArray(node['allOf']).forEach((branch, index) => {
    addPlace(reader, view, { node: branch, pointer: below(pointer, 'allOf', index) }, seen, way)
  })
  for (const keyword of ['anyOf', 'oneOf']) {
    if (!Array.isArray(node[keyword])) continue
    const branches = node[keyword].map((branch, index) => ({ node: branch, pointer: below(pointer, keyword, index) }))
    // A child of a parent that lists its children: that it has to be one of them says nothing about it.
    if (branches.some((branch) => way.includes(skipReferences(reader.document, branch).pointer))) continue
    addUnion(reader, view, { branches, pointer: below(pointer, keyword), isExclusive: keyword === 'oneOf' }, seen, way)
  }
}

function addUnion(reader: Reader, view: View, raw: RawUnion, seen: Set<string>, way: string[]): void {
  const [only, ...others] = raw.branches
  if (only && others.length === 0) return addPlace(reader, view, only, seen, way)
  const { merged, union, types } = normaliseUnion(reader, raw)
  if (union && !view.unions.some((other) => isSameUnion(other, union))) view.unions.push(union)
  if (types.size < ALL_TYPES.length) restrictTypes(view, types, raw.pointer)
  if (!merged) return
  if (merged.values) restrictValues(view, merged.values, raw.pointer)
  addKnown(view, merged.knownValues, merged.knownPointer)
  view.parts.push(...merged.parts.map((part) => ({ ...part, isMerged: true })))
}

/** Two copies of a union say no more than one. */
function isSameUnion(one: Union, other: Union): boolean {
  const nodesOf = ({ branches }: Union) => branches.map((branch) => branch.map(({ node }) => node))
  return one.isExclusive === other.isExclusive && isSame(nodesOf(one), nodesOf(other))
}

function restrictTypes(view: View, types: Set<TypeName>, pointer: string): void {
  view.types = view.types.intersection(types)
  view.typePointer = pointer
}

function restrictValues(view: View, values: Json[], pointer: string): void {
  const keys = new Set(values.map(toKey))
  view.values = view.values ? view.values.filter((value) => keys.has(toKey(value))) : values
  view.valuesPointer = pointer
}

function addKnown(view: View, values: Json[], pointer: string | undefined): void {
  if (values.length === 0) return
  view.knownValues = [...view.knownValues, ...values]
  view.knownPointer = pointer
}

function settleTypes(view: View): View {
  // What is a multiple of a whole number is one.
  const steps = view.parts.filter(({ isMerged }) => !isMerged).map(({ node }) => node['multipleOf'])
  if (steps.some((step) => typeof step === 'number' && step > 0 && Number.isInteger(step))) {
    view.types = view.types.difference(new Set(['fraction']))
  }
  if (view.values) {
    view.values = view.values.filter((value) => view.types.has(typeOf(value)))
    view.types = new Set(view.values.map(typeOf))
  }
  return view
}
