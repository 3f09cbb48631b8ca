import { isDate, isDateTime, isUuid } from '@hyperjump/json-schema-formats'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { createClose } from '../closed-schema.ts'
import type { Json } from '../recording.ts'

export type Accepts = (schema: Json, value: Json) => boolean

/**
 * Says as `createAjvValidate` does whether a value is valid, for many contracts that differ little from each other:
 * each component is compiled by itself and calls the others by name, so a contract costs only what is new in it.
 */
export function createCompile(): (contract: Json) => Accepts {
  const ajv = new Ajv2020({
    addUsedSchema: false,
    allowMatchingProperties: true,
    // Costs more than it saves where a schema is compiled for a few hundred values.
    code: { optimize: false },
    logger: false,
    messages: false,
    strictRequired: false,
    strictTypes: false,
    validateSchema: false,
  })
  ajv.addFormat('date', isDate).addFormat('date-time', isDateTime).addFormat('uuid', isUuid)
  ajv.addVocabulary(['example', 'x-enumDescriptions'])
  let current = new Map<string, ValidateFunction>()
  ajv.addKeyword({ keyword: 'component', validate: (name: string, value: Json) => current.get(name)!(value) })

  const compiled = new Map<string, ValidateFunction>()
  const compile = (schema: Json): ValidateFunction => {
    const text = JSON.stringify(schema).replaceAll(/"\$ref":"[^"]*\/(\w+)"/g, '"component":"$1"')
    let accepts = compiled.get(text)
    if (!accepts) compiled.set(text, (accepts = ajv.compile(JSON.parse(text))))
    return accepts
  }

  return (contract) => {
    const { close, closedSchemas } = createClose(contract.components.schemas)
    const components = new Map(Object.entries(closedSchemas).map(([name, schema]) => [name, compile(schema)]))
    const roots = new Map<Json, ValidateFunction>()
    return (schema, value) => {
      let accepts = roots.get(schema)
      if (!accepts) roots.set(schema, (accepts = compile(close(schema))))
      current = components
      return accepts(value)
    }
  }
}
