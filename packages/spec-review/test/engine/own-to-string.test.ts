import { expect, test } from 'vitest'
import type { Json } from '../../src/change.ts'
import { compareDocuments } from '../../src/engine/index.ts'
import { findDefects } from '../../src/witness/index.ts'

/** An object as a document may have it in place of a text, which JavaScript cannot convert. */
const hostile = { toString: 1, valueOf: 1 }

const create = (change: (parts: Record<string, Record<string, Json>>) => void): Json => {
  const schema: Record<string, Json> = { type: 'string', format: 'uuid', pattern: '^a$' }
  const union: Record<string, Json> = { oneOf: [{ $ref: '#/components/schemas/one' }] }
  const discriminator: Record<string, Json> = { propertyName: 'kind', mapping: { one: '#/components/schemas/one' } }
  const mapping = discriminator['mapping'] as Record<string, Json>
  const parameter: Record<string, Json> = { name: 'q', in: 'query', style: 'form', schema }
  const variable: Record<string, Json> = { default: 'a', enum: ['a'] }
  const server: Record<string, Json> = { url: 'https://{host}', variables: { host: variable } }
  const operation: Record<string, Json> = { operationId: 'a', parameters: [parameter], 'x-stability-level': 'stable' }
  change({ schema, discriminator, mapping, parameter, variable, server, operation })
  const content = { 'application/json': { schema: { ...union, discriminator } } }
  return {
    openapi: '3.1.0',
    info: { title: 'A', version: '1' },
    servers: [server],
    paths: { '/a': { post: { ...operation, responses: { 200: { description: 'Done.', content } } } } },
    components: { schemas: { one: { type: 'object', properties: { kind: { const: 'one' }, text: schema } } } },
  }
}

test.each([
  ['schema', 'format'],
  ['schema', 'pattern'],
  ['discriminator', 'propertyName'],
  ['mapping', 'one'],
  ['parameter', 'name'],
  ['parameter', 'in'],
  ['parameter', 'style'],
  ['variable', 'default'],
  ['server', 'url'],
  ['operation', 'operationId'],
  ['operation', 'x-stability-level'],
])('an object in place of the text of %s.%s is compared like any other value', (part, name) => {
  const valid = create(() => {})
  const strange = create((parts) => (parts[part]![name] = hostile))
  for (const [base, head] of [
    [valid, strange],
    [strange, valid],
    [strange, strange],
  ] as const) {
    const changes = compareDocuments(base, head)
    expect(() => findDefects(base, head, changes)).not.toThrow()
  }
})
