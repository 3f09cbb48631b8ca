import { renderTypes } from '@seam-acs/codegen/types'
import type { Json } from '@seam-acs/spec/model'
import { keywords, type Sample } from '@seam-acs/spec/schema-keywords'
import { expect, test } from 'vitest'
import { compile } from './compile.ts'

const samples = Object.entries(keywords).flatMap(([keyword, all]) =>
  all.map((sample, index): [string, Sample] => [`${keyword.replaceAll('-', '_')}_${index + 1}`, sample]),
)

/** A document with a schema for each sample, and an operation that takes and gives all of them. */
function createDocument(): Json {
  const properties = Object.fromEntries(samples.map(([name]) => [name, { $ref: `#/components/schemas/${name}` }]))
  const schemas = Object.fromEntries(samples.map(([name, { schema }]) => [name, schema]))
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/everything' } } }
  const post = { operationId: 'try', requestBody: { content }, responses: { 200: { description: 'Done.', content } } }
  return structuredClone({
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    paths: { '/try': { post } },
    components: { schemas: { ...schemas, everything: { type: 'object', properties } } },
  })
}

test('each keyword that lint lets through has a type that takes a value it accepts, and no other kind of value', async () => {
  const lines = samples.flatMap(([name, { valid }]) => [
    `const valid_${name}: Everything = { ${name}: ${JSON.stringify(valid)} }`,
    '// @ts-expect-error -- a symbol is not JSON, so only `unknown` and its like would take it',
    `const wrong_${name}: Everything = { ${name}: Symbol('wrong') }`,
  ])
  const program = ["import type { Everything } from '@seam-acs/types'", ...lines].join('\n')
  expect(compile(program, await renderTypes(createDocument()))).toEqual([])
})
