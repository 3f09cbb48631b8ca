import {
  componentName,
  mapChildren,
  readOperations,
  type OpenApiDocument,
  type Operation,
  type OperationResponse,
  type Schema,
} from '@seam-acs/spec/model'

// oxlint-disable-next-line typescript/no-explicit-any -- the mock declares the type
type Json = any

/** What the mock needs of an OpenAPI document, as `Contract` in packages/mock/src/contract.ts says. */
export function toMockContract(document: OpenApiDocument): Json {
  const schemas: Record<string, unknown> = {}
  const operations = readOperations(document).map(toOperation)
  return { operations, schemas }

  function toOperation({ id, method, path, request, responses, success }: Operation): Json {
    if (!success) throw new Error(`${method} ${path}: the mock needs an answer of success. Add a 200 to \`responses\`.`)
    return {
      path,
      method,
      request: addSchema(`${id}_request`, request?.schema),
      success: Number(success.status),
      response: addSchema(`${id}_response`, success.schema),
      answers: Object.fromEntries(responses.map((response) => [response.status, toAnswer(response)])),
    }
  }

  function toAnswer({ headers, contents }: OperationResponse): Json {
    const documented = headers.map(({ name, example }) => [name.toLowerCase(), example])
    const examples = contents.flatMap(({ mediaType: type, examples: named }) =>
      named.map(({ name, value }) => [name, { type, value }]),
    )
    return {
      // The mock makes the request id itself.
      headers: Object.fromEntries(
        documented.filter(([name, value]) => name !== 'seam-request-id' && value !== undefined),
      ),
      examples: Object.fromEntries(examples),
    }
  }

  /** The name under which a schema and what it refers to are among `schemas`; undefined without one. */
  function addSchema(name: string, schema: Schema | undefined): string | undefined {
    if (!schema) return undefined
    const component = componentName(schema)
    if (component !== undefined) return addComponent(component)
    schemas[name] = simplify(schema)
    return name
  }

  function addComponent(name: string): string {
    if (!Object.hasOwn(schemas, name)) {
      // Before its own parts, which may refer to it.
      schemas[name] = true
      schemas[name] = simplify(document.components!.schemas![name]!)
    }
    return name
  }

  function simplify(schema: Schema): Schema {
    const entries = Object.entries(mapChildren(schema, simplify))
      .filter(([keyword]) => !annotations.test(keyword))
      .map(([keyword, value]) => (keyword === '$ref' ? [keyword, toDefinition(schema)] : [keyword, value]))
    return restrictDateTime(Object.fromEntries(entries))
  }

  function toDefinition(schema: Schema): string {
    const name = componentName(schema)
    if (name === undefined) throw new Error(`${schema.$ref}: the mock takes references to whole components only.`)
    return `#/$defs/${addComponent(name)}`
  }
}

const annotations = /^(x-.*|deprecated|description|examples?|title)$/

/**
 * RFC 3339 without leap seconds, which neither JavaScript's dates nor the client's validators know.
 * The mock's validator by itself lets a blank pass for the `T`.
 */
const dateTime = String.raw`^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:[0-5]\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$`

function restrictDateTime(schema: Schema): Schema {
  if (schema.format !== 'date-time') return schema
  const { pattern, ...others } = schema
  return { ...others, pattern: dateTime, ...(pattern && { allOf: [...(schema.allOf ?? []), { pattern }] }) }
}

/** The mock's contract as a module. */
export function renderMockContract(document: OpenApiDocument): string {
  return [
    '// Generated from the spec by the `generate` verb.',
    '',
    "import type { Contract } from './contract.ts'",
    '',
    `export const contract: Contract = ${JSON.stringify(toMockContract(document), null, 2)}`,
    '',
  ].join('\n')
}
