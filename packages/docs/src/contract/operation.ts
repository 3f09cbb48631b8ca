import {
  findJson,
  resolve,
  readOperations,
  type Content,
  type Header,
  type NamedExample as ReadExample,
  type Operation,
  type OperationResponse,
  type Parameter,
  type Schema,
} from '@seam-acs/spec/model'
import { countDays, firstDate, moveDates } from './dates.ts'
import { document } from './document.ts'
import { makeExample } from './example-value.ts'
import { createNaming } from './paths.ts'
import { Refusal } from './refusal.ts'
import { listSchemes, type Scheme } from './security.ts'
import { describe } from './describe.ts'
import { show, type Property, type Shape } from './shape.ts'

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
  tag: string | undefined
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

export interface Field extends Property {
  /** `path`, `query`, `header` or `cookie`. */
  in: string
}

export interface DescribedParameter extends Field {
  style: string
  explode: boolean
  /** The value that samples send; undefined for none. */
  example: unknown
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

export interface NamedExample extends ReadExample {
  summary: string
}

/** A request, and the response that it gets where the examples of both have one name. */
export interface Scenario extends NamedExample {
  response: NamedExample | undefined
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
  const scenarios = pairExamples(listExamples(content), listExamples(answer), content).map(moveScenario)
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
    summary: operation.summary ?? `${method} ${path}`,
    description: operation.description ?? '',
    tag: operation.tags[0],
    security: listSchemes(operation.security),
    parameters: operation.parameters.filter(isSent).map(describeParameter),
    body: content && {
      description: request!.description,
      required: request!.required,
      contents: contents.map((each) => describeContent(each, each === content)),
    },
    responses: operation.responses.map((response) => describeResponse(response, answer, scenarios)),
    scenarios,
  }
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

/** OpenAPI ignores parameters of these names, because other keywords describe them. */
const isSent = ({ in: place, name }: Parameter) =>
  place !== 'header' || !/^(?:accept|authorization|content-type)$/i.test(name)

function describeParameter({ name, in: place, ...header }: Parameter): DescribedParameter {
  const { schema = {}, required, example, examples = {} } = header
  const style = header.style ?? (place === 'query' || place === 'cookie' ? 'form' : 'simple')
  if (style === 'label' || style === 'matrix') {
    throw new Refusal(
      `The parameter \`${name}\` has the style \`${style}\`, which the samples cannot write. Use \`simple\`.`,
    )
  }
  const [named] = Object.values(examples).map((reference) => resolve(document, reference).value)
  const own = [example, named, schema.example, schema.examples?.[0]].find((value) => value !== undefined)
  return {
    ...describeField(name, header, place),
    style,
    explode: header.explode ?? style === 'form',
    example: own ?? (required ? makeExample(schema) : undefined),
  }
}

function describeField(name: string, header: Header, place: string): Field {
  const shape = describe(header.schema ?? {})
  const named = Object.values(header.examples ?? {}).map((reference) => resolve(document, reference).value)
  const example = [header.example, ...named].flatMap((value) =>
    value === undefined ? [] : [{ label: 'Example', value: show(value) }],
  )
  return {
    ...shape,
    property: name,
    key: 'name',
    anchor: name,
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

/** The example with its dates in the future, so that the request can be sent, and the same distance between all dates. */
function moveScenario(scenario: Scenario): Scenario {
  const days = countDays(scenario.value, firstDate)
  const { response } = scenario
  return {
    ...scenario,
    value: moveDates(scenario.value, days),
    response: response && { ...response, value: moveDates(response.value, days) },
  }
}

/**
 * A response without a request of its name stays, so that no example is lost, and a request without any example gets one
 * that its schema allows.
 */
function pairExamples(requests: NamedExample[], responses: NamedExample[], content: Content | undefined): Scenario[] {
  const isOnly = requests.length === 1 && responses.length === 1
  const find = (request: NamedExample) => responses.find(({ name }) => isOnly || name === request.name)
  const pairs = requests.map((request) => ({ ...request, response: find(request) }))
  const alone = responses.filter((response) => !pairs.some((pair) => pair.response === response))
  const value = requests.length > 0 ? requests[0]!.value : content?.schema && makeExample(content.schema)
  const scenarios = [...pairs, ...alone.map((response) => ({ ...response, value, response }))]
  if (scenarios.length > 0 || value === undefined) return scenarios
  const made = { name: 'example', summary: 'Made from the schema', description: undefined }
  return [{ ...made, value, response: undefined }]
}
