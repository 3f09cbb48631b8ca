import { follow } from '../follow.ts'
import type { Body, Context, Location, Schema, Visitor } from '../redocly.ts'

const isAnyString = (schema: Schema | null) => schema?.type === 'string' && schema.enum === undefined

/** Responses grow, so an enum in a response accepts unknown values. */
export const openEnums = (): Visitor => {
  const seen = new Set<unknown>()

  const search = (value: unknown, place: Location, isOpen: boolean, context: Context) => {
    if (typeof value !== 'object' || value === null) return
    const { node, location } = follow<Schema>(value, place, context)
    if (node === undefined) return
    if (Array.isArray(node.enum) && !isOpen) {
      context.report({
        message:
          'Open the enum, because responses grow: write `anyOf` with the enum and `type: string` as its branches.',
        // Reported where the enum is used, because a request may use the same enum closed.
        location: place,
      })
    }
    if (seen.has(node)) return
    seen.add(node)
    for (const [key, child] of Object.entries(node)) {
      if (key === 'not') continue
      if (key === 'anyOf' && Array.isArray(child)) {
        const isBranchOpen = child.some(isAnyString)
        child.forEach((branch, index) =>
          search(branch, location.child(['anyOf', String(index)]), isBranchOpen, context),
        )
      } else {
        search(child, location.child(key), false, context)
      }
    }
  }

  return {
    Response({ content }: Body, context: Context) {
      for (const [mediaType, media] of Object.entries(content ?? {})) {
        search(media?.schema, context.location.child(['content', mediaType, 'schema']), false, context)
      }
    },
  }
}
