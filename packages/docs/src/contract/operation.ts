import { document, resolve } from './document.ts'
import type { MediaType, Operation, SecurityScheme } from './openapi.ts'
import { describe, show, type Property, type Shape } from './shape.ts'

/** An operation with all that its page shows. */
export interface Call {
  id: string
  method: string
  path: string
  /** The page's path, without an extension. */
  page: string
  summary: string
  description: string
  deprecated: boolean
  tag: string | undefined
  /** The address of the API. */
  server: string
  /** The ways to authenticate, of which one is enough; each is everything that is to be sent. */
  security: Scheme[][]
  parameters: Field[]
  body?: { description: string | undefined; required: boolean; mediaType: string; shape: Shape } | undefined
  answers: Answer[]
  scenarios: Scenario[]
  /** The property of the successful answer that holds the result, such as `acs_credential`. */
  resultKey: string | undefined
}

export interface Scheme extends SecurityScheme {
  id: string
}

export interface Field extends Property {
  /** `path`, `query` or `header`. */
  in: string
}

export interface Answer {
  status: string
  description: string
  headers: Field[]
  contents: Content[]
}

export interface Content {
  mediaType: string
  shape: Shape | undefined
  examples: Named[]
}

export interface Named {
  name: string
  summary: string
  description: string | undefined
  value: unknown
}

/** A request, and the answer that it gets where the examples of both have one name. */
export interface Scenario extends Named {
  answer: Named | undefined
}

export function listCalls(): Call[] {
  const places = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation: operation! })),
  )
  return places.map(({ path, method, operation }) => {
    const alone = Object.keys(document.paths[path]!).length === 1
    const page = `api${path.replaceAll(/[{}]/g, '')}${alone ? '' : `/${method}`}`
    return { ...readCall(operation), method: method.toUpperCase(), path, page }
  })
}

function readCall(operation: Operation): Omit<Call, 'method' | 'path' | 'page'> {
  const body = operation.requestBody && resolve(operation.requestBody)
  const [mediaType, content] = Object.entries(body?.content ?? {})[0] ?? []
  const answers = Object.entries(operation.responses).map(([status, response]) => readAnswer(status, resolve(response)))
  const success = answers.find(({ status }) => status.startsWith('2'))
  return {
    id: operation.operationId,
    summary: operation.summary,
    description: operation.description ?? '',
    deprecated: operation.deprecated === true,
    tag: operation.tags?.[0],
    server: document.servers[0]!.url,
    security: (operation.security ?? document.security ?? []).map((requirement) =>
      Object.keys(requirement).map((id) => ({ id, ...document.components.securitySchemes![id]! })),
    ),
    parameters: (operation.parameters ?? []).map((parameter) => {
      const { name, in: place, ...header } = resolve(parameter)
      return readField(name, header, place)
    }),
    body:
      body && mediaType && content?.schema
        ? {
            description: body.description,
            required: body.required === true,
            mediaType,
            shape: describe(content.schema),
          }
        : undefined,
    answers,
    scenarios: pairExamples(content ? listExamples(content) : [], success?.contents[0]?.examples ?? []),
    resultKey: listKeys(success?.contents[0]?.shape).find((key) => key !== 'ok'),
  }
}

const listKeys = (shape?: Shape) => (shape?.groups ?? []).flatMap(({ properties }) => properties.map((p) => p.property))

function readAnswer(
  status: string,
  { description, headers = {}, content = {} }: Operation['responses'][string],
): Answer {
  return {
    status,
    description,
    headers: Object.entries(headers).map(([name, header]) => readField(name, resolve(header), 'header')),
    contents: Object.entries(content).map(([mediaType, media]) => ({
      mediaType,
      shape: media.schema && describe(media.schema),
      examples: listExamples(media),
    })),
  }
}

function readField(
  name: string,
  header: Omit<NonNullable<Operation['parameters']>[number], 'name' | 'in'>,
  place: string,
): Field {
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

function listExamples({ example, examples = {} }: MediaType): Named[] {
  const named = Object.entries(examples).map(([name, reference]) => {
    const { summary = name, description, value } = resolve(reference)
    return { name, summary, description, value }
  })
  return example === undefined
    ? named
    : [{ name: 'example', summary: 'Example', description: undefined, value: example }, ...named]
}

/** An answer without a request of its name stays, so that no example is lost. */
function pairExamples(requests: Named[], answers: Named[]): Scenario[] {
  const pairs = requests.map((request) => ({ ...request, answer: answers.find(({ name }) => name === request.name) }))
  const alone = answers.filter(({ name }) => !requests.some((request) => request.name === name))
  return [...pairs, ...alone.map((answer) => ({ ...answer, value: undefined, answer }))]
}

/** The header (or query parameter or cookie) in which a scheme is sent. */
export const headerOf = ({ type, name }: Scheme) => (type === 'http' ? 'Authorization' : name)
