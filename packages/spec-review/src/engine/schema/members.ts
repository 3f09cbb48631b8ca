import type { Json } from '../../change.ts'
import { matches } from './accepts.ts'
import type { Place } from '../../document/document.ts'
import { asObject, asStrings, isObject } from '../../document/json.ts'
import { below } from '../../document/pointer.ts'
import { isHidden, readKeyword, type Reader, type View } from './view.ts'

/** What an object schema says of the member of one name. */
export interface Member {
  /** What a value must satisfy; nothing where any will do. */
  places: Place[]
  /** Whether `properties` names it, for this side. */
  isNamed: boolean
  /** Whether `properties` names it but this side never sends it. */
  isHidden: boolean
  /** Whether a pattern or a schema for further members speaks of it although `properties` does not. */
  isCovered: boolean
}

export function readMember(reader: Reader, view: View, name: string): Member {
  const member: Member = { places: [], isNamed: false, isHidden: false, isCovered: false }
  for (const { node, pointer } of view.parts) {
    const own = findOwn(node['properties'], name, below(pointer, 'properties'))
    if (own && isHidden(reader, own)) {
      member.isHidden = true
      continue
    }
    const patterns = matchingPatterns(node['patternProperties'], name, below(pointer, 'patternProperties'))
    const rest = own || patterns.length > 0 ? [] : readRestOf(node, pointer)
    member.places.push(...(own ? [own] : []), ...patterns, ...rest)
    member.isNamed ||= own !== undefined
    member.isCovered ||= patterns.length > 0 || rest.some(({ node: schema }) => typeof schema !== 'boolean')
  }
  if (member.isHidden && !member.isNamed) return { ...member, places: [] }
  if (!member.isNamed && !member.isCovered) member.places.push(...readUnevaluated(view))
  return member
}

/** What every member satisfies that nothing names. */
export function readRest(view: View): Place[] {
  return [...view.parts.flatMap(({ node, pointer }) => readRestOf(node, pointer)), ...readUnevaluated(view)]
}

/** Whether a pattern matches every name, so that it says what `additionalProperties` does. */
export const isOfAnyName = (pattern: string) => ['', '^', '.*', '^.*', '^.*$', '.*$'].includes(pattern)

const WORDING = ['$comment', 'deprecated', 'description', 'examples', 'title']

/** Whether a schema takes any value, whatever it says about it. */
function isAnything(schema: Json): boolean {
  if (!isObject(schema)) return schema === true
  return Object.keys(schema).every((key) => WORDING.includes(key) || key.startsWith('x-'))
}

/** Names that `properties` lists for this side. */
export function namesOf(reader: Reader, view: View): string[] {
  const names = readKeyword(view, 'properties').flatMap(({ node }) => Object.keys(asObject(node)))
  return [...new Set(names)].filter((name) => readMember(reader, view, name).isNamed)
}

/** Names that must be there and that this side can send. */
export function requiredOf(reader: Reader, view: View): Set<string> {
  const names = new Set(readKeyword(view, 'required').flatMap(({ node }) => asStrings(node)))
  const needs = readKeyword(view, 'dependentRequired').map(({ node }) => asObject(node))
  for (const name of names) for (const need of needs) for (const other of asStrings(need[name])) names.add(other)
  return new Set([...names].filter((name) => !readMember(reader, view, name).isHidden))
}

/** Where a name is listed in `required`. */
export function locateRequired(view: View, name: string): string | undefined {
  return readKeyword(view, 'required').find(({ node }) => asStrings(node).includes(name))?.pointer
}

/** Where `properties` declares a name. */
export function locateMember(view: View, name: string): string | undefined {
  const place = readKeyword(view, 'properties').find(({ node }) => Object.hasOwn(asObject(node), name))
  return place && below(place.pointer, name)
}

function findOwn(properties: unknown, name: string, pointer: string): Place | undefined {
  const own = asObject(properties)
  return Object.hasOwn(own, name) ? { node: own[name]!, pointer: below(pointer, name) } : undefined
}

function matchingPatterns(patterns: unknown, name: string, pointer: string): Place[] {
  return Object.entries(asObject(patterns))
    .filter(([pattern]) => matches(pattern, name))
    .map(([pattern, node]) => ({ node, pointer: below(pointer, pattern) }))
}

function readRestOf(node: Place['node'], pointer: string): Place[] {
  const { additionalProperties: rest, patternProperties } = asObject(node)
  const all = Object.entries(asObject(patternProperties)).filter(([pattern]) => isOfAnyName(pattern))
  if (all.length > 0) {
    return all.map(([pattern, schema]) => ({ node: schema, pointer: below(pointer, 'patternProperties', pattern) }))
  }
  return rest === undefined || isAnything(rest) ? [] : [{ node: rest, pointer: below(pointer, 'additionalProperties') }]
}

/** Beside branches and conditions, what is unevaluated depends on the value: see `Scope.isClosed`. */
function readUnevaluated(view: View): Place[] {
  const isSplit = view.unions.length > 0 || ['if', 'dependentSchemas'].some((key) => readKeyword(view, key).length > 0)
  return isSplit ? [] : readClosing(view)
}

/** What `unevaluatedProperties` rejects or restricts: nothing where `additionalProperties` speaks of every name. */
export function readClosing(view: View): Place[] {
  const isEvaluated = view.parts.some(
    ({ node }) =>
      node['additionalProperties'] !== undefined ||
      Object.keys(asObject(node['patternProperties'])).some((pattern) => isOfAnyName(pattern)),
  )
  return isEvaluated ? [] : readKeyword(view, 'unevaluatedProperties').filter(({ node }) => !isAnything(node))
}
