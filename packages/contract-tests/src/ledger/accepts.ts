import { isDate, isDateTime, isUuid } from '@hyperjump/json-schema-formats'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import type { Json } from '../recording.ts'

/** Whether a schema of the document, or a part of one, accepts a value. */
export type Accepts = (schema: Json, value: Json) => boolean

/** Judges by the document's schemas as they are published, open to undeclared properties, each compiled once. */
export function createAccepts(contract: Json): Accepts {
  const ajv = new Ajv2020({ strict: false })
  ajv.addFormat('date', isDate).addFormat('date-time', isDateTime).addFormat('uuid', isUuid)
  ajv.addSchema({ $id: 'contract', components: contract.components })
  const compiled = new WeakMap<Json, ValidateFunction>()

  return (schema, value) => {
    if (!compiled.has(schema)) compiled.set(schema, ajv.compile(pointTo('contract', schema)))
    return compiled.get(schema)!(value)
  }
}

/** A schema that stands outside the document, with its references pointing back into it. */
function pointTo(id: string, schema: Json): Json {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', `"$ref":"${id}#/`))
}
