import { createHash } from 'node:crypto'
import {
  listAlternatives,
  listParts,
  listPropertySchemas,
  listTypes,
  type Json,
  type OpenApiDocument,
  type Schema,
} from '@seam-acs/spec/model'

/** Gives a value that the document's examples have under a property's name, if one fits. */
export type FindExample = (name: string, schema: Schema) => Json

/**
 * The smallest value that a schema accepts: the required properties and the first of the alternatives.
 * A value comes from the document's examples if one contains it, and is otherwise made from the name.
 */
export function createExample(
  contract: OpenApiDocument,
  schema: Schema,
  name = '',
  findExample: FindExample = () => undefined,
): Json {
  const parts = listTogether(schema)
  const find = <K extends keyof Schema>(keyword: K) => parts.find((part) => part[keyword] !== undefined)?.[keyword]
  const create = (inner: Schema, innerName: string) => createExample(contract, inner, innerName, findExample)
  const constant = parts.find((part) => 'const' in part)
  if (constant) return constant.const
  const found = name === '' ? undefined : findExample(name, schema)
  if (found !== undefined) return found
  const values = find('enum')
  if (values) return values.find((value) => value !== null) ?? null
  const isObject = parts.some((part) => part.properties ?? part.patternProperties ?? part.additionalProperties)
  const types = parts.flatMap(listTypes)
  switch (types.find((type) => type !== 'null') ?? types[0] ?? (isObject ? 'object' : '')) {
    case 'object':
      return createObject()
    case 'array':
      return Array.from({ length: find('minItems') ?? 0 }, (_, index) =>
        create(find('items') ?? {}, `${name}${index || ''}`),
      )
    case 'boolean':
      return true
    case 'integer':
    case 'number':
      return createNumber(parts)
    case 'string':
      return createString(Object.assign({}, ...parts.toReversed()), name)
    case 'null':
      return null
    default:
      return {}
  }

  /** The parts of a schema and of the first of each of its alternatives. */
  function listTogether(own: Schema): Schema[] {
    return listParts(contract, own).flatMap((part) => {
      const [first] = listAlternatives(part)
      return first ? [part, ...listTogether(first)] : [part]
    })
  }

  function createObject(): Json {
    const required = [...new Set(parts.flatMap((part) => part.required ?? []))]
    const missing = (find('minProperties') ?? 0) - required.length
    const others = Array.from({ length: Math.max(0, missing) }, (_, index) => `entry_${index + 1}`)
    return Object.fromEntries(
      [...required, ...others].map((each) => {
        const schemas = parts.flatMap((part) => listPropertySchemas(part, each))
        return [each, create(schemas.length > 1 ? { allOf: schemas } : (schemas[0] ?? {}), each)]
      }),
    )
  }
}

function createNumber(parts: Schema[]): number {
  const limits = parts.flatMap(({ minimum, exclusiveMinimum }) => [
    ...(minimum === undefined ? [] : [minimum]),
    ...(exclusiveMinimum === undefined ? [] : [exclusiveMinimum + 1]),
  ])
  const tops = parts.flatMap(({ maximum, exclusiveMaximum }) => [
    ...(maximum === undefined ? [] : [maximum]),
    ...(exclusiveMaximum === undefined ? [] : [exclusiveMaximum - 1]),
  ])
  const least = limits.length > 0 ? Math.max(...limits) : Math.min(1, ...tops)
  const step = parts.find(({ multipleOf }) => multipleOf !== undefined)?.multipleOf
  return step === undefined ? least : Math.ceil(least / step) * step
}

const formatted: Record<string, (name: string) => string> = {
  uuid: createUuid,
  // Shortly after the creation in the document's examples.
  'date-time': () => '2025-06-16T16:54:20.118342Z',
  date: () => '2025-06-16',
  time: () => '16:54:20Z',
  duration: () => 'PT1H',
  email: (name) => `${name || 'someone'}@example.com`.replaceAll('_', '-'),
  uri: (name) => `https://example.com/${name}`,
}

function createString({ format = '', pattern, minLength = 0, maxLength = 255 }: Schema, name: string): string {
  const make = formatted[format]
  if (make) return make(name)
  const digest = createHash('sha256').update(name).digest('hex')
  const digits = String(Number.parseInt(digest.slice(0, 4), 16)).padStart(Math.max(4, minLength), '0')
  const words = (name.endsWith('_id') ? digest.slice(0, 8) : writeTitle(name)).padEnd(minLength, '.')
  const candidates = [words, digits, words.toLowerCase(), name, digest].map((text) => text.slice(0, maxLength))
  return candidates.find((text) => !pattern || new RegExp(pattern, 'u').test(text)) ?? words
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
