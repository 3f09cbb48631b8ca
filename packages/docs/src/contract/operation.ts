import {
  readOperations,
  type Content,
  type Header,
  type NamedExample as ReadExample,
  type Operation,
  type OperationResponse,
  type SecurityRequirement,
  type SecurityScheme,
} from '@seam-acs/spec/model'
import { document } from './document.ts'
import { describe, show, type Property, type Shape } from './shape.ts'

/** An operation with all that its page shows. */
export interface DescribedOperation extends Pick<
  Operation,
  'deprecated' | 'id' | 'method' | 'names' | 'path' | 'result' | 'success'
> {
  /** The page's path, without an extension. */
  page: string
  summary: string
  description: string
  tag: string | undefined
  /** The address of the API. */
  server: string
  /** The ways to authenticate, of which one is enough; each is everything that is to be sent. */
  security: Scheme[][]
  parameters: Field[]
  body: DescribedBody | undefined
  responses: DescribedResponse[]
  scenarios: Scenario[]
}

export interface DescribedBody {
  description: string | undefined
  required: boolean
  mediaType: string
  shape: Shape
}

export interface Scheme extends SecurityScheme {
  id: string
}

export interface Field extends Property {
  /** `path`, `query` or `header`. */
  in: string
}

export interface DescribedResponse {
  status: string
  description: string
  headers: Field[]
  contents: DescribedContent[]
}

export interface DescribedContent {
  mediaType: string
  shape: Shape | undefined
  examples: NamedExample[]
}

export interface NamedExample extends ReadExample {
  summary: string
}

/** A request, and the response that it gets where the examples of both have one name. */
export interface Scenario extends NamedExample {
  response: NamedExample | undefined
}

export const listOperations = (): DescribedOperation[] => readOperations(document).map(describeOperation)

function describeOperation(operation: Operation): DescribedOperation {
  const { deprecated, id, method, names, path, result, success, request } = operation
  const isAlone = Object.keys(document.paths![path]!).length === 1
  const [content] = request?.contents ?? []
  return {
    deprecated,
    id,
    method,
    names,
    path,
    result,
    success,
    page: `api${path.replaceAll(/[{}]/g, '')}${isAlone ? '' : `/${method.toLowerCase()}`}`,
    summary: operation.summary ?? `${method} ${path}`,
    description: operation.description ?? '',
    tag: operation.tags[0],
    server: document.servers![0]!.url,
    security: listSchemes(operation.security),
    parameters: operation.parameters.map(({ name, in: place, ...header }) => describeField(name, header, place)),
    body: request &&
      content?.schema && {
        description: request.description,
        required: request.required,
        mediaType: content.mediaType,
        shape: describe(content.schema),
      },
    responses: operation.responses.map(describeResponse),
    scenarios: pairExamples(listExamples(content), listExamples(success?.contents[0])),
  }
}

/** What each of the alternatives asks for. */
export const listSchemes = (security: SecurityRequirement[] = []): Scheme[][] =>
  security.map((requirement) =>
    Object.keys(requirement).map((id) => ({ id, ...document.components!.securitySchemes![id]! })),
  )

const describeResponse = ({ status, description = '', headers, contents }: OperationResponse): DescribedResponse => ({
  status,
  description,
  headers: headers.map(({ name, ...header }) => describeField(name, header, 'header')),
  contents: contents.map((content) => ({
    mediaType: content.mediaType,
    shape: content.schema && describe(content.schema),
    examples: listExamples(content),
  })),
})

function describeField(name: string, header: Header, place: string): Field {
  const shape = describe(header.schema ?? {})
  const example = header.example === undefined ? [] : [{ label: 'Example', value: show(header.example) }]
  return {
    ...shape,
    property: name,
    isPattern: false,
    in: place,
    required: header.required === true,
    deprecated: header.deprecated === true || shape.deprecated,
    description: header.description ?? shape.description,
    facts: [...shape.facts, ...example],
  }
}

const listExamples = ({ examples }: Pick<Content, 'examples'> = { examples: [] }): NamedExample[] =>
  examples.map((example) => ({ ...example, summary: example.summary ?? toTitle(example.name) }))

/** `Pin code` for `pin_code`. */
const toTitle = (name: string) => name.replaceAll('_', ' ').replace(/^\w/, (letter) => letter.toUpperCase())

/** A response without a request of its name stays, so that no example is lost. */
function pairExamples(requests: NamedExample[], responses: NamedExample[]): Scenario[] {
  const find = (request: NamedExample) => responses.find(({ name }) => name === request.name)
  const pairs = requests.map((request) => ({ ...request, response: find(request) }))
  const alone = responses.filter(({ name }) => !requests.some((request) => request.name === name))
  return [...pairs, ...alone.map((response) => ({ ...response, value: undefined, response }))]
}

/** The header (or query parameter or cookie) in which a scheme is sent. */
export const headerOf = ({ type, name }: Scheme) => (type === 'http' ? 'Authorization' : name)
