import { dereference, validate, type Schema as ValidatorSchema } from '@cfworker/json-schema'
import type { Json, Schema } from '@seam-acs/spec/model'
import { generateSync } from 'json-schema-faker'

const maxTries = 1000

const lastPage: Json = { has_next_page: false, next_page_cursor: null, next_page_url: null }

/** Checks and generates the bodies of success responses with the mock's own validator, so that they are valid there. */
export function createSamples(definitions: Record<string, Schema | boolean>) {
  // A copy, because the validator modifies its input.
  const $defs = structuredClone(definitions) as Record<string, ValidatorSchema>
  const lookup = dereference({ $defs })

  /** Whether a value is valid by the schema with this name and does not have `ok: false`. */
  const isValidSuccess = (name: string, value: Json): boolean =>
    value !== undefined && value?.ok !== false && validate(value, $defs[name]!, '2020-12', lookup).valid

  /** Generates a valid value that has its result. A page is the last one, if that is valid. */
  function generate(path: string, name: string, { kind, key }: { kind: string; key?: string }): Json {
    const required = key === undefined ? [] : [key]
    const schema: Json = { allOf: [{ $ref: `#/$defs/${name}` }, { required }], $defs: definitions }
    for (let seed = 1; seed <= maxTries; seed++) {
      const value = generateSync(schema, { maxDefaultItems: 1, maxDepth: 12, optionalsProbability: 0, seed }) as Json
      if (typeof value?.ok === 'boolean') value.ok = true
      if (!isValidSuccess(name, value)) continue
      const last = kind === 'page' ? asLastPage(value) : value
      return isValidSuccess(name, last) ? last : value
    }
    throw new Error(
      `POST ${path}: no valid response could be generated from its schema. Add a valid example to the response.`,
    )
  }

  return { isValidSuccess, generate }
}

/** Makes a page the last one, because the values of a random `pagination` can contradict each other. */
function asLastPage({ pagination, ...body }: Json): Json {
  const names = Object.keys(Object(pagination)).filter((name) => name in lastPage)
  return { ...body, pagination: { ...pagination, ...Object.fromEntries(names.map((name) => [name, lastPage[name]])) } }
}
