import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { setFlagsFromString } from 'node:v8'
import type { Json } from '../change.ts'
import { asText, isObject } from '../document/json.ts'
import { resolveIdentifiers } from '../document/identifiers.ts'
import { causeOf, Failure } from '../failure.ts'
import { parseJson } from './json-file.ts'
import { isWhole } from './whole.ts'

/** An OpenAPI document, whole: what its files refer to is below its `components`. */
export type OpenApi = { [key: string]: Json }

/**
 * Reads and bundles an OpenAPI 3.0 or 3.1 document in YAML or JSON.
 *
 * @param file The path of its first file.
 * @param name What to call it where it cannot be read.
 */
export async function readDocument(file: string, name: string): Promise<OpenApi> {
  if (!existsSync(file)) throw new Failure(`There is no ${name}: check the path.`)
  const document = await readWhole(file).catch((error) => {
    if (error instanceof Failure) throw new Failure(`${name} cannot be read: ${error.message}. Fix the reference.`)
    throw new Failure(`${name} cannot be read: ${causeOf(error)}. Fix it, or give another one.`)
  })
  if (!/^3\.[01]\b/.test(asText(document['openapi']))) {
    throw new Failure(`${name} is not an OpenAPI 3.0 or 3.1 document: its \`openapi\` has to say which.`)
  }
  return document
}

const LARGE = 8_000_000

/** The bundler takes longer to load and to walk a large document than the comparison takes. */
async function readWhole(file: string): Promise<OpenApi> {
  const text = await readFile(file, 'utf8')
  // V8 lets the heap double before it looks for garbage, which of such a document is half a gigabyte.
  if (text.length > LARGE) setFlagsFromString('--heap-growing-percent=60')
  const parsed = file.endsWith('.json') ? parseJson(text) : undefined
  const document = parsed === undefined ? undefined : resolveIdentifiers(parsed, 'document')
  if (isObject(document) && isWhole(document)) return document
  const { bundleFiles } = await import('./bundle-files.ts')
  return bundleFiles(file)
}
