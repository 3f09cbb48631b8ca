import { follow, resolve } from './document.ts'
import type { OpenApiDocument, Schema } from './openapi.ts'

/** The keywords of a schema that hold one schema, and those that hold several, in a list or by name. */
const holders = {
  one: new Set([
    'additionalProperties',
    'contains',
    'else',
    'if',
    'items',
    'not',
    'propertyNames',
    'then',
    'unevaluatedItems',
    'unevaluatedProperties',
  ]),
  several: new Set([
    '$defs',
    'allOf',
    'anyOf',
    'dependentSchemas',
    'oneOf',
    'patternProperties',
    'prefixItems',
    'properties',
  ]),
}

/** A schema inside another one, and the keys that lead there, such as `['properties', 'code']`. */
export interface ChildSchema {
  keys: string[]
  schema: Schema
}

/** The schemas directly inside a schema, without those that it refers to. */
export function listChildren(schema: Schema): ChildSchema[] {
  const children: ChildSchema[] = []
  mapChildren(schema, (child, keys) => children.push({ keys, schema: child }))
  return children
}

/** A copy of a schema in which `change` has replaced each schema that it holds directly. */
export function mapChildren(schema: Schema, change: (child: Schema, keys: string[]) => unknown): Schema {
  const entries = Object.entries(schema).map(([keyword, value]): [string, unknown] => {
    if (typeof value !== 'object' || value === null) return [keyword, value]
    if (holders.one.has(keyword)) return [keyword, change(value as Schema, [keyword])]
    if (!holders.several.has(keyword)) return [keyword, value]
    const children = Object.entries(value as Record<string, Schema>)
    const changed = children.map(([key, child]) => [key, change(child, [keyword, key])] as const)
    return [keyword, Array.isArray(value) ? changed.map(([, child]) => child) : Object.fromEntries(changed)]
  })
  return Object.fromEntries(entries)
}

/** The given schemas, and those that they hold or refer to, at any depth, each once. */
export function listReachable(document: OpenApiDocument, roots: Schema[]): Set<Schema> {
  const reached = new Set<Schema>()
  const visit = (schema: Schema): void => {
    if (typeof schema !== 'object' || reached.has(schema)) return
    reached.add(schema)
    if (schema.$ref !== undefined) visit(target(document, schema))
    for (const child of listChildren(schema)) visit(child.schema)
  }
  roots.forEach(visit)
  return reached
}

/**
 * The parts of a schema that all apply to a value, without `$ref` and `allOf`. A recursive schema is listed once.
 */
export function listParts(document: OpenApiDocument, schema: Schema): Schema[] {
  const parts = new Set<Schema>()
  const visited = new Set<Schema>()
  const visit = (part: Schema): void => {
    if (visited.has(part)) return
    visited.add(part)
    const { $ref, allOf = [], ...own } = part
    if (Object.keys(own).length > 0) parts.add($ref === undefined && allOf.length === 0 ? part : own)
    if ($ref !== undefined) visit(target(document, part))
    allOf.forEach(visit)
  }
  visit(schema)
  return [...parts]
}

/** The parts of a schema and of its alternatives, at any depth. Each of them may apply to a value. */
export function listPossibleParts(document: OpenApiDocument, schema: Schema): Schema[] {
  const possible = new Set<Schema>()
  const visit = (node: Schema): void => {
    for (const part of listParts(document, node)) {
      if (possible.has(part)) continue
      possible.add(part)
      listAlternatives(part).forEach(visit)
    }
  }
  visit(schema)
  return [...possible]
}

/** The schemas that a schema itself has for a property: by name and pattern, or else by `additionalProperties`. */
export function listPropertySchemas(schema: Schema, name: string): Schema[] {
  const { properties = {}, patternProperties = {}, additionalProperties } = schema
  const patterns = Object.keys(patternProperties).filter((pattern) => new RegExp(pattern, 'u').test(name))
  const declared = [
    ...(Object.hasOwn(properties, name) ? [properties[name]!] : []),
    ...patterns.map((pattern) => patternProperties[pattern]!),
  ]
  return declared.length === 0 && typeof additionalProperties === 'object' ? [additionalProperties] : declared
}

export interface Property {
  name: string
  /** The schema of each declaration. */
  schemas: [Schema, ...Schema[]]
  isRequired: boolean
}

/**
 * The properties that a schema declares, by itself, through `$ref` or `allOf`, and in the branches of `anyOf` and
 * `oneOf`, unless `alternatives` is `ignored`. A property that only a branch requires is not required.
 */
export function listProperties(
  document: OpenApiDocument,
  schema: Schema,
  alternatives: 'ignored' | 'included' = 'included',
): Property[] {
  const declared = new Map<string, Schema[]>()
  const required = new Set<string>()
  const visited = new Set<Schema>()
  const visit = (node: Schema, isBranch: boolean): void => {
    for (const part of listParts(document, node)) {
      if (visited.has(part)) continue
      visited.add(part)
      for (const [name, property] of Object.entries(part.properties ?? {})) {
        declared.set(name, [...(declared.get(name) ?? []), property])
      }
      if (!isBranch) for (const name of part.required ?? []) required.add(name)
      if (alternatives === 'ignored') continue
      for (const branch of listAlternatives(part)) visit(branch, true)
    }
  }
  visit(schema, false)
  return [...declared].map(([name, schemas]) => ({
    name,
    schemas: schemas as [Schema, ...Schema[]],
    isRequired: required.has(name),
  }))
}

export const listAlternatives = ({ anyOf = [], oneOf = [] }: Schema): Schema[] => [...anyOf, ...oneOf]

/** The types that the schema itself names; empty if it names none. */
export const listTypes = ({ type = [] }: Schema): string[] => [type].flat()

/**
 * Whether every valid value has a type, such as `object`, because a part of the schema or all of its alternatives
 * require it.
 */
export function isOfType(document: OpenApiDocument, schema: Schema, type: string): boolean {
  return listParts(document, schema).some((part) => {
    if (listTypes(part).join() === type) return true
    const alternatives = listAlternatives(part)
    return alternatives.length > 0 && alternatives.every((branch) => isOfType(document, branch, type))
  })
}

/** Whether the schema accepts null, by `type`, `enum`, `const` or one of its alternatives. */
export function isNullable(document: OpenApiDocument, schema: Schema): boolean {
  const parts = listParts(document, schema)
  return (
    parts.length > 0 &&
    parts.every((part) => {
      const alternatives = listAlternatives(part)
      if (part.type !== undefined && !listTypes(part).includes('null')) return false
      if (part.enum !== undefined && !part.enum.includes(null)) return false
      if (part.const !== undefined && part.const !== null) return false
      return alternatives.length === 0 || alternatives.some((branch) => isNullable(document, branch))
    })
  )
}

/** Whether an object without properties is valid, as far as `type`, `required` and `minProperties` decide. */
export function acceptsEmptyObject(document: OpenApiDocument, schema: Schema): boolean {
  return listParts(document, schema).every((part) => {
    const { required = [], minProperties = 0 } = part
    const types = listTypes(part)
    const alternatives = listAlternatives(part)
    if (required.length > 0 || minProperties > 0 || (types.length > 0 && !types.includes('object'))) return false
    return alternatives.length === 0 || alternatives.some((branch) => acceptsEmptyObject(document, branch))
  })
}

/**
 * The known values of an open enum, which is `anyOf` with an enum and `type: string`; undefined for any other schema.
 */
export function listOpenValues(document: OpenApiDocument, schema: Schema): unknown[] | undefined {
  const branches = resolve(document, schema).anyOf?.map((branch) => resolve(document, branch)) ?? []
  const isString = ({ type, enum: values, const: value }: Schema) => type === 'string' && !values && value === undefined
  const values = branches.flatMap(({ enum: listed = [], const: value }) => (value === undefined ? listed : [value]))
  return branches.some(isString) && values.length > 0 ? values : undefined
}

/** The component itself rather than a copy, so that a second visit recognizes it. */
const target = (document: OpenApiDocument, { $ref }: Schema): Schema => follow(document, $ref!) as Schema
