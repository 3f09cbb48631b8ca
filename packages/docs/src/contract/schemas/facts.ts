import { componentName, type Schema } from '@seam-acs/spec/model'
import { toText } from '../../text/exact-json.ts'
import { constraints } from '../document/keywords.ts'
import { formatValue, type EnumValue, type Fact } from './shape.ts'

/** The values of an enum, with their descriptions. */
export const listValues = ({ enum: values = [], 'x-enumDescriptions': descriptions = {} }: Schema): EnumValue[] =>
  values.map((value) => ({ value, description: descriptions[toText(value)] }))

/** What a schema says beside its type, as labels and values. */
export function listFacts(schema: Schema): Fact[] {
  // JSON Schema's `false`
  if (!schema) return [{ label: 'Value', value: 'not allowed' }]
  const facts: Fact[] = []
  if (schema.title) facts.push({ label: 'Title', value: schema.title })
  for (const [keyword, label] of Object.entries(constraints)) {
    const value = (schema as Record<string, unknown>)[keyword]
    // The format is part of the type.
    if (value === undefined || keyword === 'format') continue
    facts.push({ label, value: formatValue(value), ...(keyword === 'const' && { fixed: value }) })
  }
  facts.push(...listRest(schema), ...listDiscriminator(schema))
  for (const value of listExcluded(schema)) facts.push({ label: 'Never', value: formatValue(value) })
  for (const value of [schema.examples ?? [], schema.example ?? []].flat())
    facts.push({ label: 'Example', value: formatValue(value) })
  return facts
}

/** Whether the first items have schemas of their own. */
export const isTuple = (schema: Schema) => (schema as { prefixItems?: unknown }).prefixItems !== undefined

/** What else an object or a list can hold, if that is not a part of its shape. */
function listRest(schema: Schema): Fact[] {
  const { items, additionalProperties, unevaluatedProperties, unevaluatedItems } = schema as Record<string, unknown>
  const [properties, others] = ['Other properties', isTuple(schema) ? 'Other items' : 'Items']
  const rest: [label: string, value: unknown][] = [
    [properties, additionalProperties === false ? false : unevaluatedProperties],
    [others, items === false || isTuple(schema) ? items : undefined],
    ['Other items', unevaluatedItems],
  ]
  return rest
    .filter(([, value]) => value !== undefined && value !== true)
    .map(([label, value]) => ({ label, value: value === false ? 'not allowed' : formatValue(value) }))
}

/** The property that says which alternative a value is of. */
function listDiscriminator(schema: Schema): Fact[] {
  const { discriminator } = schema as { discriminator?: { propertyName: string; mapping?: Record<string, string> } }
  if (!discriminator) return []
  const { propertyName, mapping = {} } = discriminator
  const meanings = Object.entries(mapping).map(([value, $ref]) => `${value} is ${componentName({ $ref }) ?? $ref}`)
  const value = meanings.length > 0 ? `${propertyName}: ${meanings.join(', ')}` : propertyName
  return [{ label: 'Distinguished by', value }]
}

/** The values that `not` excludes, or all of it if it says more. */
function listExcluded({ not = {} }: Schema): unknown[] {
  const { enum: values = [], const: value, ...more } = not
  if (Object.keys(more).length > 0) return [not]
  return value === undefined ? values : [...values, value]
}
