import { dereference, validate, type Schema as ValidatorSchema } from '@cfworker/json-schema'
import type { Json, Schema } from '@seam-acs/spec/model'
import { generateSync } from 'json-schema-faker'

const maxTries = 1000

/** Checks and generates the bodies of success responses with the mock's own validator, so that they are valid there. */
export function createSamples(definitions: Record<string, Schema | boolean>) {
  // A copy, because the validator modifies its input.
  const $defs = structuredClone(definitions) as Record<string, ValidatorSchema>
  const lookup = dereference({ $defs })

  /** Whether a value is valid by the schema with this name and does not have `ok: false`. */
  const isValidSuccess = (name: string, value: Json): boolean =>
    value !== undefined && value?.ok !== false && validate(value, $defs[name]!, '2020-12', lookup).valid

  /** Generates a valid value that has its result, even if the result is optional. */
  function generate(path: string, name: string, { key }: { key?: string }): Json {
    const required = key === undefined ? [] : [key]
    const schema: Json = { allOf: [{ $ref: `#/$defs/${name}` }, { required }], $defs: definitions }
    for (let seed = 1; seed <= maxTries; seed++) {
      const value = generateSync(schema, { maxDefaultItems: 1, maxDepth: 12, optionalsProbability: 0, seed }) as Json
      if (typeof value?.ok === 'boolean') value.ok = true
      if (isValidSuccess(name, value)) return value
    }
    throw new Error(
      `POST ${path}: no valid response could be generated from its schema. Add a valid example to the response.`,
    )
  }

  return { isValidSuccess, generate }
}
