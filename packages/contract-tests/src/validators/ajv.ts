import { isDate, isDateTime, isUuid } from '@hyperjump/json-schema-formats'
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import { createClose } from '../closed-schema.ts'
import type { Json } from '../recording.ts'
import type { Validate } from './validate.ts'

/**
 * Validates with Ajv, which compiles schemas to JavaScript. Each schema is compiled when it is first asked for.
 *
 * `allErrors: false` stops at the first problem of a value, which is faster.
 */
export function createAjvValidate(contract: Json, { allErrors = true } = {}): Validate {
  const { close, closedSchemas } = createClose(contract.components.schemas)
  const ajv = new Ajv2020({
    allErrors,
    allowMatchingProperties: true,
    strictRequired: false,
    strictTypes: false,
    validateSchema: false,
  })
  // Those of ajv-formats let `urn:uuid:…`, a blank before the time and `+0200` through.
  ajv.addFormat('date', isDate).addFormat('date-time', isDateTime).addFormat('uuid', isUuid)
  ajv.addVocabulary(['components', 'example', 'x-enumDescriptions'])
  ajv.addSchema({ $id: 'contract', components: { schemas: closedSchemas } })
  const compiled = new Map<Json, ValidateFunction>()

  return (schema, value) => {
    let accepts = compiled.get(schema)
    if (!accepts) compiled.set(schema, (accepts = compile(schema)))
    return accepts(value) ? [] : accepts.errors!.flatMap(explain)
  }

  function compile(schema: Json): ValidateFunction {
    const closed = close(schema)
    return ajv.compile({ ...closed, ...(closed.$ref && { $ref: `contract${closed.$ref}` }) })
  }
}

function explain({ instancePath, keyword, message, params, propertyName }: ErrorObject): string[] {
  if (keyword === 'propertyNames') return [`${instancePath}/${params['propertyName']}: is not declared`]
  // Why a name is not one of the declared ones: the line above says enough.
  if (propertyName !== undefined) return []
  const allowed = params['allowedValues'] ?? params['allowedValue']
  return [`${instancePath}: ${message}${allowed === undefined ? '' : ` (${[allowed].flat().join(', ')})`}`]
}
