import { existsSync } from 'node:fs'
import { BaseResolver, bundle, createConfig, type Source } from '@redocly/openapi-core'
import type { Json } from '../change.ts'
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
  // The document's own redocly.yaml can name plugins, and a plugin is code.
  const config = await createConfig({})
  const { bundle: result, problems } = await bundle({
    ref: file,
    config,
    externalRefResolver: new FileResolver(),
  }).catch((error) => {
    throw new Failure(`${name} cannot be read: ${causeOf(error)}. Fix it, or give another one.`)
  })
  const [problem] = problems.filter(({ severity }) => severity === 'error')
  if (problem) throw new Failure(`${name} cannot be read: ${causeOf(new Error(problem.message))}. Fix the reference.`)
  const document = result.parsed as OpenApi
  if (!/^3\.[01]\b/.test(String(document['openapi']))) {
    throw new Failure(`${name} is not an OpenAPI 3.0 or 3.1 document: its \`openapi\` has to say which.`)
  }
  return document
}
