import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

// oxlint-disable-next-line typescript/no-explicit-any -- an OpenAPI document is walked in many shapes, and its linter has checked them
export type Json = any

/** The bundled spec, as `@seam-acs/spec` offers it once it is built. */
export async function readContract(): Promise<Json> {
  return JSON.parse(await readFile(createRequire(import.meta.url).resolve('@seam-acs/spec'), 'utf8'))
}
