import { astToString } from 'openapi-typescript'
import ts from 'typescript'
import type { OpenApiDocument, Schema } from '@seam-acs/spec/model'
import { describeSchema, setComment, useProse } from './comments.ts'
import { dateTimeTypes, markRequestDates } from './dates.ts'
import { hoistSchemas } from './hoist.ts'
import { markOpenStrings } from './open-strings.ts'
import { mergeIndexSignatures, substitutedType } from './substitutes.ts'
import { transformDocument } from './transform-document.ts'

/**
 * The TypeScript declarations for an OpenAPI document: a named type for each schema, then `paths` and `operations`
 * for openapi-fetch.
 */
export function renderTypes(contract: OpenApiDocument): string {
  const document = structuredClone(contract)
  markRequestDates(document)
  markOpenStrings(document)
  const properties = new Map<ts.PropertySignature, Schema>()
  const nodes = transformDocument(document, {
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    silent: true,
    transform: substitutedType,
    transformProperty: (property, schema) => void properties.set(property, schema as Schema),
  })
  nodes.forEach(useProse)
  for (const [property, schema] of properties) setComment(property, describeSchema(document, schema))
  return [
    '// Generated from the spec by the `generate` verb.',
    '// `unknown extends unknown` is always true. It makes compile errors about a composed type name its parts.\n',
    dateTimeTypes,
    astToString(hoistSchemas(document, nodes.map(mergeIndexSignatures))),
  ].join('\n')
}
