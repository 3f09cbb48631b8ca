import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript'
import ts from 'typescript'
import { readContract, type Json } from './contract.ts'
import { generate } from './generated-file.ts'
import { describeSchema, setComment, useProse } from './types/comments.ts'
import { dateTimeTypes, markRequestDates } from './types/dates.ts'
import { hoistSchemas } from './types/hoist.ts'
import { markOpenStrings } from './types/open-strings.ts'
import { mergeIndexSignatures, substitutedType } from './types/substitutes.ts'

/** The TypeScript declarations of an OpenAPI document: a named type for each schema, then `paths` and `operations` for openapi-fetch. */
export async function renderTypes(contract: Json): Promise<string> {
  const document = markOpenStrings(markRequestDates(structuredClone(contract)))
  const properties = new Map<ts.PropertySignature, Json>()
  const nodes = await openapiTypescript(document as unknown as OpenAPI3, {
    defaultNonNullable: false,
    silent: true,
    transform: substitutedType,
    transformProperty: (property, schema) => void properties.set(property, schema),
  })
  nodes.forEach(useProse)
  for (const [property, schema] of properties) setComment(property, describeSchema(document, schema))
  return [
    '// Generated from the spec by the `generate` verb.',
    '// `unknown extends unknown` always holds; with it an error about a composed type names the parts.\n',
    dateTimeTypes,
    astToString(hoistSchemas(document, nodes.map(mergeIndexSignatures))),
  ].join('\n')
}

if (import.meta.main) await generate('packages/types/src/index.gen.ts', await renderTypes(await readContract()))
