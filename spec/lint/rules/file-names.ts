import type { Context, Visitor } from '../redocly.ts'

/** Each `$ref` refers to a whole file, which gives the component its name. */
export const fileNames = (): Visitor => ({
  ref({ $ref }: { $ref: string }, { location, report }: Context) {
    if (/^(\.\.\/)*([a-z]+\/)*[a-z][a-z0-9]*(_[a-z0-9]+)*\.yaml$/.test($ref)) return
    report({
      message: `Refer to a whole file in snake_case with the extension .yaml instead of "${$ref}", because the file gives the component its name.`,
      location: location.child('$ref'),
    })
  },
})
