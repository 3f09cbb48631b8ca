import { createHash } from 'node:crypto'
import { resolve } from '../check.ts'
import type { Json } from '../recording.ts'

/** Gives a value that the document's examples have under a property's name, if one fits. */
export type FindExample = (name: string, schema: Json) => Json

/**
 * The least that a schema accepts: the required properties and the first of the alternatives.
 * A value comes from the document's examples where one has it, and is else made from the name.
 */
export function createExample(
  contract: Json,
  reference: Json,
  name = '',
  findExample: FindExample = () => undefined,
): Json {
  const schema = resolve(contract, reference)
  const create = (part: Json) => createExample(contract, part, name, findExample)
  if ('const' in schema) return schema.const
  if (schema.allOf) return mergeObjects([...schema.allOf, omit(schema, 'allOf')].map(create))
  if (schema.anyOf) return mergeObjects([create(schema.anyOf[0]), create(omit(schema, 'anyOf'))])
  const found = findExample(name, schema)
  if (found !== undefined) return found
  if (schema.enum) return schema.enum[0]
  const type = [schema.type ?? (schema.properties ? 'object' : [])].flat().find((each) => each !== 'null')
  switch (type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((each: string) => [
          each,
          createExample(contract, schema.properties?.[each] ?? {}, each, findExample),
        ]),
      )
    case 'array':
      return []
    case 'boolean':
      return true
    case 'integer':
    case 'number':
      return schema.minimum ?? 1
    case 'string':
      return createString(schema, name)
    default:
      return {}
  }
}

function createString({ format, pattern, minLength = 0 }: Json, name: string): string {
  const digest = createHash('sha256').update(name).digest('hex')
  if (format === 'uuid') return createUuid(name)
  // Shortly after the creation in the document's examples.
  if (format === 'date-time') return '2025-06-16T16:54:20.118342Z'
  if (pattern?.includes('\\d'))
    return String(Number.parseInt(digest.slice(0, 4), 16)).padStart(Math.max(4, minLength), '0')
  return (name.endsWith('_id') ? digest.slice(0, 8) : writeTitle(name)).padEnd(minLength, '.')
}

/** A UUID of version 8, which is the one for values of one's own, that is the same for the same text. */
export function createUuid(text: string): string {
  const digest = createHash('sha256').update(text).digest('hex')
  const parts = [digest.slice(0, 8), digest.slice(8, 12), `8${digest.slice(13, 16)}`, `a${digest.slice(17, 20)}`]
  return [...parts, digest.slice(20, 32)].join('-')
}

const acronyms = new Set(['abloy', 'acs', 'assa', 'hid', 'id', 'ids', 'ks', 'pin', 'pti'])

/** `HID Credential` for `hid_credential`. */
export function writeTitle(name: string): string {
  const words = name.split('_').filter(Boolean)
  return words
    .map((word) => (acronyms.has(word) ? word.toUpperCase() : word[0]!.toUpperCase() + word.slice(1)))
    .join(' ')
}

function mergeObjects(values: Json[]): Json {
  const objects = values.filter((value) => typeof value === 'object' && value !== null && !Array.isArray(value))
  return objects.length === values.length
    ? Object.assign({}, ...objects)
    : values.find((value) => !objects.includes(value))
}

const omit = (schema: Json, keyword: string) => ({ ...schema, [keyword]: undefined })
