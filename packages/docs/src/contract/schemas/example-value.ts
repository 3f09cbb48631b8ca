import { listAlternatives, listParts, listProperties, listTypes, type Schema } from '@seam-acs/spec/model'
import { document } from '../document/document.ts'

const formats: Record<string, string> = {
  date: '2040-01-31',
  'date-time': '2040-01-31T12:00:00Z',
  email: 'ada@example.com',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  time: '12:00:00Z',
  uri: 'https://example.com',
  uuid: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
}

/** A value that the schema itself names. */
const listNamed = ({ example, examples = [], default: preset, const: fixed, enum: values = [] }: Schema): unknown[] =>
  [example, ...examples, fixed, preset, ...values].filter((value) => value !== undefined)

/**
 * A value that a schema allows, if the document has no example: one that the schema names, or otherwise what the types
 * and limits say, with the properties that are required.
 *
 * @param ancestors The schemas whose value is being made, in which a recursive one stops.
 */
export function makeExample(schema: Schema, ancestors: Schema[] = []): unknown {
  const parts = listParts(document, schema)
  const [named] = parts.flatMap(listNamed)
  if (named !== undefined) return named
  if (parts.some((part) => ancestors.includes(part))) return undefined
  const inside = [...ancestors, ...parts]
  const isEndless = (branch: Schema) => listParts(document, branch).some((part) => inside.includes(part))
  // Of each choice, the first branch that ends.
  const branches = parts.flatMap((part) => {
    const alternatives = listAlternatives(part).filter((alternative) => !listTypes(alternative).includes('null'))
    return alternatives.find((alternative) => !isEndless(alternative)) ?? alternatives.slice(0, 1)
  })
  const types = parts.flatMap(listTypes).filter((type) => type !== 'null')
  const properties = listProperties(document, schema, 'ignored')
  if (types[0] === 'object' || properties.length > 0) {
    const needed = branches.flatMap((branch) => listParts(document, branch).flatMap(({ required = [] }) => required))
    const own = properties
      .filter(({ name, isRequired }) => isRequired || needed.includes(name))
      .map(({ name, schemas: [first] }) => [name, makeExample(first, inside)] as const)
      .filter(([, value]) => value !== undefined)
    const chosen = branches.map((branch) => makeExample(branch, inside)).filter((value) => typeof value === 'object')
    return { ...Object.assign({}, ...chosen), ...Object.fromEntries(own) }
  }
  if (branches[0]) return makeExample(branches[0], inside)
  if (types[0] === 'array') {
    const { items, minItems = 1, prefixItems = [] }: Schema & { prefixItems?: Schema[] } = Object.assign({}, ...parts)
    const first = prefixItems.map((place) => makeExample(place, inside))
    const item = items && makeExample(items, inside)
    const missing = item === undefined ? 0 : Math.max(0, Math.max(1, minItems) - first.length)
    return [...first, ...Array<unknown>(missing).fill(item)]
  }
  return makePrimitive(types[0], Object.assign({}, ...parts))
}

function makePrimitive(type: string | undefined, schema: Schema): unknown {
  const { format = '', minLength = 0, maxLength } = schema
  if (type === 'boolean') return true
  if (type === 'integer' || type === 'number') return makeNumber(type, schema)
  return formats[format] ?? 'text'.padEnd(minLength, ' text').slice(0, maxLength)
}

/** The first of some likely numbers that the limits allow. */
function makeNumber(type: 'integer' | 'number', schema: Schema): unknown {
  const [minimum, maximum, above, below] = [
    schema.minimum,
    schema.maximum,
    schema.exclusiveMinimum,
    schema.exclusiveMaximum,
  ].map((limit) => (limit === undefined ? undefined : Number(JSON.stringify(limit))))
  const step = schema.multipleOf ?? (type === 'integer' ? 1 : undefined)
  const low = Math.max(minimum ?? -Infinity, above ?? -Infinity)
  const high = Math.min(maximum ?? Infinity, below ?? Infinity)
  const fits = (number: number) =>
    Number.isFinite(number) &&
    number >= low &&
    number <= high &&
    number !== above &&
    number !== below &&
    (!step || Number.isInteger(number / step))
  const nearby = [low, high].flatMap((limit) => {
    const unit = step ?? 1
    return [
      limit,
      Math.ceil(limit / unit) * unit,
      (Math.floor(limit / unit) + 1) * unit,
      (Math.ceil(limit / unit) - 1) * unit,
    ]
  })
  const found = [1, ...nearby, (low + high) / 2].find(fits) ?? 1
  // A limit can be an integer that no number of JavaScript is.
  if (found === minimum) return schema.minimum
  return found === maximum ? schema.maximum : found
}
