import { pascalCase, type Json, type Schema } from '@seam-acs/spec/model'

/** The schemas of a document that is being imported, each with a name that no other one has. */
export class Components {
  readonly schemas: Record<string, Schema> = {}
  readonly #types = new Set<string>()

  /** Adds a schema under a name, with a number if its type name is taken. Returns a reference to it. */
  add(name: string, schema: Schema): Schema {
    const base = name.replaceAll(/\W+/g, '_').replaceAll(/^_+|_+$/g, '')
    let free = base
    for (let count = 2; this.#types.has(pascalCase(free)); count++) free = `${base}_${count}`
    this.#types.add(pascalCase(free))
    this.schemas[free] = schema
    return { $ref: `#/components/schemas/${free}` }
  }
}

const isObject = ({ properties, anyOf, allOf }: Json) => Boolean(properties ?? anyOf ?? allOf)

/** Moves the objects that a response's body describes inline, also as items of arrays, to components. */
export function nameResults(components: Components, id: string, body: Json): Schema {
  const entries = Object.entries<Json>(body.properties ?? {}).map(([name, property]) => [
    name,
    nameResult(components, `${id}_${name}`, property),
  ])
  return body.properties ? { ...body, properties: Object.fromEntries(entries) } : body
}

function nameResult(components: Components, name: string, schema: Json): Schema {
  if (schema.items && isObject(schema.items)) {
    return { ...schema, items: components.add(`${name}_item`, schema.items) }
  }
  return isObject(schema) ? components.add(name, schema) : schema
}

/** Moves the tagged unions among a component's properties, such as its errors and warnings, to components. */
export function nameUnions(components: Components, name: string, schema: Json): Schema {
  const union = nameBranches(components, name, schema)
  if (!union.properties) return union
  const entries = Object.entries<Json>(union.properties).map(([key, property]): [string, Schema] => {
    if (findTag(property.items)) {
      const items = nameBranches(components, `${name}_${key}_item`, property.items)
      return [key, { ...property, items: components.add(`${name}_${key}_item`, items) }]
    }
    if (!findTag(property)) return [key, property]
    return [key, components.add(`${name}_${key}`, nameBranches(components, `${name}_${key}`, property))]
  })
  return { ...union, properties: Object.fromEntries(entries) }
}

function nameBranches(components: Components, name: string, schema: Json): Json {
  const tag = findTag(schema)
  if (!tag) return schema
  const branches = schema.anyOf.map((branch: Json) =>
    branch.properties ? components.add(`${name}_${branch.properties[tag].const}`, branch) : branch,
  )
  return { ...schema, anyOf: branches }
}

/** The property that has another constant in each branch of a union; undefined if there is none. */
function findTag(schema: Json): string | undefined {
  const branches: Json[] = schema?.anyOf?.filter(({ type }: Json) => type !== 'null') ?? []
  if (branches.length < 2) return undefined
  return Object.keys(branches[0].properties ?? {}).find((name) => {
    const values = branches.map(({ properties }) => properties?.[name]?.const)
    return values.every((value) => typeof value === 'string') && new Set(values).size === values.length
  })
}
