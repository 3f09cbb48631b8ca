import type { Context, Schema, Visitor } from '../redocly.ts'

/** `x-enumDescriptions` describes each value of an enum, and nothing else. */
export const enumDescriptions = (): Visitor => ({
  Schema(schema: Schema, { location, report }: Context) {
    // Excluded values need no description.
    if (location.pointer.endsWith('/not')) return
    const values = Array.isArray(schema.enum) ? schema.enum.map(String) : []
    const described = Object.keys(schema['x-enumDescriptions'] ?? {})
    for (const value of values.filter((name) => !described.includes(name))) {
      report({
        message: `Describe the value \`${value}\` in \`x-enumDescriptions\`.`,
        location: location.child('enum').key(),
      })
    }
    for (const value of described.filter((name) => !values.includes(name))) {
      report({
        message: `Remove the description of \`${value}\`, or add the value to \`enum\`.`,
        location: location.child(['x-enumDescriptions', value]).key(),
      })
    }
  },
})
