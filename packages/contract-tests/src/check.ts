import type { Json, Recording } from './recording.ts'
import { createAjvValidate } from './validators/ajv.ts'
import { checkBody, isEmpty, own, typeOf } from './validators/check-body.ts'
import { checkRequest, checkRequestHeaders } from './validators/check-request.ts'
import { recordingSchema } from './validators/recording-schema.ts'
import { readStrictly } from './validators/strict-file.ts'
import type { Validate } from './validators/validate.ts'

/** What a recording does that an OpenAPI document does not say, each with the path of the value; empty where nothing. */
export type Check = (recording: Recording) => string[]

/** `validate` has to know the schemas that `collectSchemas` gives. */
export function createCheck(contract: Json, validate: Validate = createAjvValidate(contract)): Check {
  return (recording) => {
    const problems = validate(recordingSchema, recording)
    if (problems.length > 0) return problems
    const { request, response, recorded } = recording
    const item = own(contract.paths, request.path)
    if (!item) return checkForeign(recording)

    const operations = listOperations(item)
    const method = request.method.toLowerCase()
    const operation = own(operations, method)
    const unknown = `/request: the spec has no ${request.method} ${request.path}`
    if (!operation) return response.status === 405 ? checkOtherMethod(recording, operations) : [unknown]
    if (response.status === 405) return [`/request/method: the spec has ${request.method}, which the answer refuses`]
    return [
      ...(recorded.operationHash === undefined ? ['/recorded/operationHash: is missing'] : []),
      ...checkRequestHeaders(recording, operation, contract),
      ...checkRequest(recording, operation, validate),
      ...checkAnswer(recording, operation),
    ]
  }

  /** An exchange of a path that the spec lacks is evidence for what all errors have in common, and for no more. */
  function checkForeign(recording: Recording): string[] {
    const { recorded, request, response } = recording
    const unknown = `/request: the spec has no ${request.method} ${request.path}`
    if (recorded.source !== 'vendor-fake') return [unknown]
    if (recorded.operationHash !== undefined) return [`/recorded/operationHash: ${unknown}`]
    const headers = checkRequestHeaders(recording, { security: [] }, contract)
    // The fake server gives its two plain texts no content type: `404` for an unknown route, and that of malformed JSON.
    const isPlain = typeOf(response) === undefined && response.text !== undefined
    if (isPlain && response.status === 404) return [...headers, ...checkHeaders(response.headers, {})]
    const typed = { ...response, headers: { ...response.headers, ...(isPlain && { 'content-type': 'text/plain' }) } }
    const attempts = listAllOperations(contract).map((operation) =>
      checkAnswer({ ...recording, response: typed }, operation),
    )
    return [...headers, ...(attempts.find((attempt) => attempt.length === 0) ?? attempts[0] ?? [unknown])]
  }

  function checkOtherMethod(recording: Recording, operations: Json): string[] {
    const [operation] = Object.values<Json>(operations)
    const { request } = recording
    const isBare = isEmpty(request) && typeOf(request) === undefined
    return [
      ...checkRequestHeaders(recording, operation, contract),
      ...(isBare ? [] : checkBody('/request', request, operation.requestBody?.content, validate)),
      ...checkAnswer(recording, operation),
    ]
  }

  function checkAnswer({ request, response }: Recording, operation: Json): string[] {
    const answer = resolve(contract, findAnswer(operation.responses, response.status))
    if (!answer) return [`/response/status: the spec has no ${response.status} for ${request.method} ${request.path}`]
    // What a proxy says instead of the API.
    const isBare = response.status >= 500 && isEmpty(response) && typeOf(response) === undefined
    return [
      ...(isBare ? [] : checkBody('/response', response, answer.content ?? {}, validate)),
      ...checkHeaders(response.headers, answer.headers ?? {}),
    ]
  }

  function checkHeaders(headers: Record<string, string>, documented: Json): string[] {
    const schemas = new Map(
      Object.entries(documented).map(([name, header]) => [name.toLowerCase(), resolve(contract, header).schema]),
    )
    return Object.entries(headers)
      .filter(([name]) => name !== 'content-type')
      .flatMap(([name, value]) => {
        const schema = schemas.get(name)
        if (!schema) return [`/response/headers/${name}: the spec has no such header`]
        return validate(schema, value).map((problem) => `/response/headers/${name}${problem}`)
      })
  }
}

/** As `Check`, of a file below `recordings/`, with its text and its name. */
export function createCheckFile(contract: Json, check: Check): (file: string, text: string) => string[] {
  return (file, text) => {
    const { value, problems } = readStrictly(text)
    if (problems.length > 0) return problems
    const found = check(value)
    return found.length > 0 ? found : checkName(contract, file, value)
  }
}

function checkName(contract: Json, file: string, { recorded, request, response }: Recording): string[] {
  const operations = listOperations(own(contract.paths, request.path) ?? {})
  const { operationId } = operations[request.method.toLowerCase()] ?? Object.values<Json>(operations)[0] ?? {}
  const folder = operationId ?? request.path.slice(1).replaceAll('/', '_')
  const end = recorded.source === 'synthetic' ? '.gen.json' : '.json'
  const [name, slug] = [`${folder}/${response.status}-`, file.slice(0, -end.length)]
  return slug + end === file && slug.startsWith(name) && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug.slice(name.length))
    ? []
    : [`the file has to be named ${name}<slug>${end}`]
}

/** Every schema that `createCheck` validates with. */
export function collectSchemas(contract: Json): Json[] {
  const bodies = listAllOperations(contract).flatMap((operation) => [
    ...(operation.requestBody ? [operation.requestBody] : []),
    ...Object.values(operation.responses).map((answer) => resolve(contract, answer)),
  ])
  const headers = bodies.flatMap((body) => Object.values(body.headers ?? {}).map((header) => resolve(contract, header)))
  const media = bodies.flatMap((body) => Object.values<Json>(body.content ?? {}))
  return [recordingSchema, ...[...media, ...headers].flatMap(({ schema }) => schema ?? [])]
}

/** The operations of a path item by method, which also has what they share. */
export function listOperations(item: Json): Json {
  return Object.fromEntries(Object.entries<Json>(item).filter(([, value]) => value?.responses))
}

function listAllOperations(contract: Json): Json[] {
  return Object.values<Json>(contract.paths).flatMap((item) => Object.values<Json>(listOperations(item)))
}

export function findAnswer(responses: Json, status: number): Json {
  return own(responses, `${status}`) ?? own(responses, `${Math.floor(status / 100)}XX`) ?? own(responses, 'default')
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
