import type { Json } from '../../../src/change.ts'
import { compareDocuments } from '../../../src/engine/index.ts'
import { findDefects } from '../../../src/witness/index.ts'

type Members = Record<string, Json>

/** A document with some paths and whatever else is said of it. */
export function api(paths: Members, more: Members = {}): Json {
  return { openapi: '3.1.0', info: { title: 'Doors', version: '1.0.0' }, paths, ...more }
}

export const done: Members = { 200: { description: 'Done.' } }

/** One operation on `/doors`. */
export const operation = (node: Members, more: Members = {}): Json =>
  api({ '/doors': { post: { responses: done, ...node } } }, more)

/** One operation that sends a schema. */
export const sent = (schema: Json, more: Members = {}, mediaType = 'application/json'): Json =>
  operation({ requestBody: { required: true, content: { [mediaType]: { schema } } } }, more)

/** One operation that gets a schema. */
export const got = (schema: Json, more: Members = {}): Json =>
  operation({ responses: { 200: { description: 'Done.', content: { 'application/json': { schema } } } } }, more)

/** One operation with a query parameter. */
export const query = (schema: Json, more: Members = {}): Json =>
  operation({ parameters: [{ in: 'query', name: 'filter', schema, ...more }] })

export const in30 = (document: Json): Json => ({ ...Object(document), openapi: '3.0.3' })

export const schemas = (named: Members): Members => ({ components: { schemas: named } })
export const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })

/** The largest level and who breaks, as the rules say; and what the search says against it. */
export function verdict(base: Json, head: Json) {
  const changes = compareDocuments(base, head)
  const breaks = changes.filter(({ level }) => level === 'major').flatMap((change) => change.breaks)
  return {
    level: changes[0]?.level ?? 'none',
    breaks: [...new Set(breaks)].toSorted(),
    defects: findDefects(base, head, changes).map(({ value, problem }) => [value, problem]),
  }
}
