import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { OpenApiDocument } from '@seam-acs/spec/model'
import { refuseUnknownKeywords } from './keywords.ts'

const file = process.env['DOCS_DOCUMENT'] ?? createRequire(import.meta.url).resolve('@seam-acs/spec')

/** The text of the bundle: `@seam-acs/spec`, or the file that `DOCS_DOCUMENT` names, as older versions and tests need. */
export const source = readFileSync(file, 'utf8')

/** The bundle. */
export const document: OpenApiDocument = JSON.parse(source)

refuseUnknownKeywords(document)
