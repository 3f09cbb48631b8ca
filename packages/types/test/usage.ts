import {
  componentName,
  listAlternatives,
  listParts,
  listProperties,
  nameTypes,
  resolve,
  type OpenApiDocument,
  type Property,
  type Schema,
} from '@seam-acs/spec/model'
import { findBodies } from './contract-properties.ts'

/** A program that mentions properties. */
export interface Usage {
  program: string
  mentions: Mention[]
}

export interface Mention {
  /** For example `CreateAcsCredentialRequest.visionline_metadata.card_format`. */
  path: string
  /** The index of the name in the program. */
  index: number
  /** The schemas of the property. */
  schemas: Schema[]
}

/**
 * Writes a program that mentions each property of each request in an object literal, and each property of each
 * response after a dot.
 */
export function writeUsage(document: OpenApiDocument): Usage {
  const { requests, responses } = findBodies(document)
  const types = nameTypes(Object.keys(document.components?.schemas ?? {}))
  const schemas = new Map<string, Schema[]>()
  const mention = (path: string, property: Property) => {
    schemas.set(`${path}.${property.name}`, property.schemas)
    return `/*${path}.${property.name}*/${property.name}`
  }
  const program = [
    `import type { ${[...types.values()].join(', ')} } from '@seam-acs/types'`,
    'declare const isSo: boolean',
    ...requests.map(({ type, schema }) => `export const request${type}: ${type} = ${writeValue(schema, type, [])}`),
    ...responses.flatMap(({ type, schema }) => writeAccess(schema, `(null! as ${type})`, type, [])),
  ].join('\n')

  function writeValue(node: Schema, path: string, ancestors: Schema[]): string {
    const schema = resolve(document, node)
    if (schema.const !== undefined) return JSON.stringify(schema.const)
    if (schema.items) return `[${writeValue(schema.items, path, ancestors)}]`
    if (ancestors.includes(schema)) return 'null!'
    const shapes = listShapes(schema)
    if (isTagged(shapes)) {
      // TypeScript shows the documentation of a tag only if the literal's shape is known.
      const values = shapes.map((shape) => {
        const name = componentName(shape)!
        return `(${writeValue(shape, `${path}<${name}>`, [...ancestors, schema])} satisfies ${types.get(name)!})`
      })
      return values.reduce((others, value) => `(isSo ? ${value} : ${others})`)
    }
    const members = listProperties(document, schema).map((property) => {
      const value = writeValue(property.schemas[0], `${path}.${property.name}`, [...ancestors, schema])
      return `${mention(path, property)}: ${value}`
    })
    return members.length > 0 ? `{ ${members.join(', ')} }` : 'null!'
  }

  function writeAccess(node: Schema, expression: string, path: string, ancestors: Schema[]): string[] {
    const schema = resolve(document, node)
    if (schema.items) return writeAccess(schema.items, `${expression}![0]`, path, ancestors)
    if (ancestors.includes(schema)) return []
    const value = path.replaceAll(/\W/g, '_')
    const own = listProperties(document, schema, 'ignored').flatMap((property) => [
      `${value}.${mention(path, property)}`,
      ...writeAccess(property.schemas[0], `${value}.${property.name}`, `${path}.${property.name}`, [
        ...ancestors,
        schema,
      ]),
    ])
    const ofShapes = listShapes(schema).flatMap((shape) => {
      const name = componentName(shape)!
      return writeAccess(shape, `(${value} as ${types.get(name)!})`, `${path}<${name}>`, [...ancestors, schema])
    })
    const lines = [...own, ...ofShapes]
    return lines.length > 0 ? [`const ${value} = ${expression}!`, ...lines] : []
  }

  /** The alternatives that have their own types, to which code narrows a value by its tag. */
  function listShapes(schema: Schema): Schema[] {
    const alternatives = listParts(document, schema).flatMap(listAlternatives)
    return alternatives.filter((shape) => componentName(shape) && listProperties(document, shape).length > 0)
  }

  /**
   * Whether a property with a constant value distinguishes the shapes, so that an object literal has exactly one of
   * them.
   */
  function isTagged(shapes: Schema[]): boolean {
    return shapes.some((shape) =>
      listProperties(document, shape).some(({ schemas: [schema] }) => resolve(document, schema).const !== undefined),
    )
  }

  const mentions = [...program.matchAll(/\/\*(.*?)\*\//g)].map(({ 0: comment, 1: path, index }) => ({
    path: path!,
    index: index + comment.length,
    schemas: schemas.get(path!)!,
  }))
  return { program, mentions }
}
