import type { Context, Schema, Visitor } from '../redocly.ts'

const findMisplaced = (names: string[]) => names.findIndex((name, index) => index > 0 && name < names[index - 1]!)

/** Properties and `required` are in alphabetical order, so that a new one has one place. */
export const alphabetical = (): Visitor => ({
  SchemaProperties(properties: object, { location, report }: Context) {
    const names = Object.keys(properties)
    const name = names[findMisplaced(names)]
    if (name === undefined) return
    report({
      message: `Move \`${name}\` up: properties are in alphabetical order.`,
      location: location.child(name).key(),
    })
  },
  Schema({ required }: Schema, { location, report }: Context) {
    if (!Array.isArray(required)) return
    const index = findMisplaced(required)
    if (index === -1) return
    report({
      message: `Move \`${required[index]}\` up: the names under \`required\` are in alphabetical order.`,
      location: location.child(['required', String(index)]),
    })
  },
})
