import { dropUnused, type Json, type OpenApiDocument, type Schema } from '@seam-acs/spec/model'
import { Dropped } from './dropped.ts'
import { importSchema } from './import-schema.ts'
import { Components, nameResults, nameUnions } from './name-components.ts'

export interface Imported {
  document: OpenApiDocument
  /** What house style has no place for, each with the number of its occurrences. */
  dropped: [kind: string, count: number][]
}

/**
 * Brings a document of OpenAPI 3.0 into house style: its POST operations in OpenAPI 3.1, with bodies, results and
 * tagged unions as components.
 *
 * @param house The document whose error responses replace those that the source describes without a body.
 */
export function importDocument(source: Json, house: OpenApiDocument): Imported {
  const dropped = new Dropped()
  const components = new Components()
  for (const [name, schema] of Object.entries(house.components?.schemas ?? {})) {
    if (name in (source.components.schemas ?? {})) continue
    components.add(name, schema)
  }
  const own = Object.entries<Json>(source.components.schemas ?? {}).map(([name, schema]) => {
    components.add(name, {})
    return [name, importSchema(schema, dropped)] as const
  })
  for (const [name, schema] of own) components.schemas[name] = nameUnions(components, name, schema)
  const paths = Object.entries<Json>(source.paths).flatMap(([path, item]) => {
    for (const method of Object.keys(item)) if (method !== 'post') dropped.add(`${method.toUpperCase()} operations`)
    return item.post ? [[path, { post: importOperation(path, item.post, house, components, dropped) }] as const] : []
  })
  const tags = [...new Set(paths.flatMap(([, { post }]) => post.tags))].toSorted()
  const { schemas: _, ...shared } = house.components ?? {}
  const document = dropUnused({
    openapi: house.openapi,
    info: { ...house.info, title: source.info.title, version: source.info.version },
    servers: source.servers,
    tags: tags.map((name) => ({ name, description: `The operations under \`/${name}\`.` })),
    paths: Object.fromEntries(paths),
    components: { ...shared, securitySchemes: source.components.securitySchemes, schemas: components.schemas },
  })
  const unused = own.filter(([name]) => !document.components?.schemas?.[name])
  dropped.add('schemas that no POST operation uses', unused.length)
  return { document, dropped: dropped.list() }
}

function importOperation(
  path: string,
  operation: Json,
  house: OpenApiDocument,
  components: Components,
  dropped: Dropped,
): Json {
  const id = path.replaceAll(/\W+/g, '_').replaceAll(/^_|_$/g, '').toLowerCase()
  for (const key of Object.keys(operation)) if (key.startsWith('x-') && key !== 'x-title') dropped.add(`\`${key}\``)
  dropped.add('query parameters', operation.parameters?.length ?? 0)
  const title: string = operation['x-title'] ?? operation.summary
  const responses = Object.entries<Json>(operation.responses).map(([status, response]) => {
    if (!status.startsWith('2')) return [status, findFailure(house, status)]
    return [status, importSuccess(id, response, components, dropped)]
  })
  const body = operation.requestBody?.content['application/json']?.schema
  return {
    operationId: id,
    tags: [path.split('/')[1]!.replaceAll('-', '_')],
    summary: title.replace(/\.$/, ''),
    description: operation.description ?? `${title}.`,
    security: operation.security ?? [],
    ...(body && { requestBody: { required: true, content: toContent(nameBody(`${id}_request`, body)) } }),
    responses: Object.fromEntries(responses),
  }

  function nameBody(name: string, schema: Json): Schema {
    const imported = importSchema(schema, dropped)
    return imported.$ref ? imported : components.add(name, { ...imported, type: imported.type ?? 'object' })
  }
}

function importSuccess(id: string, { description, content }: Json, components: Components, dropped: Dropped): Json {
  const schema = content?.['application/json']?.schema
  const headers = { 'seam-request-id': { $ref: '#/components/headers/seam_request_id' } }
  if (!schema) return { description, headers }
  const body = nameResults(components, id, importSchema(schema, dropped))
  return { description, headers, content: toContent(components.add(`${id}_response`, body)) }
}

const toContent = (schema: Schema) => ({ 'application/json': { schema } })

/** The reference to the house's response with this status. */
function findFailure(house: OpenApiDocument, status: string): Json {
  for (const item of Object.values(house.paths ?? {})) {
    const response = item.post?.responses?.[status]
    if (response) return response
  }
  throw new Error(`${status}: no operation of the house describes this error response. Describe it in spec/.`)
}
