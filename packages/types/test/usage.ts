import type { Json } from '@seam-acs/spec/model'
import { listProperties, resolve, type Property } from '@seam-acs/spec/model'
import { findBodies } from './contract-properties.ts'

/** A program that names properties. */
export interface Usage {
  program: string
  mentions: Mention[]
}

export interface Mention {
  /** Such as `CreateAcsCredentialRequest.visionline_metadata.card_format`. */
  path: string
  /** Where in the program the name begins. */
  index: number
  /** What the document says of the property. */
  schemas: Json[]
}

/** Names each property of each request in an object literal, and each property of each answer after a dot. */
export function writeUsage(document: Json): Usage {
  const { requests, responses } = findBodies(document)
  const schemas = new Map<string, Json[]>()
  const mention = (path: string, property: Property) => {
    schemas.set(`${path}.${property.name}`, property.schemas)
    return `/*${path}.${property.name}*/${property.name}`
  }
  const program = [
    `import type { ${[...requests, ...responses].map(({ type }) => type).join(', ')} } from '@seam-acs/types'`,
    ...requests.map(({ type, schema }) => `export const request: ${type} = ${writeValue(schema, type, [])}`),
    ...responses.flatMap(({ type, schema }) => writeAccess(schema, `(null! as ${type})`, type, [])),
  ].join('\n')

  function writeValue(node: Json, path: string, ancestors: Json[]): string {
    const schema = resolve(document, node)
    if (schema.items) return `[${writeValue(schema.items, path, ancestors)}]`
    const properties = ancestors.includes(schema) ? [] : listProperties(document, schema)
    const members = properties.map((property) => {
      const value = writeValue(property.schemas[0], `${path}.${property.name}`, [...ancestors, schema])
      return `${mention(path, property)}: ${value}`
    })
    return members.length > 0 ? `{ ${members.join(', ')} }` : 'null!'
  }

  function writeAccess(node: Json, expression: string, path: string, ancestors: Json[]): string[] {
    const schema = resolve(document, node)
    if (schema.items) return writeAccess(schema.items, `${expression}![0]`, path, ancestors)
    const properties = ancestors.includes(schema) ? [] : listProperties(document, schema)
    const value = path.replaceAll('.', '_')
    const lines = properties.flatMap((property) => {
      // TypeScript wants to see that the property is there, for only one branch of a union may have it.
      const isThere = `'${property.name}' in ${value}`
      const inner = `(${isThere} ? ${value}.${property.name} : undefined)`
      return [
        `if (${isThere}) ${value}.${mention(path, property)}`,
        ...writeAccess(property.schemas[0], inner, `${path}.${property.name}`, [...ancestors, schema]),
      ]
    })
    return lines.length > 0 ? [`const ${value} = ${expression}!`, ...lines] : []
  }

  const mentions = [...program.matchAll(/\/\*(.*?)\*\//g)].map(({ 0: comment, 1: path, index }) => ({
    path: path!,
    index: index + comment.length,
    schemas: schemas.get(path!)!,
  }))
  return { program, mentions }
}
