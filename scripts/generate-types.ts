import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript'
import ts from 'typescript'
import { readContract, type Json } from './contract.ts'
import { generate } from './generated-file.ts'

const { factory } = ts

/** The TypeScript declarations of an OpenAPI document: `paths` and `operations` for openapi-fetch, and one named type for each schema. */
export async function renderTypes(document: Json): Promise<string> {
  const nodes = await openapiTypescript(markOpenStrings(structuredClone(document)) as unknown as OpenAPI3, {
    defaultNonNullable: false,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    silent: true,
    transform: (schema) => ('x-open-string' in schema ? openString() : undefined),
  })
  return `// Generated from the spec by \`pnpm generate\`.\n\n${astToString(nodes.map(mergeIndexSignatures))}`
}

/** In `anyOf: [enum, string]` TypeScript reduces the union to `string`, unless the string is spelt `string & {}`. */
function markOpenStrings(node: Json): Json {
  if (Array.isArray(node)) for (const item of node) markOpenStrings(item)
  else if (node && typeof node === 'object') {
    const last = Array.isArray(node['anyOf']) ? node['anyOf'].at(-1) : undefined
    if (last?.type === 'string' && !last.enum) last['x-open-string'] = true
    for (const value of Object.values(node)) markOpenStrings(value)
  }
  return node
}

const openString = () =>
  factory.createParenthesizedType(
    factory.createIntersectionTypeNode([
      factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
      factory.createTypeLiteralNode([]),
    ]),
  )

/** `{ a?: A } & { [key: string]: B }` fits no value that has `a`; `{ a?: A; [key: string]: B | A | undefined }` does. */
function mergeIndexSignatures(node: ts.Node): ts.Node {
  const merge = (child: ts.Node): ts.Node => {
    const visited = ts.visitEachChild(child, merge, undefined)
    if (!ts.isIntersectionTypeNode(visited) || visited.types.length !== 2) return visited
    const [named, open] = visited.types as unknown as [ts.TypeNode, ts.TypeNode]
    if (!ts.isTypeLiteralNode(named) || !ts.isTypeLiteralNode(open)) return visited
    const [index] = open.members
    if (open.members.length !== 1 || !index || !ts.isIndexSignatureDeclaration(index)) return visited
    const types = named.members.filter(ts.isPropertySignature).map((member) => member.type!)
    const undefinedType = factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword)
    const widened = factory.createUnionTypeNode([index.type, ...types, undefinedType])
    return factory.createTypeLiteralNode([
      ...named.members,
      factory.updateIndexSignature(index, index.modifiers, index.parameters, widened),
    ])
  }
  return merge(node)
}

if (import.meta.main) await generate('packages/types/src/index.gen.ts', await renderTypes(await readContract()))
