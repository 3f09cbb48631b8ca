import {
  componentName,
  nameTypes,
  readOperations,
  resolve,
  type OpenApiDocument,
  type Schema,
} from '@seam-acs/spec/model'

export interface Body {
  /** The name of the body's type. */
  type: string
  schema: Schema
}

/** The JSON bodies of requests and responses, each once. */
export function findBodies(document: OpenApiDocument): { requests: Body[]; responses: Body[] } {
  const types = nameTypes(Object.keys(document.components?.schemas ?? {}))
  const operations = readOperations(document)
  const toBodies = (schemas: (Schema | undefined)[]): Body[] => {
    const names = new Set(schemas.flatMap((schema) => componentName(schema) ?? []))
    return [...names].map((name) => ({
      type: types.get(name)!,
      schema: resolve(document, { $ref: `#/components/schemas/${name}` }),
    }))
  }
  return {
    requests: toBodies(operations.map(({ request }) => request?.schema)),
    responses: toBodies(operations.flatMap(({ responses }) => responses.map(({ schema }) => schema))),
  }
}
