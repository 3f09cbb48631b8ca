import {
  resolveRef,
  scanDiscriminators,
  transformSchema,
  type GlobalContext,
  type OpenAPI3,
  type OpenAPITSOptions,
} from 'openapi-typescript'
import type ts from 'typescript'
import type { OpenApiDocument } from '@seam-acs/spec/model'

/**
 * What openapi-typescript makes of a bundled document.
 * Its main function first lints and bundles, which takes longer than everything else together.
 */
export function transformDocument(contract: OpenApiDocument, settings: OpenAPITSOptions): ts.Node[] {
  rejectSharedIds(contract)
  const document = contract as unknown as OpenAPI3
  // A setting that is absent is off, and nothing reads the configuration of the linter.
  return transformSchema(document, {
    ...settings,
    discriminators: scanDiscriminators(document, settings),
    injectFooter: [],
    resolve: ($ref: string) => resolveRef(document, $ref, { silent: true }),
  } as unknown as GlobalContext)
}

/** The types have one member for each `operationId`, so a second operation of the same name would get the types of the first. */
function rejectSharedIds({ paths = {} }: OpenApiDocument): void {
  const operations = Object.values(paths).flatMap((item) => Object.values(item))
  const ids = operations.flatMap((operation) => operation?.operationId ?? [])
  const shared = ids.find((id, index) => ids.indexOf(id) < index)
  if (shared !== undefined) throw new Error(`two operations have the operationId \`${shared}\``)
}
