import { follow } from '../follow.ts'
import type { Context, Location, MediaType, Schema, Visitor } from '../redocly.ts'

interface Place<Node> {
  node: Node | undefined
  location: Location
}

/** An example has only properties that its schema declares. A validator ignores a misspelt one, because it may be new. */
export const declaredExamples = (): Visitor => ({
  MediaType({ schema, examples = {} }: MediaType, context: Context) {
    const { location } = context
    const root = { node: schema, location: location.child('schema') }
    for (const name of Object.keys(examples)) {
      const example = follow(examples[name] as { value?: unknown }, location.child(['examples', name]), context)
      checkValue(example.node?.value, example.location.child('value'), [root], context)
    }
  },
})

function checkValue(value: unknown, location: Location, schemas: Place<Schema>[], context: Context): void {
  if (typeof value !== 'object' || value === null) return
  const parts = listPossibleParts(schemas, context)
  const isArray = Array.isArray(value)
  const isOpen = parts.every(({ node }) => !node.properties && !node.patternProperties && !node.additionalProperties)
  if (!isArray && isOpen) return
  for (const [name, inner] of Object.entries(value)) {
    const place = location.child(name)
    const own = parts.flatMap((part) => (isArray ? listChild(part, 'items') : listProperty(part, name)))
    if (own.length > 0 || isArray) checkValue(inner, place, own, context)
    else context.report({ message: `Correct the name \`${name}\`, or declare the property.`, location: place.key() })
  }
}

/** What may apply to a value: the schemas, what they refer to, and their alternatives. */
function listPossibleParts(schemas: Place<Schema>[], context: Context): { node: Schema; location: Location }[] {
  const found = new Map<Schema, Location>()
  const visit = (schema: Place<Schema>) => {
    const { node, location } = follow(schema.node, schema.location, context)
    if (!node || found.has(node)) return
    found.set(node, location)
    for (const keyword of ['allOf', 'anyOf', 'oneOf'] as const) {
      const branches = node[keyword] ?? []
      branches.forEach((branch, index) => visit({ node: branch, location: location.child([keyword, String(index)]) }))
    }
  }
  schemas.forEach(visit)
  return [...found].map(([node, location]) => ({ node, location }))
}

const listChild = ({ node, location }: Place<Schema>, keyword: 'additionalProperties' | 'items'): Place<Schema>[] => {
  const child = node?.[keyword]
  return child ? [{ node: child, location: location.child(keyword) }] : []
}

function listProperty(part: Place<Schema>, name: string): Place<Schema>[] {
  const { properties = {}, patternProperties = {} } = part.node ?? {}
  const patterns = Object.keys(patternProperties).filter((pattern) => new RegExp(pattern, 'u').test(name))
  const declared = [
    ...(Object.hasOwn(properties, name) ? [['properties', name] as const] : []),
    ...patterns.map((pattern) => ['patternProperties', pattern] as const),
  ].map(([keyword, key]) => ({ node: part.node![keyword]![key], location: part.location.child([keyword, key]) }))
  return declared.length > 0 ? declared : listChild(part, 'additionalProperties')
}
