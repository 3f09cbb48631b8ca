import {
  acceptsEmptyObject,
  camelCase,
  componentName,
  findJson,
  isOfType,
  listProperties,
  type Content,
  type OpenApiDocument,
  type Operation as ModelOperation,
  type Schema,
} from '@seam-acs/spec/model'
import { quote } from '../quote.ts'

/** What the client's source contains for an operation; types are source text. */
export interface Operation {
  /** `acs`, `credentials`, `create` for `/acs/credentials/create`. */
  names: string[]
  /** The name of its function, such as `acsCredentialsCreate`. */
  id: string
  path: string
  comment: string[]
  /** Undefined for an operation without a body. */
  body: { type: string; isOptional: boolean } | undefined
  result: string
  /** Of each item, when the result is a page. */
  item: string | undefined
  successStatus: string
  /** The type of the error for each status that is described. */
  failures: { status: string; type: string }[]
  /** What the client needs at run time. */
  descriptor: string
}

/** The function of the client that reads a result of this kind. */
export const readers = { none: 'readNothing', one: 'readOne', list: 'readList', page: 'readPage', object: 'readObject' }

/** @param types The names of the types of the components. */
export function readOperation(
  document: OpenApiDocument,
  operation: ModelOperation,
  types: Map<string, string>,
): Operation {
  const { id, names, path, description = '', request, result, failures } = operation
  const success = operation.success!
  const statuses = failures.map(({ status }) => status)
  const requestBody = request?.schema && {
    type: typeOf(request.schema, `['requestBody']${typeOfContent(request.contents)}`),
    isOptional: acceptsEmptyObject(document, request.schema),
  }
  const descriptor = [
    `path: ${quote(path)}`,
    `read: ${readers[result.kind]}`,
    ...('key' in result ? [`key: ${quote(result.key)}`] : []),
    ...(success.contents.length === 0 ? [`status: ${success.status}`] : []),
    ...(requestBody ? [] : ['isBodyless: true']),
    `statuses: [${statuses.join(', ')}]`,
  ]
  return {
    names,
    id: nameFunction(id),
    path,
    comment: [
      ...description.split('\n'),
      '',
      `\`POST ${path}\``,
      '',
      '@throws {SeamApiError} when the status of the response is not 2xx.',
      '@throws {SeamError} of another class when there is no usable response.',
    ],
    body: requestBody,
    result: typeOfResult(),
    item: result.kind === 'page' ? typeOfItem() : undefined,
    successStatus: success.status,
    failures: failures.map(({ status, contents, schema }) => {
      const error = listProperties(document, schema ?? {}).find(({ name }) => name === 'error')
      if (!/^\d+$/.test(status)) reject(`describe the response ${status} by single statuses, such as 404`)
      if (!error) reject(`describe the response ${status} as a JSON object with the property \`error\``)
      return { status, type: typeOf(error!.schemas[0], `${typeOfBody(status, contents)}['error']`) }
    }),
    descriptor: `{ ${descriptor.join(', ')} }`,
  }

  function typeOfResult(): string {
    const { kind } = result
    if (kind === 'none') return 'undefined'
    const body = typeOfBody(success.status, success.contents)
    if (kind === 'one') return typeOf(result.schema, `${body}[${quote(result.key)}]`)
    if (kind === 'list') return componentName(result.schema) ? typeOf(result.schema, '') : `${typeOfItem()}[]`
    if (kind === 'page') return `Page<${typeOfItem()}, ${typeOfPagination(body)}>`
    if (!isOfType(document, success.schema!, 'object')) reject('its response is not a JSON object')
    return `Omit<${typeOf(success.schema!, body)}, 'ok'>`
  }

  function typeOfItem(): string {
    if (result.kind !== 'list' && result.kind !== 'page') return ''
    return typeOf(result.items, `${typeOfBody(success.status, success.contents)}[${quote(result.key)}][number]`)
  }

  function typeOfPagination(body: string): string {
    const pagination = listProperties(document, success.schema!).find(({ name }) => name === 'pagination')
    return typeOf(pagination!.schemas[0], `${body}['pagination']`)
  }

  /** The name of a component's type, and for any other schema the place in the operation's type. */
  function typeOf(schema: Schema, place: string): string {
    const name = componentName(schema)
    return name === undefined ? `paths[${quote(path)}]['post']${place}` : types.get(name)!
  }

  function reject(advice: string): never {
    throw new Error(`POST ${path}: the client generator does not support this operation; ${advice}.`)
  }
}

const typeOfBody = (status: string, contents: Content[]) => `['responses'][${status}]${typeOfContent(contents)}`

const typeOfContent = (contents: Content[]) => `['content'][${quote(findJson(contents)?.mediaType ?? '')}]`

/** Words that cannot be the name of a function in the generated module. */
const reserved = new Set(
  [
    ...Object.values(readers),
    'body callPages client createOperations options',
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends',
    'false finally for function if implements import in instanceof interface let new null package private protected',
    'public return static super switch this throw true try typeof undefined var void while with yield',
  ].flatMap((words) => words.split(' ')),
)

/** `acsCredentialsCreate` for `acs_credentials_create`, and `delete_` for `delete`. */
function nameFunction(id: string): string {
  const name = camelCase(id).replace(/^\d/, '_$&')
  return reserved.has(name) ? `${name}_` : name
}
