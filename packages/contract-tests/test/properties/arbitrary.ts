import {
  isOfType,
  listAlternatives,
  listParts,
  listPropertySchemas,
  listTypes,
  type Json,
  type OpenApiDocument,
  type Schema,
} from '@seam-acs/spec/model'
import * as fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { createExample } from '../../src/synthetic/example-value.ts'

/** Values for every property with a name, used instead of its schema. */
export type Replacements = Record<string, Arbitrary<Json>>

/** Values that a schema of the contract accepts, with some of the optional properties. */
export function createArbitrary(
  contract: OpenApiDocument,
  schema: Schema,
  replacements: Replacements = {},
): Arbitrary<Json> {
  /** The components that contain the schema that is being converted. */
  const trail: string[] = []
  return toArbitrary(schema)

  function toArbitrary(own: Schema): Arbitrary<Json> {
    if (own.$ref === undefined) return fromSchema(own)
    // A schema inside itself is followed twice, and then has its smallest value.
    if (trail.filter((reference) => reference === own.$ref).length > 1) return fc.constant(createExample(contract, own))
    trail.push(own.$ref)
    const arbitrary = fromSchema(own)
    trail.pop()
    return arbitrary
  }

  function fromSchema(own: Schema): Arbitrary<Json> {
    const parts = listParts(contract, own)
    const branches = parts.flatMap(listAlternatives)
    const rules: Schema = Object.assign({}, ...parts.toReversed())
    if (parts.some((part) => part.properties ?? part.additionalProperties ?? part.patternProperties) || isObject(own)) {
      const objects = [fromObject(parts), ...(branches.length > 0 ? [fromBranches(branches)] : [])]
      return fc.tuple(...objects).map((values) => Object.assign({}, ...values))
    }
    return branches.length > 0 ? fc.oneof(...branches.map(toArbitrary)) : fromRules(rules)
  }

  /** A value of one branch; an object has some properties of the others as well, unless a constant or an enum tells them apart. */
  function fromBranches(branches: Schema[]): Arbitrary<Json> {
    if (!branches.every(isObject) || branches.some(hasTag)) return fc.oneof(...branches.map(toArbitrary))
    const optional = branches.map((branch) => fromObject(listParts(contract, branch), true))
    return fc.oneof(
      ...branches.map((branch) =>
        fc.tuple(...optional, toArbitrary(branch)).map((values) => Object.assign({}, ...(values as Json[]))),
      ),
    )
  }

  function fromObject(parts: Schema[], isOptional = false): Arbitrary<Json> {
    const names = [...new Set(parts.flatMap(({ properties = {} }) => Object.keys(properties)))]
    const required = parts.flatMap((part) => part.required ?? [])
    const entries = parts.flatMap(({ additionalProperties: entry }) => (typeof entry === 'object' ? [entry] : []))
    const named = fc.record(
      Object.fromEntries(names.map((name) => [name, replacements[name] ?? ofProperty(parts, name)])),
      { requiredKeys: isOptional ? [] : names.filter((name) => required.includes(name)), noNullPrototype: true },
    )
    if (entries.length === 0) return named
    const minKeys = Math.max(0, ...parts.map(({ minProperties = 0 }) => minProperties))
    const others = fc.dictionary(fc.stringMatching(/^[a-z]{3,8}$/), toArbitrary(entries[0]!), {
      minKeys,
      maxKeys: minKeys + 3,
      noNullPrototype: true,
    })
    return fc.tuple(others, named).map(([map, object]) => ({ ...map, ...object }))
  }

  function ofProperty(parts: Schema[], name: string): Arbitrary<Json> {
    const schemas = parts.flatMap((part) => listPropertySchemas(part, name))
    return toArbitrary(schemas.length === 1 ? schemas[0]! : { allOf: schemas })
  }

  function fromRules(rules: Schema): Arbitrary<Json> {
    if ('const' in rules) return fc.constant(rules.const)
    if (rules.enum) return fc.constantFrom(...rules.enum)
    const types = listTypes(rules)
    if (types.length === 0) return fc.jsonValue({ maxDepth: 1 })
    return fc.oneof(...types.map((type) => fromType(type, rules)))
  }

  function fromType(type: string, rules: Schema): Arbitrary<Json> {
    switch (type) {
      case 'null':
        return fc.constant(null)
      case 'boolean':
        return fc.boolean()
      case 'integer':
      case 'number':
        return fromNumber(type, rules)
      case 'array':
        return fromArray(rules)
      default:
        return fromString(rules)
    }
  }

  function fromArray({
    items = {},
    minItems = 0,
    maxItems = minItems + 4,
    uniqueItems = false,
  }: Schema): Arbitrary<Json> {
    const limits = { minLength: minItems, maxLength: maxItems }
    const item = toArbitrary(items)
    return uniqueItems
      ? fc.uniqueArray(item, { ...limits, selector: (value) => JSON.stringify(value) })
      : fc.array(item, limits)
  }

  function isObject(own: Schema): boolean {
    return isOfType(contract, own, 'object')
  }

  function hasTag(branch: Schema): boolean {
    return listParts(contract, branch).some(({ properties = {} }) =>
      Object.values(properties).some((each) => 'const' in each || each.enum),
    )
  }
}

function fromNumber(type: string, rules: Schema): Arbitrary<Json> {
  const { exclusiveMinimum, exclusiveMaximum, multipleOf = type === 'integer' ? 1 : undefined, format } = rules
  const isWhole = multipleOf !== undefined
  const reach = format === 'int32' ? 2 ** 31 - 1 : 1e9
  const lowest =
    rules.minimum ?? (exclusiveMinimum === undefined ? -reach : exclusiveMinimum + (isWhole ? multipleOf : 1e-3))
  const highest =
    rules.maximum ?? (exclusiveMaximum === undefined ? reach : exclusiveMaximum - (isWhole ? multipleOf : 1e-3))
  if (!isWhole) return fc.double({ min: lowest, max: highest, noNaN: true })
  return fc
    .integer({ min: Math.ceil(lowest / multipleOf), max: Math.floor(highest / multipleOf) })
    .map((count) => count * multipleOf)
}

function fromString({ format, pattern, minLength = 0, maxLength = minLength + 20 }: Schema): Arbitrary<string> {
  if (format !== undefined && formats[format]) return formats[format]
  if (pattern !== undefined) {
    const isLong = ({ length }: string) => length >= minLength && (length <= maxLength || maxLength === minLength + 20)
    return fc.stringMatching(new RegExp(pattern, 'u')).filter(isLong)
  }
  return fc.string({ unit: 'grapheme', minLength, maxLength }).filter(({ length }) => length <= maxLength)
}

const day = 86_400_000

/** Date-times in every notation of RFC 3339 except that of a leap second. */
export function dateTimes(fromYear: number, toYear: number): Arbitrary<string> {
  const date = fc.date({
    min: new Date(Date.UTC(fromYear, 0) + day),
    max: new Date(Date.UTC(toYear + 1, 0) - day),
    noInvalidDate: true,
  })
  const fraction = fc.constantFrom('', '.1', '.946', '.946514', '.946514123')
  const zone = fc.constantFrom('Z', 'z', '+02:00', '-11:30', '+23:59', '-00:00')
  return fc
    .tuple(date, fc.constantFrom('T', 't'), fraction, zone)
    .map(([at, letter, part, offset]) => at.toISOString().slice(0, 19).replace('T', letter) + part + offset)
}

const formats: Record<string, Arbitrary<string>> = {
  date: dateTimes(2000, 2099).map((text) => text.slice(0, 10)),
  'date-time': dateTimes(2000, 2099),
  duration: fc.stringMatching(/^P[1-9]\dD$/),
  email: fc.stringMatching(/^[a-z]{1,8}@example\.(com|org)$/),
  time: dateTimes(2000, 2099).map((text) => text.slice(11)),
  uri: fc.stringMatching(/^https:\/\/example\.com\/[a-z]{0,8}$/),
  // Of any version and variant, as in the documentation.
  uuid: fc.stringMatching(/^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/),
}
