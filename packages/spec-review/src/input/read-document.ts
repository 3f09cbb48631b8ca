import { existsSync } from 'node:fs'
import { BaseResolver, bundle, createConfig, type Source } from '@redocly/openapi-core'
import type { Json } from '../change.ts'
import { findTarget } from '../document/document.ts'
import { asObject, isObject, type JsonObject } from '../document/json.ts'
import { resolveIdentifiers } from '../document/identifiers.ts'
import { causeOf, Failure } from '../failure.ts'

/** An OpenAPI document, whole: what its files refer to is below its `components`. */
export type OpenApi = { [key: string]: Json }

/** A review says the same wherever it runs, so nothing is loaded over the network. */
class FileResolver extends BaseResolver {
  override async loadExternalRef(reference: string) {
    if (/^https?:/.test(reference)) throw new Error('a review loads files only; keep a copy beside the document')
    return super.loadExternalRef(reference)
  }

  override parseDocument(source: Source, isRoot?: boolean) {
    const { parsed } = super.parseDocument(source, isRoot)
    return { source, parsed: resolveIdentifiers(parsed as Json, isRoot ? 'document' : 'schema') }
  }
}

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
  if (!/^3\.[01]\b/.test(String(document['openapi']))) {
    throw new Failure(`${name} is not an OpenAPI 3.0 or 3.1 document: its \`openapi\` has to say which.`)
  }
  return document
}

async function readWhole(file: string): Promise<OpenApi> {
  const resolver = new FileResolver()
  const doc = await resolver.resolveDocument(null, file, true)
  if (doc instanceof Error) throw doc
  // Walking a large document for what it does not have takes as long as comparing it.
  if (isObject(doc.parsed) && isWhole(doc.parsed, doc.parsed)) return doc.parsed
  // The document's own redocly.yaml can name plugins, and a plugin is code.
  const config = await createConfig({})
  const { bundle: result, problems } = await bundle({ doc, config, externalRefResolver: resolver })
  const [problem] = problems.filter(({ severity }) => severity === 'error')
  if (problem) throw new Failure(causeOf(new Error(problem.message)))
  return result.parsed as OpenApi
}

/** Whether all that a document refers to is in it. */
function isWhole(root: JsonObject, node: Json | undefined): boolean {
  if (typeof node !== 'object' || node === null) return true
  if (isObject(node)) {
    const { $ref, mapping } = node
    if (typeof $ref === 'string' && !findTarget({ root }, $ref)) return false
    if (Object.values(asObject(mapping)).some((value) => !String(value).startsWith('#/'))) return false
  }
  return Object.values(node).every((child) => isWhole(root, child as Json))
}
