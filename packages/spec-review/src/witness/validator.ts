import * as formats from '@hyperjump/json-schema-formats'
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
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

/** Compiles named schemas, each when it is asked for. Throws where no validator takes one. */
export function createValidator(schemas: ReadonlyMap<string, Json>): (name: string) => Validate {
  const toAll = createCompile(schemas, true)
  const toFirst = createCompile(schemas, false)
  return (name) => {
    const validate = toAll(name)
    return (value) => {
      try {
        return validate(value)
      } catch (error) {
        if (error instanceof RangeError) throw error
        // Looking for all errors, Ajv 8 fails on `patternProperties` beside `unevaluatedProperties`.
        return toFirst(name)(value)
      }
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
  return (name) => {
    for (const [other, schema] of schemas) {
      if (added.has(other)) continue
      added.add(other)
      ajv.addSchema(typeof schema === 'boolean' ? { allOf: [schema] } : Object(schema), other)
    }
    const accepts = ajv.getSchema(name)!
    return (value) => (accepts(value) ? [] : (accepts.errors ?? []))
  }
}
