import { mediaTypeOf, readStrictly, recordingSchema, type Recording } from '@seam-acs/recorder/recording'
import {
  findResponse,
  readOperations,
  type OpenApiDocument,
  type Operation,
  type ResponseHeader,
  type Schema,
} from '@seam-acs/spec/model'
import { createAjvValidate } from './validators/ajv.ts'
import { checkBody, isBare } from './validators/check-body.ts'
import { checkRequest, checkRequestHeaders } from './validators/check-request.ts'
import type { Validate } from './validators/validate.ts'

/** The differences between a recording and an OpenAPI document, each with its path; empty if they agree. */
export type Check = (recording: Recording) => string[]

/**
 * Whether a recording has to match the spec. Two kinds from the vendor's test server only show what all errors have in
 * common: one that was made before the spec had its path, and one with a reason in `differs`.
 */
export const isHeld = ({ recorded }: Recording): boolean =>
  recorded.source !== 'vendor-fake' || (recorded.operationHash !== undefined && recorded.differs === undefined)

/** `validate` has to know the schemas that `collectSchemas` gives. */
export function createCheck(contract: OpenApiDocument, validate: Validate = createAjvValidate(contract)): Check {
  const checkFully = createCheckFully(contract, validate)
  const operations = readOperations(contract)

  return (recording) => {
    const problems = validate(recordingSchema, recording)
    if (problems.length > 0) return problems
    const { request, recorded } = recording
    const { source, operationHash, differs } = recorded
    const isKnown = operations.some(({ path }) => path === request.path)
    const unknown = `/request: the spec has no ${request.method} ${request.path}`
    if (!isKnown && source !== 'vendor-fake') return [unknown]
    if (!isKnown && operationHash !== undefined) return [`/recorded/operationHash: ${unknown}`]
    if (!isKnown && differs !== undefined) return [`/recorded/differs: ${unknown}`]
    if (differs !== undefined && source !== 'vendor-fake') {
      return ['/recorded/differs: only the test server of the vendor may differ: correct the spec']
    }
    if (isHeld(recording)) return checkFully(recording)
    if (differs !== undefined && checkFully(recording).length === 0) {
      return ['/recorded/differs: the exchange matches the spec, so remove this reason']
    }
    return checkEvidence(recording)
  }

  /** An error of the vendor's test server, whatever it is about, has the envelope of all errors. */
  function checkEvidence(recording: Recording): string[] {
    const { request, response } = recording
    const headers = checkRequestHeaders(recording, contract, { parameters: [], security: [] })
    // The test server gives its two plain texts no content type: `404` for an unknown route, and that of malformed JSON.
    const isPlain = mediaTypeOf(response.headers) === undefined && response.text !== undefined
    if (isPlain && response.status === 404) return [...headers, ...checkResponseHeaders(response, [], validate)]
    const typed = { ...response, headers: { ...response.headers, ...(isPlain && { 'content-type': 'text/plain' }) } }
    const attempts = operations.map((operation) => checkResponse({ request, response: typed }, operation, validate))
    return [...headers, ...(attempts.find((attempt) => attempt.length === 0) ?? attempts[0] ?? [])]
  }
}

/** Like `createCheck`, but for recordings whose path the document has, whatever their metadata says. */
export function createCheckFully(contract: OpenApiDocument, validate: Validate): Check {
  const operations = readOperations(contract)

  return (recording) => {
    const { request, response, recorded } = recording
    const ofPath = operations.filter(({ path }) => path === request.path)
    const operation = ofPath.find(({ method }) => method === request.method)
    const unhashed = isHashed(recorded) ? [] : ['/recorded/operationHash: is missing']
    if (!operation && response.status === 405) return [...unhashed, ...checkOtherMethod(recording, ofPath[0]!)]
    if (!operation) return [`/request: the spec has no ${request.method} ${request.path}`]
    if (response.status === 405) return [`/request/method: the spec has ${request.method}, which the response rejects`]
    return [
      ...unhashed,
      ...checkRequestHeaders(recording, contract, operation),
      ...checkRequest(recording, operation, validate),
      ...checkResponse(recording, operation, validate),
    ]
  }

  function checkOtherMethod(recording: Recording, operation: Operation): string[] {
    const { request } = recording
    return [
      ...checkRequestHeaders(recording, contract, operation),
      ...(isBare(request) ? [] : checkBody('/request', request, operation.request?.contents ?? [], validate)),
      ...checkResponse(recording, operation, validate),
    ]
  }
}

const isHashed = ({ operationHash, source }: Recording['recorded']) =>
  operationHash !== undefined || source === 'vendor-fake'

function checkResponse(
  { request, response }: Pick<Recording, 'request' | 'response'>,
  operation: Operation,
  validate: Validate,
): string[] {
  const described = findResponse(operation, response.status)
  if (!described) return [`/response/status: the spec has no ${response.status} for ${request.method} ${request.path}`]
  // Responses of a proxy instead of the API, and responses without content.
  const mayBeBare = response.status >= 500 || described.contents.length === 0
  return [
    ...(mayBeBare && isBare(response) ? [] : checkBody('/response', response, described.contents, validate)),
    ...checkResponseHeaders(response, described.headers, validate),
  ]
}

function checkResponseHeaders(
  { headers }: Recording['response'],
  described: ResponseHeader[],
  validate: Validate,
): string[] {
  const schemas = new Map(described.map(({ name, schema }) => [name.toLowerCase(), schema]))
  return Object.entries(headers)
    .filter(([name]) => name !== 'content-type')
    .flatMap(([name, value]) => {
      const schema = schemas.get(name)
      if (!schemas.has(name)) return [`/response/headers/${name}: the spec has no such header`]
      return (schema ? validate(schema, value) : []).map((problem) => `/response/headers/${name}${problem}`)
    })
}

/** Like `Check`, but for a file in `recordings/`, with its text and its name. */
export function createCheckFile(contract: OpenApiDocument, check: Check): (file: string, text: string) => string[] {
  const operations = readOperations(contract)
  return (file, text) => {
    const { value, problems } = readStrictly(text)
    if (problems.length > 0) return problems
    const found = check(value)
    return found.length > 0 ? found : checkName(operations, file, value)
  }
}

function checkName(operations: Operation[], file: string, recording: Recording): string[] {
  const { recorded, request, response } = recording
  const ofPath = operations.filter(({ path }) => path === request.path)
  const operation = ofPath.find(({ method }) => method === request.method) ?? ofPath[0]
  const unknown = request.path.slice(1).replaceAll('/', '_')
  const folders = isHeld(recording) ? [operation?.id ?? unknown] : [unknown, ...ofPath.map(({ id }) => id)]
  const end = recorded.source === 'synthetic' ? '.gen.json' : '.json'
  const isNamed = folders.some((folder) => {
    const [start, slug] = [`${folder}/${response.status}-`, file.slice(0, -end.length)]
    return slug + end === file && slug.startsWith(start) && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug.slice(start.length))
  })
  return isNamed ? [] : [`the file has to be named ${folders[0]}/${response.status}-<slug>${end}`]
}

/** Every schema that `createCheck` validates with. */
export function collectSchemas(contract: OpenApiDocument): Schema[] {
  const described = readOperations(contract).flatMap(({ request, responses }) => [
    ...(request?.contents ?? []),
    ...responses.flatMap(({ contents, headers }) => [...contents, ...headers]),
  ])
  return [recordingSchema, ...described.flatMap(({ schema }) => schema ?? [])]
}
