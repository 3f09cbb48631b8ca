import * as formats from '@hyperjump/json-schema-formats'
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import type { Json } from '../change.ts'
import type { JsonObject } from '../document/json.ts'

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

/** Throws where no validator takes the schema. */
export function createValidate(schema: JsonObject): Validate {
  const toAll = compile(schema, true)
  let toFirst: Validate | undefined
  return (value) => {
    try {
      return toAll(value)
    } catch (error) {
      if (error instanceof RangeError) throw error
      // Looking for all errors, Ajv 8 fails on `patternProperties` beside `unevaluatedProperties`.
      toFirst ??= compile(schema, false)
      return toFirst(value)
    }
  }
}

function compile(schema: JsonObject, allErrors: boolean): Validate {
  const ajv = new Ajv2020({ allErrors, strict: false, logger: false, validateSchema: false, inlineRefs: false })
  for (const [name, check] of Object.entries(CHECKS)) ajv.addFormat(name, check)
  ajv.addFormat('int32', { type: 'number', validate: (value) => -(2 ** 31) <= value && value < 2 ** 31 })
  const accepts = ajv.compile(schema)
  return (value) => (accepts(value) ? [] : (accepts.errors ?? []))
}
