import { readContract, type Json } from './contract.ts'
import { generate } from './generated-file.ts'

interface Operation {
  names: string[]
  path: string
  comment: string[]
  body: string
  result: string
  resultKey: string
}

/** The client's methods: for `POST /acs/credentials/create` the method `acs.credentials.create`. */
export function renderOperations(document: Json): string {
  const operations = Object.keys(document.paths).map((path) => readOperation(document, path))
  const types = [...new Set(operations.flatMap(({ body, result }) => [body, result]))].toSorted()
  const tree = toTree(operations)
  return [
    '// Generated from the spec by `pnpm generate`.',
    '',
    `import type { ${types.join(', ')} } from '@seam-acs/types'`,
    "import type { Call } from './call.ts'",
    '',
    `export interface Operations ${renderTree(tree, renderSignature)}`,
    '',
    `export const createOperations = (call: Call): Operations => (${renderTree(tree, renderImplementation)})`,
    '',
  ].join('\n')
}

function readOperation(document: Json, path: string): Operation {
  const operation = document.paths[path].post
  const response = operation.responses['200'].content['application/json'].schema
  const { properties } = document.components.schemas[schemaName(response)]
  const [resultKey, ...others] = Object.keys(properties).filter((name) => name !== 'ok')
  if (!resultKey || others.length > 0) {
    throw new Error(`${path}: a 200 response has \`ok\` and exactly one other property, the result`)
  }
  return {
    names: path.slice(1).split('/').map(camelCase),
    path,
    comment: [
      ...operation.description.split('\n'),
      '',
      `\`POST ${path}\``,
      '',
      '@throws {SeamApiError} when the answer is not a 2xx.',
    ],
    body: pascalCase(schemaName(operation.requestBody.content['application/json'].schema)),
    result: pascalCase(schemaName(properties[resultKey])),
    resultKey,
  }
}

function schemaName({ $ref }: { $ref?: string }): string {
  const name = $ref?.match(/^#\/components\/schemas\/(\w+)$/)?.[1]
  if (!name) throw new Error(`a body, a response and a result each need a schema of their own under components/schemas`)
  return name
}

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
  return `{\n${indent(members.join('\n'))}\n}`
}

const renderSignature: RenderOperation = (name, { comment, body, result }) =>
  `/**\n${comment.map((line) => ` * ${line.replaceAll('*/', '*\\/')}`.trimEnd()).join('\n')}\n */\n${name}(body: ${body}): Promise<${result}>`

const renderImplementation: RenderOperation = (name, { path, resultKey }) =>
  `${name}: (body) => call('${path}', body, '${resultKey}'),`

const indent = (text: string) => text.replace(/^(?=.)/gm, '  ')
const camelCase = (name: string) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase())
const pascalCase = (name: string) => camelCase(`_${name}`)

if (import.meta.main) await generate('packages/client/src/operations.gen.ts', renderOperations(await readContract()))
