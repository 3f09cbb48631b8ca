import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { OpenApiDocument } from '@seam-acs/spec/model'
import { parseExactly } from '../../text/exact-json.ts'
import { checkKeywords } from './keywords.ts'
import { rejectBadReferences } from './references.ts'
import { chooseDocument } from './versions.ts'

const given = process.env['DOCS_DOCUMENT'] ?? createRequire(import.meta.url).resolve('@seam-acs/spec')

/**
 * The text of the bundle: `@seam-acs/spec`, or the file that `DOCS_DOCUMENT` names, as older versions and tests need; the
 * newest stable version in place of a pre-release.
 */
export const source = readFileSync(chooseDocument(given), 'utf8')

/** The bundle; integers beyond 2^53 are `RawJson`. */
export const document = parseExactly(source) as OpenApiDocument

/** A sentence that lists the unknown extensions (`x-*`), which the site leaves out; undefined if there are none. */
export const leftOut = checkKeywords(document)

rejectBadReferences(document)
