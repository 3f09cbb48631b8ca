import type { OpenApiDocument } from '@seam-acs/spec/model'
import { holdsNames, isData } from './data.ts'

type Node = Record<string, unknown>

/** A document of OpenAPI 3.0, with the keywords that 3.1 replaced as 3.1 writes them. Others stay as they are. */
export const upgrade = (document: OpenApiDocument): OpenApiDocument =>
  document.openapi?.startsWith('3.0') ? (convert(document) as OpenApiDocument) : document

function convert(node: unknown, areNames = false): unknown {
  if (Array.isArray(node)) return node.map((item) => convert(item))
  if (typeof node !== 'object' || node === null || JSON.isRawJSON(node)) return node
  const convertChild = (key: string, child: unknown) => {
    const isExtension = !areNames && key.startsWith('x-')
    return isExtension || isData(key, child, areNames) ? child : convert(child, !areNames && holdsNames(key))
  }
  const converted = Object.fromEntries(Object.entries(node).map(([key, child]) => [key, convertChild(key, child)]))
  return areNames ? converted : allowNull(separateLimits(converted))
}

/** `exclusiveMinimum: true` beside `minimum` says that the limit itself is not allowed. */
function separateLimits(schema: Node): Node {
  for (const [exclusive, inclusive] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (typeof schema[exclusive] !== 'boolean') continue
    const { [exclusive]: isExclusive, [inclusive]: limit, ...others } = schema
    schema = { ...others, ...(limit !== undefined && { [isExclusive ? exclusive : inclusive]: limit }) }
  }
  return schema
}

function allowNull(schema: Node): Node {
  if (typeof schema['nullable'] !== 'boolean') return schema
  const { nullable, ...others } = schema
  if (!nullable) return others
  const { type, enum: values } = others
  if (typeof type !== 'string') return { anyOf: [others, { type: 'null' }] }
  const known = Array.isArray(values) && !values.includes(null) ? { enum: [...(values as unknown[]), null] } : {}
  return { ...others, type: [type, 'null'], ...known }
}
