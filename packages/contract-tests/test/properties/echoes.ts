import { isDeepStrictEqual } from 'node:util'
import { isOfType, listProperties, type Json, type OpenApiDocument, type Schema } from '@seam-acs/spec/model'

interface Echo {
  path: string[]
  value: Json
}

/** What a request asks for and an object of the response does not repeat. Only a PIN code has a `code`. */
export function findMissingEchoes(contract: OpenApiDocument, schema: Schema, request: Json, object: Json): Echo[] {
  const declared = new Map(listProperties(contract, schema).map(({ name, schemas }) => [name, schemas[0]]))
  return Object.entries<Json>(request).flatMap(([name, value]): Echo[] => {
    const property = declared.get(name)
    if (!property || (name === 'code' && request.access_method !== 'code')) return []
    if (isOfType(contract, property, 'object')) {
      const inner = findMissingEchoes(contract, property, value, object[name] ?? {})
      return inner.map((echo) => ({ ...echo, path: [name, ...echo.path] }))
    }
    return isDeepStrictEqual(value, object[name]) ? [] : [{ path: [name], value }]
  })
}
