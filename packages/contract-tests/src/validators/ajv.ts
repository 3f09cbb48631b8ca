import type { OpenApiDocument, Schema } from '@seam-acs/spec/model'
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js'
import { createClose, pointInto } from './closed-schema.ts'
import { createAjv } from './create-ajv.ts'
import type { Validate } from './validate.ts'

/**
 * Validates with Ajv, which compiles schemas to JavaScript. Each schema is compiled when it is first asked for.
 *
 * `allErrors: false` stops at the first problem of a value, which is faster.
 */
export function createAjvValidate(contract: OpenApiDocument, { allErrors = true } = {}): Validate {
  const { close, closedSchemas } = createClose(contract)
  const ajv = createAjv({ allErrors })
  ajv.addSchema({ $id: 'contract', components: { schemas: closedSchemas } })
  const compiled = new Map<Schema, ValidateFunction>()

  return (schema, value) => {
    let accepts = compiled.get(schema)
    if (!accepts) compiled.set(schema, (accepts = ajv.compile(pointInto('contract', close(schema)))))
    return accepts(value) ? [] : accepts.errors!.flatMap(explain)
  }
}

function explain({ instancePath, keyword, message, params, propertyName }: ErrorObject): string[] {
  if (keyword === 'propertyNames') return [`${instancePath}/${params['propertyName']}: is not declared`]
  // The reason why a name is not declared: the line above says enough.
  if (propertyName !== undefined) return []
  const allowed = params['allowedValues'] ?? params['allowedValue']
  return [`${instancePath}: ${message}${allowed === undefined ? '' : ` (${[allowed].flat().join(', ')})`}`]
}
