import type { Change, Json, Level } from '../../src/change.ts'
import { compareDocuments } from '../../src/engine/index.ts'

// oxlint-disable-next-line typescript/no-explicit-any -- a test edits documents of any shape
export type Loose = any

type Side = 'request' | 'response'

/** A document with one operation that sends a schema, gets it, or both; `components` are schemas to refer to. */
export function documentOf(
  schema: Json,
  sides: Side[],
  components: Record<string, Json> = {},
  openapi = '3.1.0',
): Json {
  const content = (): Json => ({ 'application/json': { schema: structuredClone(schema) } })
  return {
    openapi,
    info: { title: 'Test', version: '1.0.0' },
    paths: {
      '/things/create': {
        post: {
          operationId: 'things_create',
          ...(sides.includes('request') && { requestBody: { required: true, content: content() } }),
          responses: { 200: { description: 'Done.', ...(sides.includes('response') && { content: content() }) } },
        },
      },
    },
    components: { schemas: components },
  }
}

/** The level of what changes between two schemas where they are sent, and where they are read. */
export function levelsOf(before: Json, after: Json, components?: Record<string, Json>): Record<Side, Level | 'none'> {
  const levelAt = (side: Side) =>
    compareDocuments(documentOf(before, [side], components), documentOf(after, [side], components))[0]?.level ?? 'none'
  return { request: levelAt('request'), response: levelAt('response') }
}

/** The changes between two schemas that an operation both sends and gets. */
export function changesOf(before: Json, after: Json, components?: Record<string, Json>): Change[] {
  const sides: Side[] = ['request', 'response']
  return compareDocuments(documentOf(before, sides, components), documentOf(after, sides, components))
}
