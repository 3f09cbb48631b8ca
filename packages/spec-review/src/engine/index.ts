import type { Change, Json } from '../change.ts'
import { createCollector } from './collector.ts'
import { createSchemaComparer } from './schema/compare-schemas.ts'
import type { Context } from './context.ts'
import { readBasePaths } from '../document/base-path.ts'
import { openDocument } from '../document/document.ts'
import { comparePaths } from './api/paths.ts'
import { compareUnreached } from './api/unreached.ts'
import { nameSchemes } from './api/security/scheme-names.ts'
import { compareSecuritySchemes } from './api/security/schemes.ts'
import { compareServers } from './api/servers.ts'

/**
 * What changed between two OpenAPI 3.0 or 3.1 documents, largest first, one entry per cause.
 * Empty exactly when the two are the same JSON; a difference that means nothing is a patch.
 * References out of a document are taken as equal.
 */
export function compareDocuments(base: Json, head: Json): Change[] {
  const documents = { base: openDocument(base), head: openDocument(head) }
  const comparers = (isText: boolean) => ({
    request: createSchemaComparer(documents.base, documents.head, 'request', isText),
    response: createSchemaComparer(documents.base, documents.head, 'response', isText),
  })
  const context: Context = {
    ...documents,
    schemas: comparers(false),
    texts: comparers(true),
    basePaths: readBasePaths(documents.base, documents.head),
    schemeNames: nameSchemes(documents.base, documents.head),
    collector: createCollector(),
  }
  comparePaths(context)
  compareSecuritySchemes(context)
  compareServers(context)
  compareUnreached(context, base, head)
  return context.collector.list()
}
