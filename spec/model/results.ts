import type { OpenApiDocument, Schema } from './openapi.ts'
import { isOfType, listParts, listProperties } from './schemas.ts'

/** The result of a successful response: everything beside `ok`. An optional property is never the whole result. */
export type Result =
  /** The response has only `ok`, or it has no JSON body. */
  | { kind: 'none' }
  /** One property, which is an object. */
  | { kind: 'one'; key: string; schema: Schema }
  /** One property, which is an array. */
  | { kind: 'list'; key: string; schema: Schema; items: Schema }
  /** An array beside `pagination`, which says where the next page is. */
  | { kind: 'page'; key: string; schema: Schema; items: Schema }
  /** Any other properties, or a body that is not an object. */
  | { kind: 'object'; keys: string[] }

/** The result in the body of a successful response; pass undefined for a response without a JSON body. */
export function readResult(document: OpenApiDocument, body: Schema | undefined): Result {
  if (!body) return { kind: 'none' }
  const properties = listProperties(document, body)
  const results = properties.filter(({ name }) => name !== 'ok')
  if (results.length === 0 && isOfType(document, body, 'object')) return { kind: 'none' }
  const [result, ...others] = results.filter(({ name }) => name !== 'pagination')
  if (result && others.length === 0 && results.every(({ isRequired }) => isRequired)) {
    const { name: key, schemas } = result
    const [schema] = schemas
    const isPage = results.length > 1
    if (isOfType(document, schema, 'array')) {
      return { kind: isPage ? 'page' : 'list', key, schema, items: findItems(document, schema) }
    }
    if (!isPage && isOfType(document, schema, 'object')) return { kind: 'one', key, schema }
  }
  return { kind: 'object', keys: results.map(({ name }) => name) }
}

const findItems = (document: OpenApiDocument, schema: Schema): Schema =>
  listParts(document, schema).find(({ items }) => items)?.items ?? {}
