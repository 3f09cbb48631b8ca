import type { Json, OpenApiDocument, Schema } from '@seam-acs/spec/model'
import type { ValidateFunction } from 'ajv/dist/2020.js'
import { pointInto } from '../validators/closed-schema.ts'
import { createAjv } from '../validators/create-ajv.ts'

/** Whether a schema of the document, or a part of one, accepts a value. */
export type Accepts = (schema: Schema, value: Json) => boolean

/** Validates with the published schemas, which allow undeclared properties. Each schema is compiled once. */
export function createAccepts(contract: OpenApiDocument): Accepts {
  const ajv = createAjv({ strict: false })
  ajv.addSchema({ $id: 'contract', components: { schemas: contract.components?.schemas ?? {} } })
  const compiled = new WeakMap<Schema, ValidateFunction>()

  return (schema, value) => {
    if (!compiled.has(schema)) compiled.set(schema, ajv.compile(pointInto('contract', schema)))
    return compiled.get(schema)!(value)
  }
}
