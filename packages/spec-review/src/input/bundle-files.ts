import { existsSync } from 'node:fs'
import { bundle, createConfig } from '@redocly/openapi-core'
import { SafeResolver } from '@seam-acs/spec/safe-resolver'
import type { Json } from '../change.ts'
import { resolveIdentifiers } from '../document/identifiers.ts'
import { isObject, type JsonObject } from '../document/json.ts'
import { decodeFragment } from '../document/pointer.ts'
import { causeOf, Failure } from '../failure.ts'
import { isWhole } from './whole.ts'

/** A review says the same wherever it runs, so nothing is loaded over the network. */
class FileResolver extends SafeResolver {
  override async loadExternalRef(reference: string) {
    if (/^https?:/.test(reference)) throw new Error('a review loads files only; keep a copy beside the document')
    return super.loadExternalRef(reference)
  }

  /** A reference is part of a URI, in which a space is written `%20`. */
  override resolveExternalRef(base: string | null, reference: string) {
    const path = super.resolveExternalRef(base, reference)
    return existsSync(path) ? path : super.resolveExternalRef(base, decodeFragment(reference))
  }

  protected override prepare(parsed: unknown, isRoot?: boolean) {
    return resolveIdentifiers(parsed as Json, isRoot ? 'document' : 'schema')
  }
}

/** Reads a document and all files that it refers to. */
export async function bundleFiles(file: string): Promise<JsonObject> {
  const resolver = new FileResolver()
  const doc = await resolver.resolveDocument(null, file, true)
  if (doc instanceof Error) throw doc
  // Walking a large document for what it does not have takes as long as comparing it.
  if (isObject(doc.parsed) && isWhole(doc.parsed)) return doc.parsed
  // The document's own redocly.yaml can name plugins, and a plugin is code.
  const config = await createConfig({})
  const { bundle: result, problems } = await bundle({ doc, config, externalRefResolver: resolver })
  const [problem] = problems.filter(({ severity }) => severity === 'error')
  if (problem) throw new Failure(causeOf(new Error(problem.message)))
  return result.parsed as JsonObject
}
