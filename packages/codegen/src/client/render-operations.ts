import { nameTypes, pascalCase, type OpenApiDocument } from '@seam-acs/spec/model'
import { readHouseOperations } from '../house-operations.ts'
import { toKey } from '../quote.ts'
import { readers, readOperation, type Operation } from './read-operation.ts'

/** What the generated module has or imports beside the types of components. */
const ownTypes = ['CallOptions', 'Failure', 'Operations', 'Page', 'SeamClient', 'Success', 'Unexpected', 'WithResponse']

/** The client's methods and functions: for `POST /acs/credentials/create` `acs.credentials.create` and `acsCredentialsCreate`. */
export function renderOperations(document: OpenApiDocument): string {
  const types = nameTypes(Object.keys(document.components?.schemas ?? {}), ownTypes)
  const operations = readHouseOperations(document, 'client').map((operation) =>
    readOperation(document, operation, types),
  )
  const tree = toTree(operations)
  const source = [
    ...operations.map(renderFunction),
    `export interface Operations ${renderTree(tree, renderSignature)}`,
    '',
    `export const createOperations = (client: SeamClient): Operations => (${renderTree(tree, renderMethod)})`,
    '',
  ].join('\n')
  const words = new Set(source.replaceAll(/\/\*\*.*?\*\//gs, '').match(/[\w$]+/g))
  const importOf = (names: string[], module: string, keyword = 'import type') => {
    const used = names.filter((name) => words.has(name)).toSorted()
    return used.length > 0 ? [`${keyword} { ${used.join(', ')} } from '${module}'`] : []
  }
  return [
    '// Generated from the spec by the `generate` verb.',
    '',
    ...importOf([...types.values(), 'paths'], '@seam-acs/types'),
    "import type { SeamClient } from './client.ts'",
    ...importOf(['CallOptions'], './options/options.ts'),
    ...importOf(['callPages'], './pages.ts', 'import'),
    ...importOf(['Failure', 'Page', 'Success', 'Unexpected', 'WithResponse'], './promise.ts'),
    ...importOf(Object.values(readers), './result.ts', 'import'),
    '',
    source,
  ].join('\n')
}

/** The version of the spec, which the client sends to the API. */
export const renderVersion = (document: OpenApiDocument) =>
  `// Generated from the spec by the \`generate\` verb.\n\nexport const version = '${document.info.version}'\n`

function renderFunction({ id, comment, body, result, item, successStatus, failures, descriptor }: Operation): string {
  const type = `${pascalCase(id)}Result`
  const variants = failures.map((failure) => `Failure<${failure.status}, ${failure.type}>`)
  return [
    `/** What \`${id}(…).asResult()\` resolves to, discriminated by \`status\`. */`,
    `export type ${type} = ${[`Success<${successStatus}, ${result}>`, ...variants, 'Unexpected'].join(' | ')}`,
    '',
    // Without type parameters, because the compiler would resolve them at every call.
    `/** A call of \`${id}\`. Awaited, it is the result itself, or throws.${item ? ' To get all items, page after page, use it in `for await`.' : ''} */`,
    `export interface ${pascalCase(id)}Promise extends Promise<${result}>${item ? `, AsyncIterable<${item}>` : ''} {`,
    "  /** The result with the response's `Response` and request ID; throws as the call does. */",
    `  withResponse(): Promise<WithResponse<${result}>>`,
    '  /** The response, whatever its status: discriminated by `status`; throws only when there is no response. */',
    `  asResult(): Promise<${type}>`,
    '}',
    '',
    renderComment(comment),
    `export const ${id} = (client: SeamClient, ${renderBody(body, ' = {}')}options?: CallOptions): ${pascalCase(id)}Promise =>`,
    `  ${item ? 'callPages(client, ' : 'client.call('}${descriptor}, ${body ? 'body' : 'undefined'}, options)`,
    '',
  ].join('\n')
}

/** The parameter of the body, followed by a comma. */
function renderBody(body: Operation['body'], fallback?: string): string {
  if (!body) return ''
  if (!body.isOptional) return `body: ${body.type}, `
  return fallback ? `body: ${body.type}${fallback}, ` : `body?: ${body.type}, `
}

const renderSignature: RenderOperation = (name, { id, comment, body }) =>
  `${renderComment(comment)}\n${name}(${renderBody(body)}options?: CallOptions): ${pascalCase(id)}Promise`

const renderMethod: RenderOperation = (name, { id, body }) => {
  const parameters = body ? 'body, options' : 'options'
  return `${name}: (${parameters}) => ${id}(client, ${parameters}),`
}

const renderComment = (lines: string[]) =>
  `/**\n${lines.map((line) => ` * ${line.replaceAll('*/', '*\\/')}`.trimEnd()).join('\n')}\n */`

type Tree = Map<string, Tree | Operation>

/** @throws {Error} when an operation has the name of another one, or of what holds others. */
function toTree(operations: Operation[]): Tree {
  const root: Tree = new Map()
  for (const operation of operations) {
    let tree = root
    for (const [index, name] of operation.names.entries()) {
      const isLast = index === operation.names.length - 1
      const node = tree.get(name) ?? (isLast ? operation : new Map())
      if (isLast === node instanceof Map || (isLast && node !== operation)) {
        throw new Error(
          `POST ${operation.path}: the client generator cannot name it \`${operation.names.join('.')}\` beside another path of this name or below it. Rename one of the paths.`,
        )
      }
      tree.set(name, node)
      if (node instanceof Map) tree = node
    }
  }
  return root
}

type RenderOperation = (name: string, operation: Operation) => string

function renderTree(tree: Tree, render: RenderOperation): string {
  const isType = render === renderSignature
  const members = [...tree].map(([name, node]) => {
    if (!(node instanceof Map)) return render(toKey(name), node)
    return `${isType ? 'readonly ' : ''}${toKey(name)}: ${renderTree(node, render)}${isType ? '' : ','}`
  })
  return `{\n${members.join('\n').replace(/^(?=.)/gm, '  ')}\n}`
}
