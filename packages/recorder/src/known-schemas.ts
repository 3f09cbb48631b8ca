import type { Json } from '../recording.ts'

/** The schemas that describe one value, each without `$ref`, `allOf` and the like; empty where the spec is silent. */
export type Schemas = Json[]

export interface KnownSchemas {
  operationId(path: string): string
  /** Every property name and enum value of the spec. */
  vocabulary: Set<string>
  request(path: string, method: string): Schemas
  /** Of an error that the spec does not have for the call: those of every error, for they share an envelope. */
  response(path: string, method: string, status: number): Schemas
  /** By name in lower case. */
  responseHeaders(path: string, method: string, status: number): Record<string, Schemas>
  child(schemas: Schemas, name: string): Schemas
  items(schemas: Schemas): Schemas
}

export function createKnownSchemas(contract: Json): KnownSchemas {
  const expand = (schema: Json, seen: Json[] = []): Schemas => {
    if (!schema || typeof schema !== 'object' || seen.includes(schema)) return []
    const inner = [schema.$ref && resolve(contract, schema), schema.allOf, schema.anyOf, schema.oneOf, schema.then]
    return [schema, ...inner.flat().flatMap((branch) => expand(branch, [...seen, schema]))]
  }
  const expandContent = (body: Json) =>
    Object.values<Json>(resolve(contract, body)?.content ?? {}).flatMap(({ schema }) => expand(schema))
  const pathItem = (path: string) => contract.paths[path.split('?')[0]!]
  const find = (path: string, method: string) => pathItem(path)?.[method.toLowerCase()]
  const operations = Object.values<Json>(contract.paths).flatMap((item) =>
    Object.values<Json>(item).filter(({ responses }) => responses),
  )
  const errors = operations
    .flatMap(({ responses }) => Object.entries<Json>(responses))
    .filter(([status]) => !status.startsWith('2'))
    .map(([, answer]) => answer)
  const answers = (path: string, method: string, status: number): Json[] => {
    const answer = find(path, method)?.responses[status]
    return answer ? [answer] : status >= 400 ? errors : []
  }

  return {
    vocabulary: collectVocabulary(contract.components.schemas),
    operationId(path) {
      const described = Object.values<Json>(pathItem(path) ?? {}).find(({ operationId }) => operationId)
      return (
        described?.operationId ??
        (path
          .split('?')[0]!
          .slice(1)
          .replaceAll(/[^\w-]+/g, '_') ||
          'root')
      )
    },
    request: (path, method) => expandContent(find(path, method)?.requestBody),
    response: (path, method, status) => answers(path, method, status).flatMap(expandContent),
    responseHeaders: (path, method, status) =>
      Object.fromEntries(
        answers(path, method, status)
          .flatMap((answer) => Object.entries<Json>(resolve(contract, answer).headers ?? {}))
          .map(([name, header]) => [name.toLowerCase(), expand(resolve(contract, header).schema)]),
      ),
    child: (schemas, name) =>
      schemas.flatMap(({ properties = {}, patternProperties = {}, additionalProperties }) => {
        const patterns = Object.entries<Json>(patternProperties).filter(([pattern]) =>
          new RegExp(pattern, 'u').test(name),
        )
        const found = [Object.hasOwn(properties, name) && properties[name], ...patterns.map(([, schema]) => schema)]
        return (found.some(Boolean) ? found : [additionalProperties]).flatMap((schema) => expand(schema))
      }),
    items: (schemas) => schemas.flatMap(({ items }) => expand(items)),
  }
}

/** The values that an enum or a constant names. */
export const listValues = (schemas: Schemas): Json[] =>
  schemas.flatMap((schema) => schema.enum ?? ('const' in schema ? [schema.const] : []))

/** Whether an enum allows no value besides its own. */
export const isClosed = (schemas: Schemas) =>
  listValues(schemas).length > 0 &&
  !schemas.some((schema) => schema.type === 'string' && !schema.enum && !('const' in schema))

function collectVocabulary(node: Json): Set<string> {
  if (Array.isArray(node)) return new Set(node.flatMap((item) => [...collectVocabulary(item)]))
  if (!node || typeof node !== 'object') return new Set()
  const own = [
    ...Object.keys(node.properties ?? {}),
    ...listValues([node]).filter((value) => typeof value === 'string'),
  ]
  return new Set([...own, ...Object.values(node).flatMap((inner) => [...collectVocabulary(inner)])])
}

function resolve(contract: Json, node: Json): Json {
  const names = node?.$ref?.slice(2).split('/')
  return names ? names.reduce((value: Json, name: string) => value[name], contract) : node
}
