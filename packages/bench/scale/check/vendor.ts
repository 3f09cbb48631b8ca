import { readFile } from 'node:fs/promises'
import { download } from '@seam-acs/spec-review/document-versions'
import type { OpenApiDocument } from '@seam-acs/spec/model'
import { importDocument, type Imported } from '../import/import-document.ts'

const series = { package: '@seamapi/types', file: 'lib/seam/connect/openapi.js', versions: [] }

export const newest = '1.977.0'
export const earlier = '1.955.0'

/** A version of the vendor's whole document in house style. npm has it; nothing of it is kept in this repository. */
export async function importVersion(version: string, house: OpenApiDocument): Promise<Imported> {
  return importDocument(JSON.parse(await readFile(await download(series, version), 'utf8')), house)
}
