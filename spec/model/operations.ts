import { resolve } from './document.ts'
import { camelCase } from './names.ts'
import type {
  OpenApiDocument,
  Example,
  Header,
  MediaType,
  OperationObject,
  Parameter,
  PathItem,
  RequestBody,
  Response,
  Schema,
  SecurityRequirement,
} from './openapi.ts'
import { readResult, type Result } from './results.ts'

/** An operation with all of its references resolved, except those of schemas. */
export interface Operation {
  /** The `operationId`; the method and the path in snake_case for an operation without one. */
  id: string
  /** The names by which code calls it: `acs`, `credentials` and `create` for `/acs/credentials/create`. */
  names: string[]
  /** In upper case. */
  method: string
  path: string
  summary: string | undefined
  description: string | undefined
  deprecated: boolean
  tags: string[]
  /** The ways to authenticate, of which one is enough; undefined if neither the operation nor the document has any. */
  security: SecurityRequirement[] | undefined
  /** The parameters of the path and of the operation. */
  parameters: Parameter[]
  request: OperationRequest | undefined
  /** Every response in the document's order. */
  responses: OperationResponse[]
  /** The first response with a success status; undefined if the document describes none. */
  success: OperationResponse | undefined
  /** The responses with all other statuses. */
  failures: OperationResponse[]
  result: Result
}

export interface OperationRequest {
  description: string | undefined
  required: boolean
  contents: Content[]
  /** The schema of the JSON body; undefined if there is none. */
  schema: Schema | undefined
}

export interface OperationResponse {
  /** `200`, `4XX` or `default`. */
  status: string
  description: string | undefined
  headers: ResponseHeader[]
  contents: Content[]
  /** The schema of the JSON body; undefined if there is none. */
  schema: Schema | undefined
}

export interface ResponseHeader extends Header {
  /** Spelled as in the document. */
  name: string
}

export interface Content {
  mediaType: string
  schema: Schema | undefined
  examples: NamedExample[]
}

export interface NamedExample {
  name: string
  summary: string | undefined
  description: string | undefined
  value: unknown
}

export const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const

/** Every operation of a document, in its order. */
export function readOperations(document: OpenApiDocument): Operation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, reference]) => {
    const item = resolve(document, reference)
    return methods.flatMap((method) =>
      item[method] ? [readOperation(document, path, item, method, item[method])] : [],
    )
  })
}

function readOperation(
  document: OpenApiDocument,
  path: string,
  item: PathItem,
  method: string,
  operation: OperationObject,
): Operation {
  const responses = Object.entries(operation.responses ?? {}).map(([status, response]) =>
    readResponse(document, status, resolve(document, response)),
  )
  const success = responses.find(({ status }) => status.startsWith('2'))
  const segments = path.split('/').filter((segment) => segment !== '' && !segment.startsWith('{'))
  return {
    id: operation.operationId ?? [method, ...path.split(/\W+/)].filter(Boolean).join('_'),
    names: segments.map(camelCase),
    method: method.toUpperCase(),
    path,
    summary: operation.summary ?? item.summary,
    description: operation.description ?? item.description,
    deprecated: operation.deprecated === true,
    tags: operation.tags ?? [],
    security: operation.security ?? document.security,
    parameters: readParameters(document, item.parameters, operation.parameters),
    request: operation.requestBody && readRequest(document, resolve(document, operation.requestBody)),
    responses,
    success,
    failures: responses.filter(({ status }) => !status.startsWith('2')),
    result: readResult(document, success?.schema),
  }
}

/** A parameter of the operation replaces the path's parameter with the same name and place. */
function readParameters(document: OpenApiDocument, shared: Parameter[] = [], own: Parameter[] = []): Parameter[] {
  const parameters = [...shared, ...own].map((parameter) => resolve(document, parameter))
  return [...new Map(parameters.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter])).values()]
}

function readRequest(
  document: OpenApiDocument,
  { description, required = false, content }: RequestBody,
): OperationRequest {
  const contents = readContents(document, content)
  return { description, required, contents, schema: findJson(contents)?.schema }
}

function readResponse(document: OpenApiDocument, status: string, response: Response): OperationResponse {
  const contents = readContents(document, response.content)
  const headers = Object.entries(response.headers ?? {})
  return {
    status,
    description: response.description,
    headers: headers.map(([name, header]) => ({ ...resolve(document, header), name })),
    contents,
    schema: findJson(contents)?.schema,
  }
}

function readContents(document: OpenApiDocument, content: Record<string, MediaType> = {}): Content[] {
  return Object.entries(content).map(([mediaType, media]) => ({
    mediaType,
    schema: media.schema,
    examples: readExamples(document, media),
  }))
}

function readExamples(document: OpenApiDocument, { example, examples = {} }: MediaType): NamedExample[] {
  const unnamed = { name: 'example', summary: undefined, description: undefined, value: example }
  const named = Object.entries(examples).map(([name, reference]) => {
    const { summary, description, value }: Example = resolve(document, reference)
    return { name, summary, description, value }
  })
  return example === undefined ? named : [unnamed, ...named]
}

/** The content whose media type is JSON, with or without parameters such as `charset`. */
export const findJson = (contents: Content[]): Content | undefined =>
  contents.find(({ mediaType }) => /^application\/json *(;|$)/i.test(mediaType))

/** The response that describes a status: under the status itself, under its range such as `4XX`, or under `default`. */
export function findResponse({ responses }: Operation, status: number): OperationResponse | undefined {
  const names = [`${status}`, `${Math.floor(status / 100)}XX`, 'default']
  return names.map((name) => responses.find((response) => response.status === name)).find(Boolean)
}
