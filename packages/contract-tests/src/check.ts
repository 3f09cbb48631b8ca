import { isDateTime, isUuid } from '@hyperjump/json-schema-formats'
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import { createClose } from './closed-schema.ts'
import type { Json, Message, Recording } from './recording.ts'

/** What a recording does that an OpenAPI document does not say, each with the path of the value; empty where nothing. */
export type Check = (recording: Recording) => string[]

export function createCheck(contract: Json): Check {
  const validate = createValidate(contract)

  return ({ request, response }) => {
    const operation = contract.paths[request.path]?.[request.method.toLowerCase()]
    if (!operation) return [`/request: the spec has no ${request.method} ${request.path}`]
    const answer = resolve(contract, operation.responses[response.status])
    if (!answer) return [`/response/status: the spec has no ${response.status} for ${request.method} ${request.path}`]
    return [
      ...checkBody('/request', request, operation.requestBody.content),
      ...checkBody('/response', response, answer.content),
      ...checkHeaders(response.headers, answer.headers ?? {}),
    ]
  }

  function checkBody(at: string, { headers, body }: Message, content: Json) {
    const type = headers['content-type']?.split(';')[0]
    const schema = content[type ?? '']?.schema
    if (!schema) return [`${at}/headers/content-type: the spec has no ${type}`]
    return validate(schema, body).map((problem) => `${at}/body${problem}`)
  }
}

/** The problems of a value under a schema of the document, closed, each with its path. */
export function createValidate(contract: Json): (schema: Json, value: Json) => string[] {
  const { close, closedSchemas } = createClose(contract.components.schemas)
  const ajv = new Ajv2020({ allErrors: true, strictRequired: false, strictTypes: false })
  ajv.addFormat('date-time', isDateTime).addFormat('uuid', isUuid)
  ajv.addVocabulary(['components', 'x-enumDescriptions'])
  ajv.addSchema({ $id: 'contract', components: { schemas: closedSchemas } })

  return (schema, value) => {
    const closed = close(schema)
    const accepts = ajv.compile({ ...closed, ...(closed.$ref && { $ref: `contract${closed.$ref}` }) })
    return accepts(value) ? [] : accepts.errors!.flatMap(explain)
  }
}

function explain({ instancePath, keyword, message, params, propertyName }: ErrorObject): string[] {
  if (keyword === 'propertyNames') return [`${instancePath}/${params['propertyName']}: is not declared`]
  // Why a name is not one of the declared ones: the line above says enough.
  if (propertyName !== undefined) return []
  const allowed = params['allowedValues'] ?? params['allowedValue']
  return [`${instancePath}: ${message}${allowed === undefined ? '' : ` (${[allowed].flat().join(', ')})`}`]
}

function checkHeaders(headers: Record<string, string>, documented: Json): string[] {
  const known = new Set(['content-type', ...Object.keys(documented).map((name) => name.toLowerCase())])
  return Object.keys(headers)
    .filter((name) => !known.has(name.toLowerCase()))
    .map((name) => `/response/headers/${name}: the spec has no such header`)
}

/** A component behind a `$ref` of the bundle, whose pointers have no escapes. */
export function resolve(contract: Json, node: Json): Json {
  return node?.$ref
    ? node.$ref
        .slice(2)
        .split('/')
        .reduce((value: Json, key: string) => value[key], contract)
    : node
}
