import type { Context, Schema, Visitor } from '../redocly.ts'

// Redocly's own rules require descriptions of operations, parameters, responses and tags.
const describedTypes = ['Header', 'Info', 'RequestBody', 'SecurityScheme', 'Server']

const isComponentOrProperty = (pointer: string) => pointer === '#/' || /\/properties\/[^/]+$/.test(pointer)

/** Everything that has a name on the wire or in the generated code has a description. */
export const descriptionRequired = (): Visitor => ({
  any(node: Schema, { location, report, type }: Context) {
    const isDescribed = describedTypes.includes(type.name)
    const isDescribedSchema = type.name === 'Schema' && isComponentOrProperty(location.pointer)
    if ((!isDescribed && !isDescribedSchema) || node.description !== undefined) return
    report({ message: 'Add a `description` with one sentence per line.', location: location.key() })
  },
})
