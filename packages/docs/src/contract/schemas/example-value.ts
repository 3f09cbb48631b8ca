import { listAlternatives, listParts, listProperties, listTypes, type Schema } from '@seam-acs/spec/model'
import { document } from '../document/document.ts'

const formats: Record<string, string> = {
  date: '2040-01-31',
  'date-time': '2040-01-31T12:00:00Z',
  email: 'ada@example.com',
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
    const items = parts.find((part) => part.items)?.items
    const item = items && makeExample(items, inside)
    return item === undefined ? [] : [item]
  }
  return makePrimitive(types[0], Object.assign({}, ...parts))
}

function makePrimitive(type: string | undefined, schema: Schema): unknown {
  const { format = '', minLength = 0, maxLength, minimum, exclusiveMinimum, maximum } = schema
  if (type === 'boolean') return true
  if (type === 'integer' || type === 'number') {
    const limit = minimum ?? maximum
    return limit ?? (typeof exclusiveMinimum === 'number' ? exclusiveMinimum + 1 : 1)
  }
  return formats[format] ?? 'text'.padEnd(minLength, ' text').slice(0, maxLength)
}
