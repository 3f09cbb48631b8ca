import { listAlternatives, listPropertySchemas, type Schema } from '../../model/index.ts'
import { follow } from '../follow.ts'
import type { Context, Location, MediaType, Visitor } from '../redocly.ts'

/** A schema, and a place in its file, from which its `$ref`s start. */
interface Found {
  node: Schema
  location: Location
}

/** An example has only properties that its schema declares. A validator ignores a misspelt one, because it may be new. */
export const declaredExamples = (): Visitor => ({
  MediaType({ schema, examples = {} }: MediaType, context: Context) {
    const { location } = context
    if (!schema) return
    for (const name of Object.keys(examples)) {
      const example = follow(examples[name] as { value?: unknown }, location.child(['examples', name]), context)
      checkValue(example.node?.value, example.location.child('value'), [{ node: schema, location }], context)
    }
  },
})

function checkValue(value: unknown, location: Location, schemas: Found[], context: Context): void {
  if (typeof value !== 'object' || value === null) return
  const parts = listPossibleParts(schemas, context)
  const isArray = Array.isArray(value)
  const isOpen = parts.every(({ node }) => !node.properties && !node.patternProperties && !node.additionalProperties)
  if (!isArray && isOpen) return
  for (const [name, inner] of Object.entries(value)) {
    const place = location.child(name)
    const own = parts.flatMap((part) => {
      const nodes = isArray ? [part.node.items ?? []].flat() : listPropertySchemas(part.node, name)
      return nodes.map((node): Found => ({ ...part, node }))
    })
    if (own.length > 0 || isArray) checkValue(inner, place, own, context)
    else context.report({ message: `Correct the name \`${name}\`, or declare the property.`, location: place.key() })
  }
}

/** What may apply to a value: the schemas, what they refer to, and their alternatives. */
function listPossibleParts(schemas: Found[], context: Context): Found[] {
  const found = new Map<Schema, Location>()
  const visit = (schema: Found) => {
    const { node, location } = follow(schema.node, schema.location, context)
    if (!node || found.has(node)) return
    found.set(node, location)
    for (const branch of [...(node.allOf ?? []), ...listAlternatives(node)]) visit({ node: branch, location })
  }
  schemas.forEach(visit)
  return [...found].map(([node, location]) => ({ node, location }))
}
