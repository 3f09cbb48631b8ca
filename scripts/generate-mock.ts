import { readContract, type Json } from './contract.ts'
import { generate } from './generated-file.ts'

/** What the mock needs of an OpenAPI document, as `Contract` in packages/mock/src/contract.ts says. */
export function toMockContract(document: Json): Json {
  const schemas: Json = {}
  const operations = Object.entries<Json>(document.paths).flatMap(([path, item]) =>
    Object.entries<Json>(item)
      .filter(([, operation]) => operation?.responses)
      .map(([method, operation]) => toOperation(path, method.toUpperCase(), operation)),
  )
  return { operations, schemas }

  function toOperation(path: string, method: string, { operationId, requestBody, responses }: Json): Json {
    const answers = Object.entries<Json>(responses).map(([status, response]) => [status, toAnswer(resolve(response))])
    const success = Object.keys(responses).find((status) => status.startsWith('2'))
    if (!success) throw new Error(`${method} ${path}: the mock needs an answer of success. Add a 200 to \`responses\`.`)
    return {
      path,
      method,
      request: addSchema(`${operationId}_request`, resolve(requestBody)),
      success: Number(success),
      response: addSchema(`${operationId}_response`, resolve(responses[success])),
      answers: Object.fromEntries(answers),
    }
  }

  function toAnswer({ headers = {}, content = {} }: Json): Json {
    const documented = Object.entries<Json>(headers).map(([name, header]) => [
      name.toLowerCase(),
      resolve(header).example,
    ])
    const examples = Object.entries<Json>(content).flatMap(([type, media]) =>
      Object.entries<Json>(media.examples ?? {}).map(([name, example]) => [
        name,
        { type, value: resolve(example).value },
      ]),
    )
    return {
      // The mock makes the request id itself.
      headers: Object.fromEntries(
        documented.filter(([name, value]) => name !== 'seam-request-id' && value !== undefined),
      ),
      examples: Object.fromEntries(examples),
    }
  }

  /** The name under which a message's JSON schema and what it refers to are among `schemas`; undefined without one. */
  function addSchema(name: string, message: Json): string | undefined {
    const schema = message?.content?.['application/json']?.schema
    if (!schema) return undefined
    if (schema.$ref) return addComponent(schema.$ref)
    schemas[name] = simplify(schema)
    return name
  }

  function addComponent(ref: string): string {
    const name = ref.split('/').at(-1)!
    if (!Object.hasOwn(schemas, name)) {
      // Before its own parts, which may refer to it.
      schemas[name] = true
      schemas[name] = simplify(document.components.schemas[name])
    }
    return name
  }

  function simplify(schema: Json): Json {
    if (typeof schema !== 'object' || schema === null) return schema
    const entries = Object.entries<Json>(schema)
      .filter(([keyword]) => !annotations.test(keyword))
      .map(([keyword, value]) => {
        if (keyword === '$ref') return [keyword, `#/$defs/${addComponent(value)}`]
        if (/^(properties|patternProperties|dependentSchemas)$/.test(keyword)) {
          return [keyword, mapValues(value, simplify)]
        }
        if (/^(allOf|anyOf|oneOf|prefixItems)$/.test(keyword)) return [keyword, value.map(simplify)]
        const hasSchema = /^(items|not|if|then|else|contains|propertyNames|(additional|unevaluated)\w+)$/.test(keyword)
        return [keyword, hasSchema ? simplify(value) : value]
      })
    return restrictDateTime(Object.fromEntries(entries))
  }

  function resolve(node: Json): Json {
    if (!node?.$ref) return node
    return resolve(
      node.$ref
        .slice(2)
        .split('/')
        .reduce((value: Json, key: string) => value[key], document),
    )
  }
}

const annotations = /^(x-.*|deprecated|description|examples?|title)$/

/**
 * RFC 3339 without leap seconds, which neither JavaScript's dates nor the client's validators know.
 * The mock's validator by itself lets a blank pass for the `T`.
 */
const dateTime = String.raw`^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:[0-5]\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$`

function restrictDateTime(schema: Json): Json {
  if (schema.format !== 'date-time') return schema
  const { pattern, ...others } = schema
  return { ...others, pattern: dateTime, ...(pattern && { allOf: [...(schema.allOf ?? []), { pattern }] }) }
}

function mapValues(object: Json, change: (value: Json) => Json): Json {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]))
}

/** The mock's contract as a module. */
export function renderMockContract(document: Json): string {
  return [
    '// Generated from the spec by the `generate` verb.',
    '',
    "import type { Contract } from './contract.ts'",
    '',
    `export const contract: Contract = ${JSON.stringify(toMockContract(document), null, 2)}`,
    '',
  ].join('\n')
}

if (import.meta.main) await generate('packages/mock/src/contract.gen.ts', renderMockContract(await readContract()))
