import { componentName, isNullable, resolve, type Schema } from '@seam-acs/spec/model'
import { labelChoices } from './choice.ts'
import { document } from '../document/document.ts'
import { isTuple, listFacts, listValues } from './facts.ts'
import { toAnchor } from '../pages/paths.ts'
import { formatValue, type EnumValue, type Fact, type Group, type Property, type Shape } from './shape.ts'

/** What, beside a reference, replaces what its target says; everything else applies together with the target. */
const annotations = new Set(
  '$ref summary description title deprecated default example examples readOnly writeOnly externalDocs'.split(' '),
)

const isConstraint = (keyword: string) => !annotations.has(keyword) && !keyword.startsWith('x-')

/** @param ancestors The references that are being described, in which a recursive one stops. */
export function describe(schema: Schema, ancestors: string[] = []): Shape {
  if (schema.$ref !== undefined && Object.keys(schema).some(isConstraint)) {
    const { $ref, ...own } = schema
    return describe({ allOf: [{ $ref }, own] }, ancestors)
  }
  const isRecursive = schema.$ref !== undefined && ancestors.includes(schema.$ref)
  const inside = schema.$ref ? [...ancestors, schema.$ref] : ancestors
  const resolved = resolve(document, schema)
  const parts = isRecursive ? [] : (resolved.allOf ?? []).map((part) => describe(part, inside))
  const types = [resolved.type ?? []].flat()
  const isNull = types.length === 1 && types[0] === 'null'
  const shape: Shape = {
    name: componentName(schema),
    description: resolved.description,
    type: isNull ? 'null' : types.filter((type) => type !== 'null').join(' | '),
    nullable:
      ((types.includes('null') && !isNull) || parts.some(({ nullable }) => nullable)) && isNullable(document, resolved),
    deprecated: resolved.deprecated === true,
    values: listValues(resolved),
    open: false,
    facts: listFacts(resolved),
    groups: [],
    needs: isRecursive ? [] : (resolved.required ?? []),
    choices: [],
    items: isRecursive || !resolved.items || isTuple(resolved) ? undefined : describe(resolved.items, inside),
  }
  if (!isRecursive) addChoices(shape, resolved, inside)
  const properties = isRecursive ? [] : listProperties(resolved, inside)
  if (properties.length > 0) shape.groups.push({ properties })
  for (const part of parts) takeTogether(shape, part)
  shape.groups = mergeRepeated(shape.groups)
  for (const { properties: declared } of shape.groups) {
    for (const property of declared) property.required ||= shape.needs.includes(property.property)
    declared.sort((a, b) => Number(b.required) - Number(a.required))
  }
  shape.choices = labelChoices(shape)
  // A schema without a type is known by its name where its inside is left out.
  if (isRecursive) shape.type ||= shape.name ?? ''
  shape.type = writeType(shape, resolved)
  return shape
}

/** Adds what a part of `allOf` says. */
function takeTogether(shape: Shape, part: Shape): void {
  const [first, ...others] = part.groups
  if (first) shape.groups.push({ ...first, description: part.description ?? first.description }, ...others)
  shape.choices.push(...part.choices)
  shape.values = intersect(shape.values, part.values)
  shape.facts.push(...part.facts)
  shape.needs = [...new Set([...shape.needs, ...part.needs])]
  shape.open ||= part.open
  shape.items ??= part.items
  if (part.type !== 'any') shape.type ||= part.type
}

/** The values that both lists have; an empty list allows all. */
function intersect(one: EnumValue[], other: EnumValue[]): EnumValue[] {
  const isListed = ({ value }: EnumValue) => other.some((each) => formatValue(each.value) === formatValue(value))
  return one.length > 0 && other.length > 0 ? one.filter(isListed) : [...one, ...other]
}

/** A property that several parts of `allOf` declare has one entry, which says what all of them do. */
function mergeRepeated(groups: Group[]): Group[] {
  const known = new Map<string, Property>()
  for (const group of groups) {
    group.properties = group.properties.filter((property) => {
      const first = known.get(property.key + property.property)
      if (first) narrow(first, property)
      else known.set(property.key + property.property, property)
      return !first
    })
  }
  return groups.filter(({ properties }) => properties.length > 0)
}

function narrow(property: Property, other: Property): void {
  const { description } = property
  const facts = [...property.facts]
  takeTogether(property, other)
  if (property.type === 'any') property.type = other.type
  const isNew = ({ label, value }: Fact) => !facts.some((fact) => fact.label === label && fact.value === value)
  property.facts = [...facts, ...other.facts.filter(isNew)]
  property.description = [...new Set([description, other.description].filter(Boolean))].join('\n\n') || undefined
  property.nullable &&= other.nullable
  property.required ||= other.required
}

function addChoices(shape: Shape, { anyOf, oneOf }: Schema, ancestors: string[]): void {
  if (anyOf) addChoice(shape, anyOf, false, ancestors)
  if (oneOf) addChoice(shape, oneOf, true, ancestors)
}

/** Reads `anyOf` and `oneOf`: as an open enum, as "or null", or as alternatives. */
function addChoice(shape: Shape, choices: Schema[], exclusive: boolean, ancestors: string[]): void {
  const known = choices.filter(({ type }) => type !== 'null').map((choice) => describe(choice, ancestors))
  shape.nullable ||= known.length < choices.length || known.some(({ nullable }) => nullable)
  const [only] = known
  const listed = known.find(({ values }) => values.length > 0)
  const free = known.find((choice) => choice !== listed && choice.facts.length === 0 && isPlain(choice))
  if (known.length === 2 && listed && free && listed.type === `enum<${free.type}>`) {
    shape.values.push(...listed.values)
    shape.open = true
    // The list of values has a page of its own if it is a component.
    const texts = [shape.description, listed.name ? undefined : listed.description, free.description]
    shape.description = [...new Set(texts.filter(Boolean))].join('\n\n') || undefined
    shape.type = free.type
    shape.name ??= listed.name
  } else if (known.length === 1 && only) {
    const { name = only.name, description = only.description, nullable } = shape
    Object.assign(shape, only, { name, description, nullable, deprecated: shape.deprecated || only.deprecated })
  } else {
    const alternatives = known.map((alternative) => ({ ...alternative, label: '', anchor: '', prefix: '' }))
    shape.choices.push({ exclusive, isTagged: false, alternatives })
  }
}

const isPlain = ({ values, groups, choices, needs, items }: Shape) =>
  values.length + groups.length + choices.length + needs.length === 0 && !items

function listProperties(schema: Schema, ancestors: string[]): Property[] {
  const { properties = {}, patternProperties = {}, additionalProperties, required = [] } = schema
  let patterns = 0
  const property = (name: string, value: Schema, key: Property['key']): Property => ({
    ...describe(value, ancestors),
    property: name,
    key,
    anchor: key === 'name' ? toAnchor(name) : `*${patterns++ || ''}`,
    required: required.includes(name),
  })
  const rest = typeof additionalProperties === 'object' ? [property('*', additionalProperties, 'any')] : []
  return [
    ...Object.entries(properties).map(([name, value]) => property(name, value, 'name')),
    ...Object.entries(patternProperties).map(([name, value]) => property(name, value, 'pattern')),
    ...rest,
  ]
}

function writeType(shape: Shape, schema: Schema): string {
  const { items } = shape
  const isList = [schema.type].flat().includes('array')
  if (isList && items) {
    const type = items.nullable ? `${items.type} | null` : items.type
    return `${type.includes(' | ') ? `(${type})` : type}[]`
  }
  const base = shape.type || listMembers(shape)
  if (base.includes('<')) return base
  if (shape.values.length > 0) return `enum<${base === 'any' ? listTypesOf(shape.values) : base}>`
  return schema.format ? `${base}<${schema.format}>` : base
}

/** The types of listed values, if the schema names none. */
const listTypesOf = (values: EnumValue[]) => [...new Set(values.map(({ value }) => typeOf(value)))].join(' | ')

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (JSON.isRawJSON(value) || Number.isInteger(value)) return 'integer'
  return Array.isArray(value) ? 'array' : typeof value
}

/** The type of a schema without `type`: that of its properties or of its alternatives. */
function listMembers({ groups, choices, needs }: Shape): string {
  const types = new Set(choices.flatMap(({ alternatives }) => alternatives.map(({ type }) => type)))
  if (groups.length + needs.length > 0 || types.size === 0) return groups.length + needs.length > 0 ? 'object' : 'any'
  return [...types].join(' | ')
}
