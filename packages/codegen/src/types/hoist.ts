import ts from 'typescript'
import { nameTypes, type OpenApiDocument } from '@seam-acs/spec/model'
import { describeSchema, setComment } from './comments.ts'
import { findRequestOnly } from './request-only.ts'

const { factory } = ts
/** The names that the generated file has for itself, or needs from TypeScript. */
const takenNames = ['Date', 'DateTimeInput', 'InstantLike', 'Record']
const exported = [factory.createModifier(ts.SyntaxKind.ExportKeyword)]

/**
 * Makes each of `components.schemas` a declaration of its own, which all else refers to by its name:
 * editors and compile errors then say `AcsCredential` instead of listing its properties.
 */
export function hoistSchemas(document: OpenApiDocument, nodes: ts.Node[]): ts.Node[] {
  const schemas = document.components?.schemas ?? {}
  const names = nameTypes(Object.keys(schemas), takenNames)
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

/** Gives each member of `components.schemas` the type that `replace` makes of its type. */
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
 * Makes an error about a value of the type list the parts, such as both kinds of owner, where it would say the type's name
 * and one kind of owner. A condition that always holds has this effect, and costs the compiler nothing.
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
