import {
  listAlternatives,
  listPossibleParts,
  listPropertySchemas,
  listReachable,
  type Json,
  type OpenApiDocument,
  type Schema,
} from '@seam-acs/spec/model'

/** What the API sees of a value: it drops properties that it does not know. */
export function dropUndeclared(contract: OpenApiDocument, schemas: Schema[], value: Json): Json {
  const parts = schemas.flatMap((schema) => listPossibleParts(contract, schema))
  if (Array.isArray(value)) {
    const items = parts.flatMap((part) => part.items ?? [])
    return items.length > 0 ? value.map((item) => dropUndeclared(contract, items, item)) : value
  }
  if (typeof value !== 'object' || value === null) return value
  const isOpen = parts.every((part) => !part.properties && !part.patternProperties && !part.additionalProperties)
  if (isOpen) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      const own = parts.flatMap((part) => listPropertySchemas(part, name))
      return own.length > 0 ? [[name, dropUndeclared(contract, own, inner)]] : []
    }),
  )
}

/**
 * The properties of a request whose problems two parties may report at different places, because it is ambiguous which
 * alternative was meant: those that some alternative has, and those that have alternatives inside.
 */
export function listAmbiguous(contract: OpenApiDocument, schema: Schema): Set<string> {
  const parts = listPossibleParts(contract, schema)
  const branches = parts.flatMap(listAlternatives).flatMap((branch) => listPossibleParts(contract, branch))
  const names = parts.flatMap(({ properties = {} }) => Object.entries(properties))
  const divided = names.filter(([, inner]) =>
    [...listReachable(contract, [inner])].some((each) => listAlternatives(each).length > 0),
  )
  return new Set([
    ...branches.flatMap(({ properties = {} }) => Object.keys(properties)),
    ...divided.map(([name]) => name),
  ])
}
