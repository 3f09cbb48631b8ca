import {
  registerSchema,
  setShouldValidateFormat,
  unregisterSchema,
  validate,
  type SchemaObject,
  type Validator,
} from '@hyperjump/json-schema/draft-2020-12'
// oxlint-disable-next-line import/no-unassigned-import -- it registers the formats
import '@hyperjump/json-schema/formats-lite'
import type { Json, OpenApiDocument, Schema } from '@seam-acs/spec/model'
import { createClose, pointInto } from './closed-schema.ts'
import type { Validate } from './validate.ts'

const dialect = 'https://json-schema.org/draft/2020-12/schema'
let contracts = 0

/**
 * Validates with @hyperjump/json-schema, which interprets schemas and shares no code with Ajv.
 * Both read the schemas that `createClose` makes, and the formats of @hyperjump/json-schema-formats.
 *
 * It compiles asynchronously, so it has to know beforehand which schemas it will be asked for.
 */
export async function createHyperjumpValidate(contract: OpenApiDocument, schemas: Iterable<Schema>): Promise<Validate> {
  // The library has one registry and one setting for the process.
  setShouldValidateFormat(true)
  const base = `https://contract.invalid/${contracts++}`
  const { close, closedSchemas } = createClose(contract)
  registerSchema({ components: { schemas: closedSchemas } } as unknown as SchemaObject, base, dialect)
  const compiled = new Map<Schema, Validator>()
  for (const schema of new Set(schemas)) {
    const uri = `${base}/${compiled.size}`
    registerSchema(pointInto(base, close(schema)) as SchemaObject, uri, dialect)
    compiled.set(schema, await validate(uri))
    unregisterSchema(uri)
  }
  unregisterSchema(base)

  return (schema, value) => {
    const accepts = compiled.get(schema)
    if (!accepts) throw new Error('This schema was not among those to compile.')
    return isAccepted(accepts, value) ? [] : [': is not valid']
  }
}

/** It throws on a property named like one of `Object.prototype`, such as `constructor`, instead of rejecting it. */
function isAccepted(accepts: Validator, value: Json): boolean {
  try {
    return accepts(value).valid
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}
