import * as formats from '@hyperjump/json-schema-formats'
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import type { Json } from '../change.ts'

/** The problems of a value; empty where it is accepted. */
export type Validate = (value: Json) => ErrorObject[]

const CHECKS: Record<string, (value: string) => boolean> = {
  date: formats.isDate,
  'date-time': formats.isDateTime,
  email: formats.isEmail,
  hostname: formats.isHostname,
  ipv4: formats.isIPv4,
  ipv6: formats.isIPv6,
  uri: formats.isUri,
  uuid: formats.isUuid,
}

export interface Validator {
  accepts: (value: Json) => boolean
  validate: Validate
}

/** Compiles named schemas, each when it is asked for. Throws where no validator takes one. */
export function createValidator(schemas: ReadonlyMap<string, Json>): (name: string) => Validator {
  const toFirst = createCompile(schemas, false)
  const toAll = createCompile(schemas, true)
  return (name) => {
    const first = toFirst(name)
    return {
      accepts: (value) => first(value).length === 0,
      validate(value) {
        // Most values are settled by their first problem, and many schemas never need to be compiled for all.
        const problems = first(value)
        if (problems.length === 0) return problems
        try {
          return toAll(name)(value)
        } catch (error) {
          if (error instanceof RangeError) throw error
          // Looking for all errors, Ajv 8 fails on `patternProperties` beside `unevaluatedProperties`.
          return problems
        }
      },
    }
  }
}

function createCompile(schemas: ReadonlyMap<string, Json>, allErrors: boolean): (name: string) => Validate {
  const ajv = new Ajv2020({
    allErrors,
    code: { optimize: false },
    inlineRefs: false,
    logger: false,
    strict: false,
    validateSchema: false,
  })
  for (const [name, check] of Object.entries(CHECKS)) ajv.addFormat(name, check)
  ajv.addFormat('int32', { type: 'number', validate: (value) => -(2 ** 31) <= value && value < 2 ** 31 })
  const added = new Set<string>()
  const compiled = new Map<string, ValidateFunction>()
  return (name) => {
    for (const [other, schema] of schemas) {
      if (added.has(other)) continue
      added.add(other)
      ajv.addSchema(typeof schema === 'boolean' ? { allOf: [schema] } : Object(schema), other)
    }
    const known = compiled.get(name) ?? ajv.getSchema(name)!
    compiled.set(name, known)
    return (value) => (known(value) ? [] : (known.errors ?? []))
  }
}
