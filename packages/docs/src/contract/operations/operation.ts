import {
  findJson,
  resolve,
  readOperations,
  type Content,
  type Operation,
  type OperationResponse,
  type Schema,
} from '@seam-acs/spec/model'
import { document } from '../document/document.ts'
import { chooseServer, type Server } from '../document/server.ts'
import { createNaming } from '../pages/paths.ts'
import { describeField, describeParameters, type DescribedParameter, type Field } from './parameter.ts'
import { listExamples, listScenarios, type NamedExample, type Scenario } from './scenario.ts'
import { listSchemes, type Scheme } from './security.ts'
import { describe } from '../schemas/describe.ts'
import type { Shape } from '../schemas/shape.ts'

/** An operation with all that its page shows. */
export interface DescribedOperation extends Pick<
  Operation,
  'deprecated' | 'id' | 'method' | 'names' | 'path' | 'result' | 'success'
> {
  /** The page's path, without an extension. */
  page: string
  /** The name of the files that are its own. */
  file: string
  summary: string
  description: string
  /** The first tag or, without one, the first part of the path. */
  tag: string | undefined
  /** The address that calls begin with. */
  server: string
  /** Its own servers, which replace those of the document. */
  servers: Server[] | undefined
  /** The ways to authenticate, of which one is enough; each is everything that is to be sent. */
  security: Scheme[][]
  parameters: DescribedParameter[]
  body: DescribedBody | undefined
  responses: DescribedResponse[]
  scenarios: Scenario[]
}

export interface DescribedBody {
  description: string | undefined
  required: boolean
  /** The content that samples and try-it send comes first. */
  contents: DescribedContent[]
}

export interface DescribedResponse {
  status: string
  description: string
  headers: Field[]
  contents: DescribedContent[]
}

export interface DescribedContent {
  mediaType: string
  schema: Schema | undefined
  shape: Shape | undefined
  examples: NamedExample[]
  /** Whether its examples are those of the scenarios. */
  isOfScenarios: boolean
}

export function listOperations(): DescribedOperation[] {
  const all = readOperations(document)
  const [namePage, nameFile] = [createNaming(), createNaming()]
  return all.map((operation) => {
    const segments = operation.path.split('/').filter(Boolean)
    const isAlone = all.filter(({ path }) => path === operation.path).length === 1
    const words = ['api', ...segments.map((segment) => segment.replaceAll(/[{}]/g, ''))]
    const page = namePage(isAlone ? words : [...words, operation.method.toLowerCase()], ['samples'])
    return describeOperation(operation, page, nameFile([operation.id]))
  })
}

function describeOperation(operation: Operation, page: string, file: string): DescribedOperation {
  const { deprecated, id, method, names, path, result, success, request } = operation
  const content = pickContent(request?.contents)
  const contents = request?.contents.toSorted((a, b) => Number(b === content) - Number(a === content)) ?? []
  const answer = pickContent(success?.contents)
  const scenarios = listScenarios(content, answer)
  const servers = findServers(operation)
  return {
    page,
    file,
    deprecated,
    id,
    method,
    names,
    path,
    result,
    success,
    summary: operation.summary?.trim() || `${method} ${path}`,
    description: operation.description ?? '',
    tag: operation.tags.find((tag) => tag !== '') ?? path.split('/').find(Boolean),
    server: chooseServer(servers),
    servers,
    security: listSchemes(operation.security),
    parameters: describeParameters(operation),
    body: content && {
      description: request!.description,
      required: request!.required,
      contents: contents.map((each) => describeContent(each, each === content)),
    },
    responses: operation.responses.map((response) => describeResponse(response, answer, scenarios)),
    scenarios,
  }
}

/** The servers that the operation or its path names. */
function findServers({ path, method }: Operation): Server[] | undefined {
  const item = resolve(document, document.paths![path]!)
  const own = item[method.toLowerCase() as 'get']?.servers ?? item.servers
  return own?.length ? own : undefined
}

/** The content that examples, samples and try-it are about: the one in JSON, or the first. */
const pickContent = (contents: Content[] = []): Content | undefined => findJson(contents) ?? contents[0]

const describeResponse = (
  response: OperationResponse,
  answer: Content | undefined,
  scenarios: Scenario[],
): DescribedResponse => ({
  status: response.status,
  description: response.description ?? '',
  headers: response.headers.map(({ name, ...header }) => describeField(name, header, 'header')),
  contents: response.contents.map((content) => ({
    ...describeContent(content, content === answer),
    ...(content === answer && { examples: scenarios.flatMap((scenario) => scenario.response ?? []) }),
  })),
})

const describeContent = (content: Content, isOfScenarios: boolean): DescribedContent => ({
  mediaType: content.mediaType,
  schema: content.schema,
  shape: content.schema && describe(content.schema),
  examples: listExamples(content),
  isOfScenarios,
})
