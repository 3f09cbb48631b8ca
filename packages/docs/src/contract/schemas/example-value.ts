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

type Side = 'request' | 'response'

/** What marks the properties that only the other side can have. */
const otherSide = { request: 'readOnly', response: 'writeOnly' } as const

/** The values that the schema itself names. */
const listNamed = ({ example, examples = [], default: preset, const: fixed, enum: values = [] }: Schema): unknown[] =>
  [example, ...examples, fixed, preset, ...values].filter((value) => value !== undefined)

/**
 * A value that a schema allows, if the document has no example: one that the schema names, or otherwise what the types
 * and limits say, with the properties that are required.
 *
 * @param side Where the value is: the properties that only the other side can have are left out.
 * @param ancestors The schemas whose value is being made, in which a recursive one stops.
 */
export function makeExample(schema: Schema, side: Side, ancestors: Schema[] = []): unknown {
  const parts = listParts(document, schema)
  const named = parts.flatMap((part) => listNamed(part).slice(0, 1))
  // The example of an object that has other parts lacks what those need.
  const isPartial = parts.length > 1 && isDictionary(named[0])
  if (named.length > 0 && !isPartial) return named[0]
  if (parts.some((part) => ancestors.includes(part))) return undefined
  const inside = [...ancestors, ...parts]
  const make = (part: Schema) => makeExample(part, side, inside)
  const isEndless = (branch: Schema) => listParts(document, branch).some((part) => inside.includes(part))
  // Of each choice, the first branch that ends.
  const branches = parts.flatMap((part) => {
    const alternatives = listAlternatives(part).filter((alternative) => !listTypes(alternative).includes('null'))
    return alternatives.find((alternative) => !isEndless(alternative)) ?? alternatives.slice(0, 1)
  })
  const types = parts.flatMap(listTypes).filter((type) => type !== 'null')
  const properties = listProperties(document, schema, 'ignored')
  if (isPartial || types[0] === 'object' || properties.length > 0) {
    const needed = branches.flatMap((branch) => listParts(document, branch).flatMap(({ required = [] }) => required))
    const own = properties
      .filter(({ name, isRequired }) => isRequired || needed.includes(name))
      .filter(({ schemas: [first] }) => !listParts(document, first).some((part) => part[otherSide[side]]))
      .map(({ name, schemas: [first] }) => [name, make(first)] as const)
      .filter(([, value]) => value !== undefined)
    return Object.assign({}, ...[...branches.map(make), Object.fromEntries(own), ...named].filter(isDictionary))
  }
  if (branches[0]) return make(branches[0])
  const whole: Schema = Object.assign({}, ...parts)
  return types[0] === 'array' ? makeList(whole, make) : makePrimitive(types[0], whole)
}

const isDictionary = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !JSON.isRawJSON(value)

function makeList(schema: Schema, make: (schema: Schema) => unknown): unknown[] {
  const { items, minItems = 1, prefixItems = [] } = schema as Schema & { prefixItems?: Schema[] }
  const first = prefixItems.map(make)
  const item = items && make(items)
  const missing = item === undefined ? 0 : Math.max(1, minItems) - first.length
  return [...first, ...Array<unknown>(Math.max(0, missing)).fill(item)]
}

function makePrimitive(type: string | undefined, schema: Schema): unknown {
  const { format = '', minLength = 0, maxLength } = schema
  if (type === 'boolean') return true
  if (type === 'integer' || type === 'number') return makeNumber(type, schema)
  return formats[format] ?? 'text'.padEnd(minLength, ' text').slice(0, maxLength)
}

/** The first of some likely numbers that the limits allow. */
function makeNumber(type: 'integer' | 'number', schema: Schema): unknown {
  const [minimum, maximum, above, below, multiple] = [
    schema.minimum,
    schema.maximum,
    schema.exclusiveMinimum,
    schema.exclusiveMaximum,
    schema.multipleOf,
  ].map((limit) => (limit === undefined ? undefined : Number(JSON.stringify(limit))))
  const step = multiple ?? (type === 'integer' ? 1 : undefined)
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
  const found = [1, ...nearby, (low + high) / 2, 0].find(fits) ?? 1
  // A limit can be an integer that no number of JavaScript is.
  if (found === minimum) return schema.minimum
  return found === maximum ? schema.maximum : found
}
