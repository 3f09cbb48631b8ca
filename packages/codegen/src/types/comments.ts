import ts from 'typescript'
import { resolve, type OpenApiDocument, type Schema } from '@seam-acs/spec/model'

/** The lines of a schema's doc comment: its description, the meaning of its values, then its tags. */
export function describeSchema(document: OpenApiDocument, schema: Schema): string[] {
  // A property that only refers to a schema has the schema's documentation.
  const resolved = resolve(document, schema)
  const blocks = [describeMeaning(resolved), describeValues(document, resolved), describeTags(resolved)]
  return blocks.filter((lines) => lines.length > 0).flatMap((lines, index) => (index > 0 ? ['', ...lines] : lines))
}

function describeMeaning({ description }: Schema): string[] {
  // At the start of a line, `@` would start a tag.
  return (
    description
      ?.trim()
      .replaceAll(/^@/gm, String.raw`\@`)
      .split('\n') ?? []
  )
}

/** A line for each value of an enum. Those of an open enum are in a branch of `anyOf`. */
function describeValues(document: OpenApiDocument, schema: Schema): string[] {
  const own = Object.entries(schema['x-enumDescriptions'] ?? {}).map(
    ([value, meaning]) => `- \`${value}\`: ${meaning.replaceAll('\n', ' ')}`,
  )
  const branches = schema.anyOf ?? []
  return [...own, ...branches.flatMap((branch) => describeValues(document, resolve(document, branch)))]
}

function describeTags(schema: Schema): string[] {
  return [
    ...(schema.format ? [`@format ${schema.format}`] : []),
    ...('default' in schema ? [`@default ${JSON.stringify(schema.default)}`] : []),
    ...(schema.deprecated ? ['@deprecated'] : []),
  ]
}

/** Replaces the doc comment that openapi-typescript gives to `node`. */
export function setComment<Node extends ts.Node>(node: Node, lines: string[]): Node {
  const text = lines.length === 1 ? `* ${lines[0]} ` : `*\n${lines.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n `
  return ts.setSyntheticLeadingComments(
    node,
    lines.length > 0 ? [toComment(text.replaceAll('*/', String.raw`*\/`))] : [],
  )
}

/** Converts the `@description` tags of openapi-typescript to prose, for paths, operations, responses and headers. */
export function useProse(node: ts.Node): void {
  const comments = ts.getSyntheticLeadingComments(node)?.map(({ text }) => toComment(toProse(text)))
  ts.setSyntheticLeadingComments(node, comments)
  ts.forEachChild(node, useProse)
}

const toProse = (text: string) =>
  text
    .replaceAll('\n *     ', '\n * ')
    .replace(/(?<=\n \* .*)\n \* @description /, '\n *\n * ')
    .replace('@description ', '')

const toComment = (text: string): ts.SynthesizedComment => ({
  kind: ts.SyntaxKind.MultiLineCommentTrivia,
  text,
  hasTrailingNewLine: true,
  pos: -1,
  end: -1,
})
