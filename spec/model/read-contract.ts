import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { OpenApiDocument } from './openapi.ts'

/** The bundle that `build` writes. */
export async function readContract(): Promise<OpenApiDocument> {
  return JSON.parse(await readFile(createRequire(import.meta.url).resolve('@seam-acs/spec'), 'utf8'))
}
