import type { Json } from '../../../scripts/contract.ts'
import { nameTypes } from '../../../scripts/types/names.ts'
import { resolvePointer } from '../../../scripts/types/references.ts'

export interface Body {
  /** The name of the body's type. */
  type: string
  schema: Json
}

export interface Property {
  name: string
  /** What the document says of the property: one schema for each branch of a union that has it. */
  schemas: [Json, ...Json[]]
}

export function resolveReference(document: Json, node: Json): Json {
  return node.$ref ? resolveReference(document, resolvePointer(document, node.$ref)) : node
}

/** The JSON bodies that the operations take (`requests`) and give (`answers`), each once. */
export function findBodies(document: Json): { requests: Body[]; answers: Body[] } {
  const types = nameTypes(Object.keys(document.components.schemas))
  const operations = Object.values<Json>(document.paths).flatMap((path) => Object.values<Json>(path))
  const toBodies = (holders: Json[]): Body[] => {
    const references = holders.map(
      (holder) => resolveReference(document, holder).content['application/json'].schema.$ref,
    )
    return [...new Set<string>(references)].map((reference) => ({
      type: types.get(reference.split('/').at(-1)!)!,
      schema: resolvePointer(document, reference),
    }))
  }
  return {
    requests: toBodies(operations.map(({ requestBody }) => requestBody)),
    answers: toBodies(operations.flatMap(({ responses }) => Object.values<Json>(responses))),
  }
}

/** The properties of a schema, with those that it has from `allOf`, `anyOf` and `oneOf`. */
export function listProperties(document: Json, schema: Json): Property[] {
  const { properties = {}, allOf = [], anyOf = [], oneOf = [] } = resolveReference(document, schema)
  const inherited = [...allOf, ...anyOf, ...oneOf].flatMap((part) => listProperties(document, part))
  const own = Object.entries<Json>(properties).map(([name, value]): Property => ({ name, schemas: [value] }))
  const byName = Object.groupBy([...own, ...inherited], ({ name }) => name)
  return Object.entries(byName).map(([name, found]) => ({
    name,
    schemas: found!.flatMap(({ schemas }) => schemas) as Property['schemas'],
  }))
}
