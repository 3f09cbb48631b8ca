import { createHash } from 'node:crypto'
import {
  findResponse,
  listAlternatives,
  listParts,
  listPropertySchemas,
  listTypes,
  readOperations,
  type Content,
  type Json,
  type OpenApiDocument,
  type Schema,
} from '@seam-acs/spec/model'
import { mediaTypeOf, type Exchange, type Message } from './recording.ts'

const annotations = ['title', 'description', 'example', 'examples', 'deprecated', 'x-enumDescriptions']
/** Read along the value, so that only what it shows counts. */
const followed = ['properties', 'patternProperties', 'additionalProperties', 'items', 'required', 'anyOf', 'oneOf']
const skipped = new Set([...annotations, ...followed])

/**
 * Gives the first 16 hexadecimal digits of the SHA-256 of what a contract says of an exchange: of its status and content
 * types, and of each value that is there. What the exchange does not show does not count: another property, another value
 * of an enum or another alternative leaves the hash as it is. Undefined where the contract does not have the path.
 */
export function createHashExchange(contract: OpenApiDocument): (exchange: Exchange) => string | undefined {
  const operations = readOperations(contract)

  return ({ request, response }) => {
    const ofPath = operations.filter(({ path }) => path === request.path)
    const own = ofPath.find(({ method }) => method === request.method)
    const operation = own ?? ofPath[0]
    if (!operation) return undefined
    const described = findResponse(operation, response.status)
    const headers = (described?.headers ?? []).flatMap(({ name, schema = {} }) => {
      const value = response.headers[name.toLowerCase()]
      return value === undefined ? [] : describe(schema, value, `/response/headers/${name.toLowerCase()}`)
    })
    const lines = [
      `${request.method} ${request.path}`,
      `status ${described?.status}`,
      ...describeMessage(request, own?.request?.contents ?? [], '/request'),
      ...describeMessage(response, described?.contents ?? [], '/response'),
      ...headers,
    ]
    const text = [...new Set(lines)].toSorted().join('\n')
    return createHash('sha256').update(text).digest('hex').slice(0, 16)
  }

  function describeMessage({ headers, body, text }: Message, contents: Content[], at: string): string[] {
    const type = mediaTypeOf(headers)
    const content = contents.find(({ mediaType }) => mediaType === type)
    const value = body === undefined ? text : body
    if (!content || value === undefined) return []
    return [`${at} ${type}`, ...describe(content.schema ?? {}, value, `${at}/body`)]
  }

  function describe(schema: Schema, value: Json, at: string): string[] {
    return listParts(contract, schema).flatMap((part) => [
      ...Object.entries(part).flatMap(([keyword, said]) => {
        if (skipped.has(keyword)) return []
        return `${at} ${keyword} ${JSON.stringify(isChoice(keyword) ? !contradicts({ [keyword]: said }, value) : said)}`
      }),
      ...listAlternatives(part).flatMap((branch) => (contradicts(branch, value) ? [] : describe(branch, value, at))),
      ...describeInside(part, value, at),
    ])
  }

  function describeInside(part: Schema, value: Json, at: string): string[] {
    if (Array.isArray(value)) return value.flatMap((item) => (part.items ? describe(part.items, item, `${at}/*`) : []))
    if (typeof value !== 'object' || value === null) return []
    return Object.keys(value).flatMap((name) => {
      const schemas = listPropertySchemas(part, name)
      const inside = schemas.flatMap((schema) => describe(schema, value[name], `${at}/${name}`))
      const words = [
        ...(schemas.length > 0 ? [`${at}/${name} declared`] : []),
        ...(part.required?.includes(name) ? [`${at}/${name} required`] : []),
      ]
      return [...words, ...inside]
    })
  }

  /** Whether a value is plainly of another alternative: by a type, a constant, an enum or what it has to have. */
  function contradicts(schema: Schema, value: Json): boolean {
    return listParts(contract, schema).some((part) => {
      const { enum: values, const: constant, not, required = [] } = part
      const types = listTypes(part)
      if (types.length > 0 && !types.some((type) => isOfType(value, type))) return true
      if (values && !values.includes(value)) return true
      if (constant !== undefined && constant !== value) return true
      if (not && !contradicts(not, value)) return true
      const alternatives = listAlternatives(part)
      if (alternatives.length > 0 && alternatives.every((branch) => contradicts(branch, value))) return true
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
      if (required.some((name) => !Object.hasOwn(value, name))) return true
      return Object.keys(value).some((name) =>
        listPropertySchemas(part, name).some((inside) => contradicts(inside, value[name])),
      )
    })
  }
}

const isChoice = (keyword: string) => keyword === 'enum' || keyword === 'const' || keyword === 'not'

function isOfType(value: Json, type: string): boolean {
  if (type === 'null') return value === null
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value)
  return type === 'integer' ? Number.isInteger(value) : typeof value === type
}
