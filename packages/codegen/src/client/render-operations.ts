import {
  camelCase,
  componentName,
  listProperties,
  pascalCase,
  type OpenApiDocument,
  type Operation as ModelOperation,
  type Schema,
} from '@seam-acs/spec/model'
import { readHouseOperations } from '../house-operations.ts'

interface Operation {
  /** `acs`, `credentials`, `create` for `/acs/credentials/create`. */
  names: string[]
  /** `acsCredentialsCreate`. */
  id: string
  path: string
  comment: string[]
  body: string
  result: string
  resultKey: string
  /** The type of the error for each status that is described. */
  failures: { status: string; type: string }[]
}

/** The client's methods and functions: for `POST /acs/credentials/create` `acs.credentials.create` and `acsCredentialsCreate`. */
export function renderOperations(document: OpenApiDocument): string {
  const operations = readHouseOperations(document, 'client').map((operation) => readOperation(document, operation))
  const types = operations.flatMap(({ body, result, failures }) => [body, result, ...failures.map(({ type }) => type)])
  return [
    '// Generated from the spec by the `generate` verb.',
    '',
    `import type { ${[...new Set(types)].toSorted().join(', ')} } from '@seam-acs/types'`,
    "import type { SeamClient } from './client.ts'",
    "import type { CallOptions } from './options.ts'",
    "import type { Failure, Success, Unexpected, WithResponse } from './promise.ts'",
    '',
    `export const version = '${document.info.version}'`,
    '',
    ...operations.map(renderFunction),
    `export interface Operations ${renderTree(toTree(operations), renderSignature)}`,
    '',
    `export const createOperations = (client: SeamClient): Operations => (${renderTree(toTree(operations), renderMethod)})`,
    '',
  ].join('\n')
}

function readOperation(document: OpenApiDocument, operation: ModelOperation): Operation {
  const { id, names, path, description = '', request, result, failures } = operation
  if (result.kind !== 'one')
    throw new Error(`POST ${path}: the client has no methods yet for a result of the kind ${result.kind}.`)
  return {
    names,
    id: camelCase(id),
    path,
    comment: [
      ...description.split('\n'),
      '',
      `\`POST ${path}\``,
      '',
      '@throws {SeamApiError} when the API refuses the call or fails.',
      '@throws {SeamError} of another kind when no usable answer came.',
    ],
    body: typeName(path, request?.schema),
    result: typeName(path, result.schema),
    resultKey: result.key,
    failures: failures.map(({ status, schema }) => ({ status, type: errorType(document, path, schema) })),
  }
}

/** The type of `error` in an error response. */
function errorType(document: OpenApiDocument, path: string, schema: Schema | undefined): string {
  const error = listProperties(document, schema ?? {}).find(({ name }) => name === 'error')
  return typeName(path, error?.schemas[0])
}

function typeName(path: string, schema: Schema | undefined): string {
  const name = componentName(schema)
  if (!name)
    throw new Error(
      `POST ${path}: a body, a response and a result each need a schema of their own under components/schemas.`,
    )
  return pascalCase(name)
}

function renderFunction({ id, path, comment, body, result, resultKey, failures }: Operation): string {
  const type = `${pascalCase(id)}Result`
  const variants = failures.map((failure) => `Failure<${failure.status}, ${failure.type}>`)
  const statuses = failures.map(({ status }) => status).join(', ')
  return [
    `/** What \`${id}(…).asResult()\` gives, told apart by \`status\`. */`,
    `export type ${type} = ${[`Success<200, ${result}>`, ...variants, 'Unexpected'].join(' | ')}`,
    '',
    // Without type parameters, for the compiler would resolve them at every call.
    `/** A call of \`${id}\` under way. Awaited, it is the result itself, or throws. */`,
    `export interface ${pascalCase(id)}Promise extends Promise<${result}> {`,
    "  /** The result with the answer's `Response` and request id; throws as the call does. */",
    `  withResponse(): Promise<WithResponse<${result}>>`,
    '  /** The answer, whatever its status: told apart by `status`, and thrown only where none came. */',
    `  asResult(): Promise<${type}>`,
    '}',
    '',
    renderComment(comment),
    `export const ${id} = (client: SeamClient, body: ${body}, options?: CallOptions): ${pascalCase(id)}Promise =>`,
    `  client.call({ path: '${path}', resultKey: '${resultKey}', statuses: [${statuses}] }, body, options)`,
    '',
  ].join('\n')
}

const renderSignature: RenderOperation = (name, { id, comment, body }) =>
  `${renderComment(comment)}\n${name}(body: ${body}, options?: CallOptions): ${pascalCase(id)}Promise`

const renderMethod: RenderOperation = (name, { id }) => `${name}: (body, options) => ${id}(client, body, options),`

const renderComment = (lines: string[]) =>
  `/**\n${lines.map((line) => ` * ${line.replaceAll('*/', '*\\/')}`.trimEnd()).join('\n')}\n */`

interface Tree {
  [name: string]: Tree | Operation
}

function toTree(operations: Operation[]): Tree {
  const root: Tree = {}
  for (const operation of operations) {
    const namespaces = operation.names.slice(0, -1)
    const parent = namespaces.reduce((tree, name) => (tree[name] ??= {}) as Tree, root)
    parent[operation.names.at(-1)!] = operation
  }
  return root
}

const isOperation = (node: Tree | Operation): node is Operation => Array.isArray(node.names)

type RenderOperation = (name: string, operation: Operation) => string

function renderTree(tree: Tree, render: RenderOperation): string {
  const isType = render === renderSignature
  const members = Object.entries(tree).map(([name, node]) => {
    if (isOperation(node)) return render(name, node)
    return `${isType ? 'readonly ' : ''}${name}: ${renderTree(node, render)}${isType ? '' : ','}`
  })
  return `{\n${members.join('\n').replace(/^(?=.)/gm, '  ')}\n}`
}
