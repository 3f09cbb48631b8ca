import type { Json } from '../change.ts'
import { isObject, type JsonObject } from './json.ts'

/** OpenAPI's kinds of objects. What a key means depends on the kind of object that holds it: a response can be called `default`. */
export type Kind =
  | 'callback'
  | 'components'
  | 'document'
  | 'encoding'
  | 'header'
  | 'mediaType'
  | 'operation'
  | 'parameter'
  | 'pathItem'
  | 'requestBody'
  | 'response'
  | 'schema'

interface Child {
  kind: Kind
  as: 'list' | 'map' | 'one'
}

const one = (kind: Kind): Child => ({ kind, as: 'one' })
const list = (kind: Kind): Child => ({ kind, as: 'list' })
const map = (kind: Kind): Child => ({ kind, as: 'map' })
const each = (child: Child, ...keys: string[]) => Object.fromEntries(keys.map((key) => [key, child]))

export const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query']

const VALUE = { schema: one('schema'), content: map('mediaType') }

const CHILDREN: Record<Kind, Record<string, Child>> = {
  callback: {},
  components: {
    callbacks: map('callback'),
    headers: map('header'),
    parameters: map('parameter'),
    pathItems: map('pathItem'),
    requestBodies: map('requestBody'),
    responses: map('response'),
    schemas: map('schema'),
  },
  document: { components: one('components'), paths: map('pathItem'), webhooks: map('pathItem') },
  encoding: { headers: map('header') },
  header: VALUE,
  mediaType: { encoding: map('encoding'), schema: one('schema') },
  operation: {
    callbacks: map('callback'),
    parameters: list('parameter'),
    requestBody: one('requestBody'),
    responses: map('response'),
  },
  parameter: VALUE,
  pathItem: { ...each(one('operation'), ...METHODS), parameters: list('parameter') },
  requestBody: { content: map('mediaType') },
  response: { content: map('mediaType'), headers: map('header') },
  schema: {
    ...each(one('schema'), 'additionalProperties', 'contains', 'contentSchema', 'else', 'if', 'items', 'not'),
    ...each(one('schema'), 'propertyNames', 'then', 'unevaluatedItems', 'unevaluatedProperties'),
    ...each(list('schema'), 'allOf', 'anyOf', 'oneOf', 'prefixItems'),
    ...each(map('schema'), '$defs', 'definitions', 'dependentSchemas', 'patternProperties', 'properties'),
  },
}

type ChangeObject = (node: JsonObject, kind: Kind, keys: string[]) => JsonObject

/** A copy of an object in which it and each object below it are changed, those below first. Values such as examples stay as they are. */
export function mapObjects(node: Json, kind: Kind, change: ChangeObject, keys: string[] = []): Json {
  if (!isObject(node)) return node
  const copy: JsonObject = {}
  for (const [key, value] of Object.entries(node)) {
    const child = kind === 'callback' ? one('pathItem') : CHILDREN[kind][key]
    copy[key] = child ? mapChild(value, child, change, [...keys, key]) : value
  }
  return change(copy, kind, keys)
}

function mapChild(value: Json, { kind, as }: Child, change: ChangeObject, keys: string[]): Json {
  if (as === 'one') return mapObjects(value, kind, change, keys)
  if (as === 'list') {
    if (!Array.isArray(value)) return value
    return value.map((item, index) => mapObjects(item, kind, change, [...keys, String(index)]))
  }
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, mapObjects(item, kind, change, [...keys, name])]),
  )
}
