import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { OpenApiDocument } from '@seam-acs/spec/model'
import { readContract } from '@seam-acs/spec/read-contract'
import { parseExactly } from '../../text/exact-json.ts'
import { DocumentError } from './document-error.ts'
import { checkKeywords } from './keywords.ts'
import { rejectBadReferences } from './references.ts'
import { upgrade } from './upgrade.ts'
import { chooseDocument } from './versions.ts'

const given = process.env['DOCS_DOCUMENT'] ?? createRequire(import.meta.url).resolve('@seam-acs/spec')

/**
 * The text of the bundle: `@seam-acs/spec`, or the file that `DOCS_DOCUMENT` names, as older versions and tests need; the
 * newest stable version in place of a pre-release.
 */
export const source = readFileSync(chooseDocument(given), 'utf8')

/** The document as it was written; integers beyond 2^53 are `RawJson`. */
export const written = parseExactly(source) as OpenApiDocument

if (!String(written.openapi).startsWith('3.')) {
  throw new DocumentError('`openapi`: the document is not one of OpenAPI 3. Convert it to OpenAPI 3.1.')
}

/** The document in the words of OpenAPI 3.1. */
export const document = upgrade(written)

/** Whether it describes the API that the packages are of. */
export const isOwnApi = await isOfPackages()

/** What the site leaves out, as lines for the log. */
export const leftOut = checkKeywords(document, isOwnApi)

rejectBadReferences(document)

for (const key of ['title', 'version'] as const) {
  if (!document.info?.[key]) throw new DocumentError(`\`info\`: the document has no \`${key}\`. Add it.`)
}

/** Other documents of the same host describe other operations. */
async function isOfPackages(): Promise<boolean> {
  const own = await readContract()
  return own.servers?.[0]?.url === document.servers?.[0]?.url && own.info.title === document.info.title
}
