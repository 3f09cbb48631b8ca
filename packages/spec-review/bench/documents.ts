import contract from '@seam-acs/spec' with { type: 'json' }

// oxlint-disable-next-line typescript/no-explicit-any -- a document of any shape is copied and edited
export type Json = any

const operationsOfResource = 10

/** A document as large as a whole API: our operation for each of many resources, which share nothing but the errors. */
export function makeLargeDocument(operations: number): Json {
  const { paths, components, ...rest } = structuredClone(contract) as Json
  const [[template, item]] = Object.entries<Json>(paths) as [[string, Json]]
  const own = Object.keys(components.schemas).filter((name) => !name.includes('error'))
  const large: Json = { ...rest, paths: {}, components: { ...components, schemas: { ...components.schemas } } }
  for (let index = 0; index < operations; index++) {
    const resource = `resource_${Math.floor(index / operationsOfResource)}`
    const rename = (node: Json) => JSON.parse(replaceNames(JSON.stringify(node), own, resource))
    const path = rename(item)
    path.post.operationId = `${path.post.operationId}_${index}`
    large.paths[`${template}_${index}`] = path
    if (index % operationsOfResource > 0) continue
    for (const name of own) large.components.schemas[`${name}_${resource}`] = rename(components.schemas[name])
  }
  return large
}

const replaceNames = (text: string, names: string[], suffix: string) =>
  text.replaceAll(/(#\/components\/schemas\/)(\w+)"/g, (whole, start, name) =>
    names.includes(name) ? `${start}${name}_${suffix}"` : whole,
  )

/** Five kinds of change in the objects of a document, some of which break. */
export function change(document: Json): Json {
  const changed = structuredClone(document)
  const properties = Object.values<Json>(changed.components.schemas).flatMap((schema) =>
    Object.entries<Json>(schema.properties ?? {}).map(([name, property]) => ({ schema, name, property })),
  )
  properties.forEach(({ schema, name, property }, index) => {
    if (index % 7 === 0 && typeof property.type === 'string') property.type = [property.type, 'null']
    if (index % 11 === 0) schema.required = (schema.required ?? []).filter((key: string) => key !== name)
    if (index % 13 === 0) property.description = 'Another word.'
    if (index % 17 === 0) schema.properties[`${name}_too`] = { type: 'string', description: 'New.' }
    if (index % 19 === 0 && property.type === 'string') property.maxLength = 100
  })
  return changed
}
