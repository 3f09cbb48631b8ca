import type { Json, OpenApiDocument, Schema } from '@seam-acs/spec/model'
import type { ValidateFunction } from 'ajv/dist/2020.js'
import type { Accepts } from '../../../src/ledger/accepts.ts'
import { createClose } from '../../../src/validators/closed-schema.ts'
import { createAjv } from '../../../src/validators/create-ajv.ts'

/**
 * Validates like `createAjvValidate`, for many contracts that differ little from each other. Each component is compiled
 * by itself and calls the others by name, so a contract costs only its new components.
 */
export function createCompile(): (contract: OpenApiDocument) => Accepts {
  const ajv = createAjv({
    addUsedSchema: false,
    // Optimizing costs more than it saves if a schema is compiled for a few hundred values.
    code: { optimize: false },
    logger: false,
    messages: false,
  })
  let current = new Map<string, ValidateFunction>()
  ajv.addKeyword({ keyword: 'component', validate: (name: string, value: Json) => current.get(name)!(value) })

  const compiled = new Map<string, ValidateFunction>()
  const compile = (schema: Schema): ValidateFunction => {
    const text = JSON.stringify(schema).replaceAll(/"\$ref":"[^"]*\/(\w+)"/g, '"component":"$1"')
    let accepts = compiled.get(text)
    if (!accepts) compiled.set(text, (accepts = ajv.compile(JSON.parse(text))))
    return accepts
  }

  return (contract) => {
    const { close, closedSchemas } = createClose(contract)
    const components = new Map(Object.entries(closedSchemas).map(([name, schema]) => [name, compile(schema)]))
    const roots = new Map<Schema, ValidateFunction>()
    return (schema, value) => {
      let accepts = roots.get(schema)
      if (!accepts) roots.set(schema, (accepts = compile(close(schema))))
      current = components
      return accepts(value)
    }
  }
}
