import {
  componentName,
  isNullable,
  listAlternatives,
  listParts,
  listTypes,
  resolve,
  type Json,
  type OpenApiDocument,
  type Schema,
} from '@seam-acs/spec/model'

/** What can occur under a schema, with its `allOf` and its alternatives. */
export interface MergedSchema {
  isNullable: boolean
  /** Empty unless there are several besides `null`. */
  types: string[]
  /** The listed values, and both values of a boolean. */
  values: Json[]
  /** Whether other values can occur too. */
  isOpen: boolean
  properties: MergedProperty[]
  /** The schemas of the properties whose names are not fixed. */
  entries: MergedPart[]
  items: MergedPart[]
  canBeEmpty: boolean
  /** The alternatives of each `anyOf` that is neither an open enum nor a nullable schema. */
  alternatives: Alternative[][]
}

/** A schema inside another one, and the alternatives that a value has to match to reach it, the outermost first. */
export interface MergedPart {
  schema: Schema
  branches: Branch[]
}

export interface MergedProperty extends MergedPart {
  name: string
  isOptional: boolean
}

/** One of the alternatives of an `anyOf`. */
export interface Branch {
  alternative: Alternative
  among: Alternative[]
}

export interface Alternative {
  name: string
  schema: Schema
}

const nothing: Omit<MergedSchema, 'isNullable'> = {
  types: [],
  values: [],
  isOpen: false,
  properties: [],
  entries: [],
  items: [],
  canBeEmpty: false,
  alternatives: [],
}

type Part = typeof nothing

/** Merges a schema with its `allOf` and its alternatives. */
export function mergeSchema(document: OpenApiDocument, schema: Schema): MergedSchema {
  // A schema that accepts any value also accepts null, which then needs no exchange of its own.
  const isNamed = listParts(document, schema).some(
    (part) => listTypes(part).length > 0 || part.enum || 'const' in part || listAlternatives(part).length > 0,
  )
  return { isNullable: isNamed && isNullable(document, schema), ...readPart(document, schema, []) }
}

/** `inherited` are the properties that a schema around an alternative requires. */
function readPart(document: OpenApiDocument, schema: Schema, inherited: string[]): Part {
  const parts = listParts(document, schema)
  // A part may require a property that another part declares.
  const required = [...inherited, ...parts.flatMap((part) => part.required ?? [])]
  return parts
    .flatMap((part) => [readOwn(part, required), readAlternatives(document, part, required)])
    .reduce(merge, nothing)
}

function readAlternatives(document: OpenApiDocument, part: Schema, required: string[]): Part {
  const branches = listAlternatives(part).filter((branch) => resolve(document, branch).type !== 'null')
  const shapes = branches.map((branch) => readPart(document, branch, required))
  const isOpen = branches.some((branch) => isPlainString(resolve(document, branch)))
  const values = branches.flatMap((branch, index) => listConstant(resolve(document, branch)) ?? shapes[index]!.values)
  if (isOpen && values.length > 0) return { ...nothing, isOpen, values }
  if (branches.length < 2) return shapes.reduce(merge, nothing)
  const among = branches.map(nameAlternative)
  return shapes
    .map((shape, index) => markParts(shape, { alternative: among[index]!, among }))
    .reduce(merge, { ...nothing, alternatives: [among] })
}

/** Adds a branch to everything inside a part. */
function markParts(part: Part, branch: Branch): Part {
  const mark = <Inner extends MergedPart>(inner: Inner): Inner => ({ ...inner, branches: [branch, ...inner.branches] })
  return {
    ...part,
    properties: part.properties.map(mark),
    entries: part.entries.map(mark),
    items: part.items.map(mark),
  }
}

function readOwn(part: Schema, required: string[]): Part {
  const { properties = {}, patternProperties = {}, additionalProperties, items, minItems = 0, maxItems = 1 } = part
  const types = listTypes(part).filter((type) => type !== 'null')
  const listed: Json[] = part.enum ?? (types.includes('boolean') && !('const' in part) ? [true, false] : [])
  return {
    ...nothing,
    types: types.length > 1 ? types : [],
    values: listed.filter((value) => value !== null),
    properties: Object.entries(properties).map(([name, schema]) => ({
      name,
      schema,
      isOptional: !required.includes(name),
      branches: [],
    })),
    entries: [
      ...Object.values(patternProperties),
      ...(typeof additionalProperties === 'object' ? [additionalProperties] : []),
    ].map(toMergedPart),
    items: items && maxItems > 0 ? [toMergedPart(items)] : [],
    canBeEmpty: items !== undefined && minItems === 0,
  }
}

const toMergedPart = (schema: Schema): MergedPart => ({ schema, branches: [] })

const merge = (one: Part, other: Part): Part => ({
  types: [...one.types, ...other.types],
  values: [...one.values, ...other.values],
  isOpen: one.isOpen || other.isOpen,
  properties: [...one.properties, ...other.properties],
  entries: [...one.entries, ...other.entries],
  items: [...one.items, ...other.items],
  canBeEmpty: one.canBeEmpty || other.canBeEmpty,
  alternatives: [...one.alternatives, ...other.alternatives],
})

const isPlainString = (schema: Schema) => schema.type === 'string' && !schema.enum && !('const' in schema)

const listConstant = (schema: Schema) => ('const' in schema ? [schema.const] : undefined)

const nameAlternative = (schema: Schema, index: number): Alternative => ({
  name: componentName(schema) ?? schema.title ?? `alternative ${index + 1}`,
  schema,
})
