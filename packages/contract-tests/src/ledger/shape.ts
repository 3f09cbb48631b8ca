import { resolve } from '../check.ts'
import type { Json } from '../recording.ts'

/** What the parts of a schema say together, as far as it is a matter of what can occur. */
export interface Shape {
  isNullable: boolean
  /** Where there are several beside `null`. */
  types: string[]
  /** The values that it lists, and both of a boolean. */
  values: Json[]
  /** Whether values come that it does not list. */
  isOpen: boolean
  properties: Property[]
  /** Of the properties whose names are not fixed. */
  entries: Json[]
  items: Json[]
  canBeEmpty: boolean
  /** The alternatives of each `anyOf` that is neither an open enum nor a nullable schema. */
  alternatives: Alternative[][]
}

export interface Property {
  name: string
  schema: Json
  isOptional: boolean
}

export interface Alternative {
  name: string
  schema: Json
}

const nothing: Shape = {
  isNullable: false,
  types: [],
  values: [],
  isOpen: false,
  properties: [],
  entries: [],
  items: [],
  canBeEmpty: false,
  alternatives: [],
}

/** The shape of a schema, into which its `allOf` and the branches of its `anyOf` are merged. */
export function readShape(contract: Json, reference: Json, demanded: string[] = []): Shape {
  const schema = resolve(contract, reference)
  const required = [...demanded, ...listRequired(schema)]
  const own = readOwn(schema, required)
  const parts = (schema.allOf ?? []).map((part: Json) => readShape(contract, part, required))
  return [own, ...parts, readAnyOf(schema.anyOf ?? [])].reduce(merge)

  /** What the schema and its `allOf` require, which holds for the properties of each of them. */
  function listRequired(node: Json): string[] {
    const { required: names = [], allOf = [] } = resolve(contract, node)
    return [...names, ...allOf.flatMap(listRequired)]
  }

  function readAnyOf(branches: Json[]): Shape {
    const others = branches.filter((branch) => resolve(contract, branch).type !== 'null')
    const isNullable = others.length < branches.length
    const shapes = others.map((branch) => readShape(contract, branch, required))
    const isOpen = others.some((branch) => isPlainString(resolve(contract, branch)))
    const values = others.flatMap((branch, index) => listConstant(resolve(contract, branch)) ?? shapes[index]!.values)
    if (isOpen && values.length > 0) return { ...nothing, isNullable, isOpen, values }
    const alternatives = others.length > 1 ? [others.map(nameAlternative)] : []
    return shapes.reduce(merge, { ...nothing, isNullable, alternatives })
  }
}

function readOwn(schema: Json, required: string[]): Shape {
  const { type, properties = {}, patternProperties = {}, additionalProperties, items, minItems = 0 } = schema
  const types = [type ?? []].flat()
  const others = types.filter((each) => each !== 'null')
  const listed: Json[] = schema.enum ?? (others.includes('boolean') && !('const' in schema) ? [true, false] : [])
  return {
    ...nothing,
    isNullable: types.includes('null') || listed.includes(null),
    types: others.length > 1 ? others : [],
    values: listed.filter((value) => value !== null),
    properties: Object.entries<Json>(properties).map(([name, value]) => ({
      name,
      schema: value,
      isOptional: !required.includes(name),
    })),
    entries: [
      ...Object.values(patternProperties),
      ...(typeof additionalProperties === 'object' ? [additionalProperties] : []),
    ],
    items: items ? [items] : [],
    canBeEmpty: Boolean(items) && minItems === 0,
  }
}

function merge(one: Shape, other: Shape): Shape {
  return {
    isNullable: one.isNullable || other.isNullable,
    types: [...one.types, ...other.types],
    values: [...one.values, ...other.values],
    isOpen: one.isOpen || other.isOpen,
    properties: [...one.properties, ...other.properties],
    entries: [...one.entries, ...other.entries],
    items: [...one.items, ...other.items],
    canBeEmpty: one.canBeEmpty || other.canBeEmpty,
    alternatives: [...one.alternatives, ...other.alternatives],
  }
}

const isPlainString = (schema: Json) => schema.type === 'string' && !schema.enum && !('const' in schema)

const listConstant = (schema: Json) => ('const' in schema ? [schema.const] : undefined)

function nameAlternative(schema: Json, index: number): Alternative {
  return { name: schema.$ref?.split('/').at(-1) ?? schema.title ?? `alternative ${index + 1}`, schema }
}
