import { dereference, validate, type Schema as ValidatorSchema } from '@cfworker/json-schema'
import type { Schema } from '@seam-acs/spec/model'
import { generateSync } from 'json-schema-faker'

// oxlint-disable-next-line typescript/no-explicit-any -- values of any schema
type Json = any

const maxTries = 1000

/** Judges bodies of successful responses with the mock's own validator, so that they pass there too, and makes some up. */
export function createSamples(definitions: Record<string, Schema | boolean>) {
  // A copy, because the validator writes into what it gets.
  const $defs = structuredClone(definitions) as Record<string, ValidatorSchema>
  const lookup = dereference({ $defs })

  /** Whether the schema of that name accepts a value, which does not say `ok: false`. */
  const isGood = (name: string, value: Json): boolean =>
    value !== undefined && value?.ok !== false && validate(value, $defs[name]!, '2020-12', lookup).valid

  /** A good value with its result, even where that is optional. */
  function makeUp(path: string, name: string, { key }: { key?: string }): Json {
    const required = key === undefined ? [] : [key]
    const schema: Json = { allOf: [{ $ref: `#/$defs/${name}` }, { required }], $defs: definitions }
    for (let seed = 1; seed <= maxTries; seed++) {
      const value = generateSync(schema, { maxDefaultItems: 1, maxDepth: 12, optionalsProbability: 0, seed }) as Json
      if (typeof value?.ok === 'boolean') value.ok = true
      if (isGood(name, value)) return value
    }
    throw new Error(
      `POST ${path}: the mock cannot make up a response that fits its schema. Add a valid example to the response.`,
    )
  }

  return { isGood, makeUp }
}
