import {
  findResponse,
  listPossibleParts,
  listPropertySchemas,
  listReachable,
  readOperations,
  type Content,
  type Json,
  type OpenApiDocument,
  type OperationResponse,
  type Schema,
} from '@seam-acs/spec/model'
import { createHarmlessWords, type HarmlessWords } from './redact/harmless-words.ts'

/** What the spec says of one value in all of its parts and alternatives; empty where it says nothing. */
export type Schemas = Schema[]

export interface KnownSchemas {
  /** A path that the spec lacks is its own name. */
  operationId(path: string): string
  isKnownPath(path: string): boolean
  /** Every property name and enum value of the spec. */
  vocabulary: Set<string>
  words: HarmlessWords
  request(path: string, method: string): Schemas
  /** Of an error that the spec does not have for the call: those of every error, because they share an envelope. */
  response(path: string, method: string, status: number): Schemas
  /** By name in lower case. */
  responseHeaders(path: string, method: string, status: number): Record<string, Schemas>
  child(schemas: Schemas, name: string): Schemas
  items(schemas: Schemas): Schemas
}

export function createKnownSchemas(contract: OpenApiDocument): KnownSchemas {
  const operations = readOperations(contract)
  const expand = (schema: Schema) => listPossibleParts(contract, schema)
  const expandContents = (contents: Content[] = []) => contents.flatMap(({ schema = {} }) => expand(schema))
  const findByPath = (path: string) => operations.filter((operation) => operation.path === path.split('?')[0])
  const find = (path: string, method: string) => findByPath(path).find((operation) => operation.method === method)
  const failures = operations.flatMap((operation) => operation.failures)
  const listResponses = (path: string, method: string, status: number): OperationResponse[] => {
    const operation = find(path, method)
    const response = operation && findResponse(operation, status)
    return response ? [response] : status >= 400 ? failures : []
  }

  const vocabulary = collectVocabulary(contract)

  return {
    vocabulary,
    words: createHarmlessWords(contract, vocabulary),
    isKnownPath: (path) => findByPath(path).length > 0,
    operationId: (path) =>
      findByPath(path)[0]?.id ??
      (path
        .split('?')[0]!
        .slice(1)
        .replaceAll(/[^\w-]+/g, '_') ||
        'root'),
    request: (path, method) => expandContents(find(path, method)?.request?.contents),
    response: (path, method, status) =>
      listResponses(path, method, status).flatMap(({ contents }) => expandContents(contents)),
    responseHeaders: (path, method, status) =>
      Object.fromEntries(
        listResponses(path, method, status).flatMap(({ headers }) =>
          headers.map(({ name, schema = {} }) => [name.toLowerCase(), expand(schema)]),
        ),
      ),
    child: (schemas, name) => schemas.flatMap((schema) => listPropertySchemas(schema, name)).flatMap(expand),
    items: (schemas) => schemas.flatMap(({ items }) => (items ? expand(items) : [])),
  }
}

/** The values that an enum or a constant names. */
export const listValues = (schemas: Schemas): Json[] =>
  schemas.flatMap((schema) => schema.enum ?? ('const' in schema ? [schema.const] : []))

/** Whether an enum allows only the listed values. */
export const isClosed = (schemas: Schemas) =>
  listValues(schemas).length > 0 &&
  !schemas.some((schema) => schema.type === 'string' && !schema.enum && !('const' in schema))

function collectVocabulary(contract: OpenApiDocument): Set<string> {
  const reachable = [...listReachable(contract, Object.values(contract.components?.schemas ?? {}))]
  const names = reachable.flatMap(({ properties = {} }) => Object.keys(properties))
  return new Set([...names, ...listValues(reachable).filter((value) => typeof value === 'string')])
}
