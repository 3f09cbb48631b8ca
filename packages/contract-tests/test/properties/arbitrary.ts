import * as fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { resolve } from '../check.ts'
import type { Json } from '../recording.ts'

/** What stands for the schema of every property of a name. */
export type Replacements = Record<string, Arbitrary<Json>>

/** The values that a schema of the contract accepts; properties that are not required come and go. */
export function createArbitrary(contract: Json, schema: Json, replacements: Replacements = {}): Arbitrary<Json> {
  return toArbitrary(schema)

  function toArbitrary(reference: Json): Arbitrary<Json> {
    const { allOf, anyOf, ...own } = resolve(contract, reference)
    const parts = [
      ...(hasRules(own) ? [fromRules(own)] : []),
      ...(allOf ?? []).map(toArbitrary),
      ...(anyOf ? [fromBranches(anyOf)] : []),
    ]
    if (parts.length === 1) return parts[0]
    return fc.tuple(...parts).map((values) => Object.assign({}, ...values))
  }

  /** A value of one branch; an object has some properties of the others as well. */
  function fromBranches(branches: Json[]): Arbitrary<Json> {
    const isObject = branches.every((branch) => resolve(contract, branch).properties)
    if (!isObject) return fc.oneof(...branches.map(toArbitrary))
    const optional = branches.map((branch) => toArbitrary({ ...resolve(contract, branch), required: [] }))
    const whole = branches.map((branch) => toArbitrary(branch))
    return fc.oneof(
      ...whole.map((one) => fc.tuple(...optional, one).map((values) => Object.assign({}, ...(values as Json[])))),
    )
  }

  function fromRules(rules: Json): Arbitrary<Json> {
    if ('const' in rules) return fc.constant(rules.const)
    if (rules.enum) return fc.constantFrom(...rules.enum)
    const types = [rules.type ?? 'object'].flat()
    return types.length === 1 ? fromType(types[0], rules) : fc.oneof(...types.map((type) => fromType(type, rules)))
  }

  function fromType(type: string, rules: Json): Arbitrary<Json> {
    const { minimum: min, maximum: max, minItems: minLength, maxItems: maxLength = 4, properties = {} } = rules
    switch (type) {
      case 'null':
        return fc.constant(null)
      case 'boolean':
        return fc.boolean()
      case 'integer':
        return fc.integer(withoutUndefined({ min, max }))
      case 'number':
        return fc.double({ ...withoutUndefined({ min, max }), noNaN: true, noDefaultInfinity: true })
      case 'array':
        return fc.array(toArbitrary(rules.items ?? {}), withoutUndefined({ minLength, maxLength }))
      case 'object':
        return fc.record(
          Object.fromEntries(
            Object.entries(properties).map(([name, property]) => [name, replacements[name] ?? toArbitrary(property)]),
          ),
          { requiredKeys: rules.required ?? [], noNullPrototype: true },
        )
      default:
        return fromString(rules)
    }
  }
}

function fromString({ format, pattern, minLength = 0, maxLength = minLength + 20 }: Json): Arbitrary<string> {
  if (format === 'uuid') return uuid
  if (format === 'date-time') return dateTimes(2000, 2099)
  if (format) throw new Error(`src/properties/arbitrary.ts makes no ${format} yet: write how beside uuid`)
  return pattern ? fc.stringMatching(new RegExp(pattern, 'u')) : fc.string({ unit: 'grapheme', minLength, maxLength })
}

/** Of any version and variant, as in the documentation. */
const uuid = fc.stringMatching(/^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/)

const day = 86_400_000

/** Date-times in every notation of RFC 3339 but that of a leap second. */
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

/** Annotations alone accept everything. */
const hasRules = (schema: Json) => ['const', 'enum', 'type', 'properties'].some((keyword) => keyword in schema)

const withoutUndefined = (object: Json) => JSON.parse(JSON.stringify(object))
