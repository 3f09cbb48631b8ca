import type { Json, Side } from '../../change.ts'
import { follow, type OpenApi, type Place } from '../../document/document.ts'
import { asObject, type JsonObject } from '../../document/json.ts'
import { below } from '../../document/pointer.ts'
import type { TypeName } from './types.ts'

/** A schema object without `$ref` and `allOf`, which a view reads through. */
export interface Part extends Place<JsonObject> {
  /** The part is a branch of a union that was said as one schema, whose types the view has already. */
  isMerged?: boolean
}

/** Ends the pointer of a part that is read without its union, which no pointer of a document does. */
export const WITHOUT_UNION = '\ue000'
/** Follows the pointer of a branch, before the types to which it is restricted. */
export const OF_TYPES = '\ue001'

/** Follows the pointer of a branch, before the value to which one of its properties is restricted. */
export const OF_VALUE = '\ue002'

/** The pointer into the document. */
export const toRealPointer = (pointer: string) => pointer.replaceAll(/\ue000|\ue001[a-z,]*|\ue002[^/]*/g, '')

export interface Union {
  /** Each branch, to be read as a view of its own. */
  branches: Place[][]
  pointer: string
  /** The types of values that it decides; those of other types have nothing to do with it. */
  types: Set<TypeName>
  /** A value that two branches accept is rejected, and there can be one. */
  isExclusive: boolean
}

/** What a schema accepts, as one conjunction, whichever way it is spelled. */
export interface View {
  key: string
  /** What the view was read from. */
  places: Place[]
  parts: Part[]
  types: Set<TypeName>
  /** Where the types are stated, undefined where nowhere. */
  typePointer: string | undefined
  /** The values that are accepted, undefined where no `enum` or `const` lists them. */
  values: Json[] | undefined
  valuesPointer: string | undefined
  /** Values that are named beside an open type: `anyOf: [enum, string]` and `x-extensible-enum`. */
  knownValues: Json[]
  knownPointer: string | undefined
  unions: Union[]
}

/** Reads views of one document as one side sees it, and remembers them. */
export interface Reader {
  document: OpenApi
  side: Side
  /** Pointers of the unions that are being read, so that a circle ends. */
  openUnions: Set<string>
  /** How often such a circle was met. */
  circles: number
  read: (places: Place[]) => View
}

/** A keyword of every part that states it. */
export function readKeyword({ parts }: View, keyword: string): Place[] {
  return parts.flatMap(({ node, pointer }) => {
    const value = node[keyword]
    return value === undefined ? [] : [{ node: value, pointer: below(pointer, keyword) }]
  })
}

/** Whether nobody on this side ever sends the property: `readOnly` in a request, `writeOnly` in a response. */
export function isHidden({ document, side }: Reader, property: Place): boolean {
  const flag = side === 'request' ? 'readOnly' : 'writeOnly'
  if (asObject(property.node)[flag] === true) return true
  return follow(document, property)?.node[flag] === true
}
