import { componentName, resolve, type Schema } from '@seam-acs/spec/model'
import { document } from './document.ts'
import { constraints } from './keywords.ts'

/** A schema as readers think of it: references followed, `allOf` taken together, open enums and null recognised. */
export interface Shape {
  /** The component's name, which has a page. */
  name?: string | undefined
  description?: string | undefined
  /** `string`, `string<uuid>[]`, `object`: without null. */
  type: string
  nullable: boolean
  deprecated: boolean
  values: EnumValue[]
  /** Whether other values than the listed ones occur. */
  open: boolean
  /** Constraints, as a label and a value in JSON or, for a text, as it is. */
  facts: Fact[]
  /** The groups of properties that `allOf` takes together, or the only one. */
  groups: Group[]
  /** Of which at least one holds (or, for `oneOf`, exactly one). */
  alternatives: Shape[]
  exclusive: boolean
  /** The shape of each item of a list. */
  items?: Shape | undefined
}

export interface Group {
  /** Of the component that contributes it, where that is not the shape itself. */
  description?: string | undefined
  properties: Property[]
}

export interface Property extends Shape {
  property: string
  /** Whether the key is a pattern that keys match instead of a name. */
  isPattern: boolean
  required: boolean
}

export interface EnumValue {
  value: string
  description?: string | undefined
}

export interface Fact {
  label: string
  value: string
}

/** A text as it is, anything else as JSON. */
export const show = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

/** @param within The components that are being described, in which a recursive one stops. */
export function describe(schema: Schema, within: string[] = []): Shape {
  const name = componentName(schema)
  const isRecursive = name !== undefined && within.includes(name)
  const inside = name ? [...within, name] : within
  const resolved = resolve(document, schema)
  const parts = (resolved.allOf ?? []).map((part) => describe(part, inside))
  const types = [resolved.type ?? []].flat()
  const shape: Shape = {
    name,
    description: resolved.description,
    type: types.filter((type) => type !== 'null').join(' | '),
    nullable: types.includes('null') || parts.some(({ nullable }) => nullable),
    deprecated: resolved.deprecated === true,
    values: listValues(resolved),
    open: false,
    facts: listFacts(resolved),
    groups: [],
    alternatives: [],
    exclusive: resolved.oneOf !== undefined,
    items: resolved.items && describe(resolved.items, inside),
  }
  if (!isRecursive) addChoices(shape, resolved, inside)
  const properties = isRecursive ? [] : listProperties(resolved, inside)
  if (properties.length > 0) shape.groups.push({ properties })
  for (const part of parts) {
    const [first, ...others] = part.groups
    if (first) shape.groups.push({ ...first, description: part.description ?? first.description }, ...others)
    shape.alternatives.push(...part.alternatives)
    shape.values.push(...part.values)
    shape.facts.push(...part.facts)
    shape.open ||= part.open
    shape.type ||= part.type
  }
  shape.type = writeType(shape, resolved)
  return shape
}

/** Reads `anyOf` and `oneOf`: as an open enum, as "or null", or as alternatives. */
function addChoices(shape: Shape, schema: Schema, within: string[]) {
  const choices = schema.anyOf ?? schema.oneOf ?? []
  const known = choices.filter(({ type }) => type !== 'null').map((choice) => describe(choice, within))
  shape.nullable ||= known.length < choices.length || known.some(({ nullable }) => nullable)
  const [only] = known
  const listed = known.find(({ values }) => values.length > 0)
  const free = known.find((choice) => choice !== listed && choice.facts.length === 0 && isPlain(choice))
  if (known.length === 2 && listed && free && listed.type === `enum<${free.type}>`) {
    shape.values.push(...listed.values)
    shape.open = true
    shape.type = free.type
    shape.name ??= listed.name
  } else if (known.length === 1 && only) {
    const { name = only.name, description = only.description, nullable } = shape
    Object.assign(shape, only, { name, description, nullable, deprecated: shape.deprecated || only.deprecated })
  } else {
    shape.alternatives.push(...known)
  }
}

const isPlain = ({ values, groups, alternatives, items }: Shape) =>
  values.length + groups.length + alternatives.length === 0 && !items

function listProperties(schema: Schema, within: string[]): Property[] {
  const { properties = {}, patternProperties = {}, additionalProperties, required = [] } = schema
  const property = (name: string, value: Schema, isPattern: boolean): Property => ({
    ...describe(value, within),
    property: name,
    isPattern,
    required: required.includes(name),
  })
  const rest = typeof additionalProperties === 'object' ? [property('.*', additionalProperties, true)] : []
  return [
    ...Object.entries(properties).map(([name, value]) => property(name, value, false)),
    ...Object.entries(patternProperties).map(([name, value]) => property(name, value, true)),
    ...rest,
  ].toSorted((a, b) => Number(b.required) - Number(a.required))
}

const listValues = ({ enum: values = [], 'x-enumDescriptions': descriptions = {} }: Schema): EnumValue[] =>
  values.map((value) => ({ value: show(value), description: descriptions[show(value)] }))

function listFacts(schema: Schema): Fact[] {
  const facts: Fact[] = []
  if (schema.title) facts.push({ label: 'Title', value: schema.title })
  for (const [keyword, label] of Object.entries(constraints)) {
    const value = (schema as Record<string, unknown>)[keyword]
    // The format is part of the type.
    if (value !== undefined && keyword !== 'format') facts.push({ label, value: show(value) })
  }
  if (schema.additionalProperties === false) facts.push({ label: 'Other properties', value: 'refused' })
  for (const value of [schema.not?.enum ?? [], schema.not?.const ?? []].flat())
    facts.push({ label: 'Never', value: show(value) })
  for (const value of [schema.examples ?? [], schema.example ?? []].flat())
    facts.push({ label: 'Example', value: show(value) })
  return facts
}

function writeType(shape: Shape, schema: Schema): string {
  const { items } = shape
  const isList = [schema.type].flat().includes('array')
  if (isList && items) {
    const type = items.nullable ? `${items.type} | null` : items.type
    return `${type.includes(' | ') ? `(${type})` : type}[]`
  }
  const base = shape.type || (shape.groups.length + shape.alternatives.length > 0 ? 'object' : 'any')
  if (base.includes('<')) return base
  if (shape.values.length > 0) return `enum<${base === 'any' ? 'string' : base}>`
  return schema.format ? `${base}<${schema.format}>` : base
}

/** The property that has one fixed value, by which an alternative is told from others. */
const tag = ({ groups }: Shape) =>
  groups
    .flatMap(({ properties }) => properties)
    .find(({ facts }) => facts.some(({ label }) => label === constraints.const))

const tagValue = (shape: Shape) => tag(shape)?.facts.find(({ label }) => label === constraints.const)?.value

/** Whether most alternatives say by a fixed value which one they are, as warnings do by their code. */
export const isTagged = ({ alternatives }: Shape) => alternatives.filter(tag).length * 2 > alternatives.length

/** The fixed value, the component or the place by which an alternative is called. */
export const nameAlternative = (shape: Shape, index: number) => tagValue(shape) ?? shape.name ?? String(index + 1)

/** The names of the properties that a shape cannot do without. */
export const needs = ({ groups }: Shape) =>
  groups.flatMap(({ properties }) => properties.filter(({ required }) => required).map(({ property }) => property))
