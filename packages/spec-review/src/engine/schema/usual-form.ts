import type { Json } from '../../change.ts'
import type { Place } from '../../document/document.ts'
import { asArray, asObject, asStrings, isObject, type JsonObject } from '../../document/json.ts'
import { below } from '../../document/pointer.ts'
import { isOf } from './keyword-types.ts'
import { ALL_TYPES, listTypes, readTypes } from './types.ts'

/** A schema object in the spelling that rules compare, and what holds beside it. */
interface UsualForm {
  node: JsonObject
  beside: Place[]
}

const REWRITTEN = ['anyOf', 'if', 'maxProperties', 'not']

/** Rewrites rare spellings of a schema; the result accepts the same values. */
export function toUsualForm({ node, pointer }: Place<JsonObject>): UsualForm {
  const form: UsualForm = { node, beside: [] }
  if (!REWRITTEN.some((keyword) => keyword in node)) return form
  const drop = (...keywords: string[]) => {
    form.node = Object.fromEntries(Object.entries(form.node).filter(([key]) => !keywords.includes(key)))
  }
  const add = (schema: Json | undefined, ...keys: string[]) => {
    if (schema !== undefined) form.beside.push({ node: schema, pointer: below(pointer, ...keys) })
  }
  rewriteCondition(node, drop, add)
  rewriteExclusion(node, drop, add)
  rewriteDependency(node, drop, add)
  if (node['maxProperties'] === 0) {
    drop('maxProperties', 'properties', 'patternProperties')
    form.node['additionalProperties'] = false
  }
  return form
}

type Drop = (...keywords: string[]) => void
type Add = (schema: Json | undefined, ...keys: string[]) => void

const isAlways = (schema: Json | undefined) =>
  schema === undefined || schema === true || (isObject(schema) && Object.keys(schema).length === 0)

/** A condition that always or never holds, one without which nothing is accepted, and one that a property is there. */
function rewriteCondition({ type, if: condition, then: met, else: unmet }: JsonObject, drop: Drop, add: Add): void {
  if (condition === undefined) return
  if (condition === false) add(unmet, 'else')
  else if (isAlways(condition)) add(met, 'then')
  else if (unmet === false) {
    add(condition, 'if')
    add(met, 'then')
  } else {
    const name = readCondition(condition)
    if (name === undefined || met === undefined || unmet !== undefined) return
    // A value that is not an object meets such a condition too.
    const isOfObjects = type === 'object' || asObject(condition)['type'] === 'object' || isOf(asObject(met), 'object')
    if (!isOfObjects) return
    add({ dependentSchemas: { [name]: met } }, 'then')
  }
  drop('if', 'then', 'else')
}

/** The property that has to be there, where a condition says that and nothing else. */
function readCondition(condition: Json): string | undefined {
  const { type = 'object', ...rest } = asObject(condition)
  const names = readRequired(rest)
  return type === 'object' && names?.length === 1 ? names[0] : undefined
}

/** What is not of some types is of the others; what is not excluded is included; and each of several exclusions is one. */
function rewriteExclusion({ not: excluded }: JsonObject, drop: Drop, add: Add): void {
  const { type, not: included, anyOf, ...rest } = asObject(excluded)
  if (Object.keys(asObject(excluded)).length !== 1 || Object.keys(rest).length > 0) return
  if (included !== undefined) add(included, 'not', 'not')
  else if (anyOf !== undefined)
    asArray(anyOf).forEach((each, index) => add({ not: each }, 'not', 'anyOf', String(index)))
  else {
    const types = new Set(ALL_TYPES).difference(readTypes(type!))
    const listed = listTypes(types)
    // Numbers that are not whole have no name.
    if (!types.isSupersetOf(readTypes(listed))) return
    add({ type: listed }, 'not', 'type')
  }
  drop('not')
}

/** Without one property, or with others. */
function rewriteDependency({ anyOf }: JsonObject, drop: Drop, add: Add): void {
  const [one, other, ...more] = asArray(anyOf).map(asObject)
  if (!one || !other || more.length > 0) return
  const [without, needs] = one['not'] === undefined ? [other, one] : [one, other]
  const names = readRequired(without['not'])
  const needed = readRequired(needs)
  if (Object.keys(without).length !== 1 || names?.length !== 1 || !needed) return
  add({ dependentRequired: { [names[0]!]: needed } }, 'anyOf')
  drop('anyOf')
}

/** The properties that a schema requires where it says nothing else. */
function readRequired(schema: Json | undefined): string[] | undefined {
  const { required, ...rest } = asObject(schema)
  return Array.isArray(required) && Object.keys(rest).length === 0 ? asStrings(required) : undefined
}
