import { listReachable, readOperations, type OpenApiDocument, type Schema } from '@seam-acs/spec/model'

/** The schemas that requests contain or refer to, but responses do not. */
export function findRequestOnly(document: OpenApiDocument): Set<Schema> {
  const operations = readOperations(document)
  const ofResponses = listReachable(
    document,
    operations.flatMap(({ responses }) => responses.flatMap(({ contents }) => listSchemas(contents))),
  )
  const ofRequests = listReachable(
    document,
    operations.flatMap(({ request }) => listSchemas(request?.contents ?? [])),
  )
  return new Set([...ofRequests].filter((schema) => !ofResponses.has(schema)))
}

const listSchemas = (contents: { schema: Schema | undefined }[]) => contents.flatMap(({ schema }) => schema ?? [])
