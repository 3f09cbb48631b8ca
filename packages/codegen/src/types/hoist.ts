import ts from 'typescript'
import { nameTypes, type OpenApiDocument } from '@seam-acs/spec/model'
import { describeSchema, setComment } from './comments.ts'
import { findRequestOnly } from './request-only.ts'

const { factory } = ts
/** The names that the generated file declares or takes from TypeScript. */
const reservedNames = ['Date', 'DateTimeInput', 'InstantLike', 'Record']
const exported = [factory.createModifier(ts.SyntaxKind.ExportKeyword)]

/**
 * Gives each of `components.schemas` its own declaration, which everything else refers to by name.
 * Editors and compile errors then show `AcsCredential` instead of its properties.
 */
export function hoistSchemas(document: OpenApiDocument, nodes: ts.Node[]): ts.Node[] {
  const schemas = document.components?.schemas ?? {}
  const names = nameTypes(Object.keys(schemas), reservedNames)
  const requestOnly = findRequestOnly(document)
  const declarations: ts.Node[] = []

  const hoist = (key: string, type: ts.TypeNode): ts.TypeNode => {
    const name = names.get(key)!
    const isComposedRequest = requestOnly.has(schemas[key]!) && ts.isIntersectionTypeNode(type)
    const declaration = declare(name, isComposedRequest ? spellOut(type) : type)
    declarations.push(setComment(declaration, describeSchema(document, schemas[key]!)))
    return factory.createTypeReferenceNode(name)
  }
  const others = nodes.filter((node) => !isEmptyExtra(node)).map((node) => replaceSchemas(useNames(node, names), hoist))
  return [...declarations, ...others]
}

/** `components["schemas"]["acs_credential"]` becomes `AcsCredential`. */
function useNames(node: ts.Node, names: Map<string, string>): ts.Node {
  const visit = (child: ts.Node): ts.Node => {
    const name = names.get(referredSchema(child) ?? '')
    return name ? factory.createTypeReferenceNode(name) : ts.visitEachChild(child, visit, undefined)
  }
  return visit(node)
}

function referredSchema(node: ts.Node): string | undefined {
  if (!ts.isIndexedAccessTypeNode(node) || !ts.isIndexedAccessTypeNode(node.objectType)) return undefined
  const { objectType: root, indexType: kind } = node.objectType
  const isComponents =
    ts.isTypeReferenceNode(root) && ts.isIdentifier(root.typeName) && root.typeName.text === 'components'
  return isComponents && literalOf(kind) === 'schemas' ? literalOf(node.indexType) : undefined
}

/** Replaces the type of each member of `components.schemas` with the result of `replace`. */
function replaceSchemas(node: ts.Node, replace: (key: string, type: ts.TypeNode) => ts.TypeNode): ts.Node {
  if (!ts.isInterfaceDeclaration(node) || node.name.text !== 'components') return node
  const members = node.members.filter(isTyped).map((member) => {
    if (textOf(member.name) !== 'schemas' || !ts.isTypeLiteralNode(member.type)) return member
    const schemas = member.type.members
      .filter(isTyped)
      .map(({ name, type }) => property(name, replace(textOf(name), type)))
    return property(member.name, factory.createTypeLiteralNode(schemas))
  })
  return factory.createInterfaceDeclaration(exported, node.name, undefined, undefined, members)
}

function declare(name: string, type: ts.TypeNode): ts.Node {
  return ts.isTypeLiteralNode(type)
    ? factory.createInterfaceDeclaration(exported, name, undefined, undefined, type.members)
    : factory.createTypeAliasDeclaration(exported, name, undefined, type)
}

/**
 * Makes a compile error about the type list its parts, such as both kinds of owner, instead of the type's name
 * and only one kind of owner. A condition that is always true has this effect and costs the compiler nothing.
 */
function spellOut(type: ts.TypeNode): ts.TypeNode {
  const unknown = factory.createKeywordTypeNode(ts.SyntaxKind.UnknownKeyword)
  const never = factory.createKeywordTypeNode(ts.SyntaxKind.NeverKeyword)
  return factory.createConditionalTypeNode(unknown, unknown, type, never)
}

/** openapi-typescript writes `webhooks` and `$defs` for a document that has none. */
const isEmptyExtra = (node: ts.Node) =>
  ts.isTypeAliasDeclaration(node) && ['webhooks', '$defs'].includes(node.name.text)

type TypedProperty = ts.PropertySignature & { type: ts.TypeNode }
const isTyped = (member: ts.TypeElement): member is TypedProperty => ts.isPropertySignature(member) && !!member.type
const property = (name: ts.PropertyName, type: ts.TypeNode) =>
  factory.createPropertySignature(undefined, name, undefined, type)

const literalOf = (node: ts.TypeNode) =>
  ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal) ? node.literal.text : undefined
const textOf = (name: ts.PropertyName) => (ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : '')
