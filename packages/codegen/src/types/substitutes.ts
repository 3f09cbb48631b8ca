import ts from 'typescript'
import type { Schema } from '@seam-acs/spec/model'

const { factory } = ts

/** The type for a marked schema; undefined leaves the schema to openapi-typescript. */
export function substitutedType(schema: object & Pick<Schema, 'type'>): ts.TypeNode | undefined {
  if ('x-open-string' in schema) return openString()
  // If `type` is a list, openapi-typescript calls this again for each type.
  if ('x-date-time-input' in schema && schema.type === 'string') return factory.createTypeReferenceNode('DateTimeInput')
  return undefined
}

const openString = () =>
  factory.createParenthesizedType(
    factory.createIntersectionTypeNode([
      factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
      factory.createTypeLiteralNode([]),
    ]),
  )

/**
 * Replaces `{ a?: A } & { [key: string]: B }`, which accepts no value with `a`, by
 * `{ a?: A; [key: string]: B | A | undefined }`.
 */
export function mergeIndexSignatures(node: ts.Node): ts.Node {
  const visited = ts.visitEachChild(node, mergeIndexSignatures, undefined)
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
